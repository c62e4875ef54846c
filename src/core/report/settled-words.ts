import { formatReference, sameReference } from "../facts/reference.ts";
import type { FollowUpFacts, FollowUpState, GivenAnswer, Outcome, Round } from "../follow-up/follow-up.ts";
import { join, md, quote } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { renderAnswerLines } from "./answer-lines.ts";
import { formatDay } from "./dates.ts";
import { renderReopening } from "./reopening.ts";
import type { QuestionSettings } from "./question-settings.ts";
import { describeWork, renderWords } from "./question.ts";
import { describeReactions, isExploration } from "./round-words.ts";

type Settled = FollowUpState & { readonly kind: "settled" };

/** How many earlier answers are told. */
const mostEarlier = 10;

/** In characters, of an answer: GitHub has room for the longest, people who pass by have not. */
const longestNote = 1_000;

/** What became of it, in the place of the question: nobody hears of it again, and whoever comes by finds it. */
export function renderSettled(
  facts: FollowUpFacts,
  round: Round & { readonly state: Settled },
  settings: QuestionSettings,
): string {
  const { state } = round;
  return renderWords([
    `### ${titleOf(state.outcome, round)}`,
    ...describeOutcome(facts, round, settings),
    ...describeWork(facts, round, settings),
    ...listEarlier(facts, round, settings),
    ...(state.outcome === "unmeasured" ? renderAnswerLines(round, settings, "lapsed") : []),
    ...renderReopening(facts, state.answer),
    ...(state.answer === null ? [] : ["A later answer in a new comment takes the place of this one."]),
  ]);
}

/** Where people took the label off that says it is followed up. */
export function renderCancelled(
  { at }: { readonly at: Date },
  { follow_up: { time_zone: zone } }: QuestionSettings,
): string {
  return renderWords([
    `Cancelled on ${formatDay(at, zone)}: the label was taken off, so nobody is asked any more. An answer still counts.`,
  ]);
}

export function titleOf(outcome: Outcome, round: Pick<Round, "served">): string {
  switch (outcome) {
    case "validated":
      return isExploration(round) ? "Validated: worth going on" : "Validated: it helped";
    case "invalidated":
      return isExploration(round)
        ? "Invalidated: now it is known where this does not lead"
        : "Invalidated: now it is known what does not help";
    case "inconclusive":
      return "Inconclusive: somebody looked, and it cannot be told";
    case "unmeasured":
      return "Not looked at yet";
    case "reverted":
      return "Taken back";
  }
}

function describeOutcome(
  facts: FollowUpFacts,
  { state }: { readonly state: Settled },
  settings: QuestionSettings,
): readonly string[] {
  const reactions = describeReactions(facts);
  const counts = reactions === null ? [] : [reactions.markdown];
  if (state.answer !== null) return [...describeAnswer(state.answer, facts, settings), ...counts];
  if (state.outcome === "reverted")
    return ["All of it was taken back, so there is nothing to look at. If it comes back, so does the question."];
  return [
    "Nobody has come to look at it so far, and that is all right: there is always other work. What was seen is as welcome later.",
    ...counts,
  ];
}

/** Where and when it was said, and the words. Not by whom: what counts is what was seen. */
export function describeAnswer(
  answer: GivenAnswer,
  facts: FollowUpFacts,
  settings: QuestionSettings,
): readonly string[] {
  const told = describePlace(answer, facts, settings).markdown;
  if (answer.note === "") return [`Answered ${told}.`];
  return [`Answered ${told}:`, `> ${quote(answer.note, longestNote).markdown}`];
}

function describePlace(
  { on, at, via, outcome }: GivenAnswer,
  { home, repository }: FollowUpFacts,
  { follow_up: { time_zone: zone }, labels }: QuestionSettings,
): Markdown {
  const where = sameReference(on, home.reference) ? "here" : `on ${formatReference(on, repository)}`;
  const told = { markdown: `on ${formatDay(at, zone)}, ${where}` };
  return via === "label" ? md`${told}, by the label ${labels[outcome].name}` : told;
}

/** What was said before the answer that stands, the latest first. */
function listEarlier(facts: FollowUpFacts, { answers }: Round, settings: QuestionSettings): readonly string[] {
  const earlier = answers.slice(0, -1).toReversed();
  if (earlier.length === 0) return [];
  const rows = earlier.slice(0, mostEarlier).map((answer) => {
    const note = answer.note === "" ? md`` : md`: ${quote(answer.note, longestNote)}`;
    return md`- *${{ markdown: answer.outcome }}* ${describePlace(answer, facts, settings)}${note}`;
  });
  const more = earlier.length - rows.length;
  return ["Before:", join([...rows, ...(more === 0 ? [] : [md`- and ${more} older`])], "\n").markdown];
}
