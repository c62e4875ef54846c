import type { Evaluation, Judged } from "./evaluate.ts";
import { shareRight } from "./evaluate.ts";

export function renderCandidates(part: string, { known, none }: Evaluation, style: "summary" | "each"): string {
  const silent = known.filter(({ shown }) => shown.length === 0).length;
  const lines = known.reduce((sum, { shown }) => sum + shown.length, 0);
  return [
    `${part} part`,
    `  the right one among at most three: ${ratio(known)}; nothing shown ${silent}, only others ${wrong(known) - silent}, lines shown ${lines}`,
    `  silent where there is none:        ${ratio(none)}`,
    ...(style === "each" ? [...known, ...none].map(describe) : []),
    "",
  ].join("\n");
}

function wrong(judged: readonly Judged[]): number {
  return judged.filter(({ right }) => !right).length;
}

function ratio(judged: readonly Judged[]): string {
  const right = judged.length - wrong(judged);
  return `${right} of ${judged.length} (${Math.round(shareRight(judged) * 100)} %)`;
}

function describe({ pullRequest, shown, right }: Judged): string {
  const told = shown.map(({ number }) => `#${number}`).join(" ");
  return `  ${right ? "  " : "! "}${pullRequest.problem ?? "none"} ${pullRequest.title}: ${told === "" ? "silent" : told}`;
}
