import { answeredOutcomes } from "../follow-up/follow-up.ts";
import type { SaidAnswer } from "../follow-up/said-answers.ts";
import { readNote } from "./define-answer.ts";
import { parseCommand } from "./parse-command.ts";

/** `/outcome invalidated NOTE` as the first line of a comment; null for every other comment. */
export function parseAnswer(comment: string): Pick<SaidAnswer, "outcome" | "note"> | null {
  const parsed = parseCommand(comment);
  if (parsed.kind !== "command") return null;
  const outcome = answeredOutcomes.find((one) => one === parsed.name);
  return outcome === undefined ? null : { outcome, note: readNote(parsed.argument) };
}
