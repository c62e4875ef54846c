import type { FollowUpFacts, Round } from "../follow-up/follow-up.ts";
import { md } from "../markdown/markdown.ts";
import { renderAnswerLines } from "./answer-lines.ts";
import { cutToSize } from "./cut.ts";
import { questionMarker } from "./marker.ts";
import { describeMetrics } from "./metric-words.ts";
import type { QuestionSettings } from "./question-settings.ts";
import { describeBeliefs, describeReactions, describeShipped, isExploration } from "./round-words.ts";

/** The one comment that asks what became of merged work, once its effect can be seen. */
export function renderQuestion(facts: FollowUpFacts, round: Round, settings: QuestionSettings): string {
  const { labels } = settings;
  return renderWords([
    `### ${isExploration(round) ? "What was learned?" : "Did this help?"}`,
    ...describeWork(facts, round, settings),
    ...renderAnswerLines(round, settings, "open"),
    ...askReporters(facts),
    md`If nobody answers, there is one reminder, and later the label ${labels.unmeasured.name}. An answer still counts then. To cancel this, take the label ${labels.due.name} off here.`
      .markdown,
  ]);
}

/** What was merged, what was believed of it, and how it would be known. */
export function describeWork(facts: FollowUpFacts, round: Round, settings: QuestionSettings): readonly string[] {
  const beliefs = describeBeliefs(round);
  return [
    describeShipped(facts, round, settings).markdown,
    ...(beliefs.length === 0 ? [nothingBelieved] : beliefs),
    ...describeMetrics(facts, round, settings),
  ];
}

const nothingBelieved =
  "No hypothesis was stated at the merge, so the question is only whether it is better now for those who had the problem.";

/** Only of a problem it is known who reported it. */
function askReporters(facts: FollowUpFacts): readonly string[] {
  if (facts.home.kind !== "problem") return [];
  const reactions = describeReactions(facts);
  return [
    `**If you reported this:** react to this comment with 👍 if it is solved for you, or with 👎 if it is not.${
      reactions === null ? "" : ` ${reactions.markdown}`
    }`,
  ];
}

/** As one comment that is known again as our question. */
export function renderWords(parts: readonly string[]): string {
  return cutToSize(`${questionMarker}\n${parts.join("\n\n")}`);
}
