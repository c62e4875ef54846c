import type { FollowUpFacts, GivenAnswer } from "../follow-up/follow-up.ts";
import { oneLine } from "../markdown/escape.ts";

/** In characters. */
const longestNote = 1_000;

/** Where a problem was closed and what was believed did not help: how to take it up again with what is known now. */
export function renderReopening({ home }: FollowUpFacts, answer: GivenAnswer | null): readonly string[] {
  if (answer?.outcome !== "invalidated" || home.kind !== "problem" || home.state !== "closed") return [];
  const offer = "This problem is closed. If people still have it, reopen it with a comment";
  if (answer.note === "") return [`${offer} on what was learned, so that the next attempt begins there.`];
  return [`${offer} such as this one, so that the next attempt begins there:`, fence(answer.note)];
}

/** One line within a block that it cannot end, whatever it is made of. */
function fence(note: string): string {
  const text = `What was learned: ${oneLine(note, longestNote)}`;
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}text\n${text.replaceAll("<!", "<\u200b!")}\n${marks}`;
}
