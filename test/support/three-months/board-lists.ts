import type { Issue } from "../../../src/sandbox/github/state/model.ts";
import type { Cast } from "./cast.ts";

/** What the board lists in these sections, by the names of the three months. */
export interface BoardLists {
  readonly due: readonly string[];
  readonly pending: readonly string[];
  readonly learned: readonly string[];
  readonly declined: readonly string[];
  readonly optedOut: readonly string[];
}

export function boardOf({ repository }: Cast): Issue | undefined {
  const labelled = [...repository.items.values()].filter(({ labels }) =>
    labels.some(({ name }) => name === "outcome: board"),
  );
  if (labelled.length > 1) throw new Error("There are several boards");
  return labelled.find((item): item is Issue => item.kind === "Issue");
}

export function listsOf(cast: Cast): BoardLists {
  const body = boardOf(cast)?.body ?? "";
  return {
    due: namesIn(body, "Due now", cast),
    pending: namesIn(body, "Pending", cast),
    learned: namesIn(body, "Learned lately", cast),
    declined: namesIn(body, "Decided not to", cast),
    optedOut: namesIn(body, "Opt-outs", cast),
  };
}

const link = /redirect\.github\.com\/[^/)]+\/[^/)]+\/(?:issues|pull)\/(\d+)/g;

/** Each once, in the order of their names. */
function namesIn(body: string, heading: string, { threads }: Cast): readonly string[] {
  const section = body.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const numbers = new Set([...section.matchAll(link)].map(([, digits]) => Number(digits)));
  const named = [...threads].filter(([, { number }]) => numbers.has(number)).map(([name]) => name);
  return named.toSorted();
}
