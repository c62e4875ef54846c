import { type Found, foundIn } from "./found.ts";
import { isFailure, isFrame } from "./log-line.ts";
import type { Passage } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { isTroubled, says } from "./says.ts";
import { isTitleTroubled } from "./tells-trouble.ts";

/** The telling line of code that shows a failure or makes it happen; null for code that shows a proposal or a use. */
export function findInCode({ lines, lead, title, role }: Passage, prose: Prose): Found | null {
  const { cues, kind } = prose;
  const [first] = lines;
  if (first === undefined) return null;
  const words = lead === "" ? title : lead;
  const proposed = says(cues, "proposed", words);
  const specimen = !proposed && says(cues, "specimen", words);
  const log = lines.find(({ text }) => isFailure(text)) ?? lines.find(({ text }) => isFrame(text));
  // In a pull request, logs mostly show that the change works.
  if (log !== undefined && (kind === "issue" || specimen || role === "why" || role === "steps")) return foundIn(log);
  if (specimen) return foundIn(first);
  const troubled = isTroubled(cues, words) || (kind === "issue" && isTitleTroubled(prose));
  return !proposed && troubled && says(cues, "output", words) ? foundIn(first) : null;
}
