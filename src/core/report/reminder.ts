import type { Round } from "../follow-up/follow-up.ts";
import { md } from "../markdown/markdown.ts";
import { renderAnswerLines } from "./answer-lines.ts";
import { reminderMarker } from "./marker.ts";
import type { QuestionSettings } from "./question-settings.ts";
import { isExploration } from "./round-words.ts";

/** A comment of its own, for an edit of the question reaches nobody. */
export function renderReminder(round: Round, settings: QuestionSettings): string {
  const question = isExploration(round) ? "what was learned" : "whether this helped";
  return [
    `${reminderMarker}\nNobody has said yet ${question}. A sentence is enough, and “it cannot be told” is an answer too.`,
    ...renderAnswerLines(round, settings, "open").slice(0, 2),
    md`No other reminder follows, unless somebody puts it off. If nobody answers for some time, this gets the label ${settings.labels.unmeasured.name}; an answer still counts then.`
      .markdown,
  ].join("\n\n");
}
