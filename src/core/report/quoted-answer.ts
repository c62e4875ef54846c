import type { FollowUpFacts, GivenAnswer, Round } from "../follow-up/follow-up.ts";
import { cutToSize } from "./cut.ts";
import { quoteMarker } from "./marker.ts";
import type { QuestionSettings } from "./question-settings.ts";
import { renderReopening } from "./reopening.ts";
import { describeAnswer, titleOf } from "./settled-words.ts";

/** On the home, where nobody was asked there: an answer that was given on a pull request would be found by nobody. */
export function renderQuotedAnswer(
  facts: FollowUpFacts,
  { round, answer }: { readonly round: Round; readonly answer: GivenAnswer },
  settings: QuestionSettings,
): string {
  const parts = [
    `### ${titleOf(answer.outcome, round)}`,
    ...describeAnswer(answer, facts, settings),
    ...renderReopening(facts, answer),
  ];
  return cutToSize(`${quoteMarker}\n${parts.join("\n\n")}`);
}
