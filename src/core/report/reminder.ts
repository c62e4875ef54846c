import type { FollowUpFacts, Round } from "../follow-up/follow-up.ts";
import { md } from "../markdown/markdown.ts";
import { renderAnswerLines } from "./answer-lines.ts";
import { reminderMarker } from "./marker.ts";
import type { QuestionSettings } from "./question-settings.ts";
import { describeShipped, isExploration } from "./round-words.ts";

/** A comment of its own, for an edit of the question reaches nobody. Who reads it in a mail sees no question above it. */
export function renderReminder(facts: FollowUpFacts, round: Round, settings: QuestionSettings): string {
  const question = isExploration(round) ? "what was learned" : "whether this helped";
  return [
    `${reminderMarker}\nNobody has said yet ${question}. A sentence is enough, and “it cannot be told” is an answer too.`,
    describeShipped(facts, round, settings).markdown,
    ...renderAnswerLines(round, settings, "open").slice(0, 2),
    md`No other reminder follows, unless somebody puts it off. If nobody answers for some time, this gets the label ${settings.labels.unmeasured.name}; an answer still counts then.`
      .markdown,
  ].join("\n\n");
}
