import type { Reference } from "../facts/reference.ts";
import type { FollowUpFacts, Round } from "../follow-up/follow-up.ts";
import type { LabelKey, LabelSettings } from "../follow-up/labels.ts";
import type { QuestionSettings } from "../report/question-settings.ts";

/** How home and served pull requests should look. Nothing is desired of what is not named. */
export interface DesiredFollowUp {
  readonly home: Reference;
  /** The home first. */
  readonly threads: readonly DesiredThread[];
  /** One for each round, oldest first. */
  readonly words: readonly DesiredWords[];
  readonly labels: LabelSettings;
  /** When to look again though nothing may have happened by then; null where nothing becomes due by itself. */
  readonly nextAt: Date | null;
}

export interface DesiredThread {
  readonly reference: Reference;
  /** The one label of ours that stands there; null: none. */
  readonly label: LabelKey | null;
  /** When its round began: what a person took off before that is put on again. */
  readonly since: Date;
  /** Outcomes that people's labels said here, and that counted as answers: such a label gives way to a later word. */
  readonly answered: readonly LabelKey[];
}

/** What we say on the home in one round. Its comments are those that were written from its beginning to the next one's. */
export interface DesiredWords {
  readonly from: Date;
  readonly until: Date | null;
  readonly question: DesiredQuestion;
  readonly reminder: DesiredReminder;
  readonly quote: DesiredQuote;
}

export type DesiredQuestion =
  | { readonly kind: "as-it-is" }
  /** Where it stands. It is not written where it does not. */
  | { readonly kind: "edited"; readonly body: string }
  | { readonly kind: "written"; readonly body: string };

export type DesiredReminder =
  /** Whatever stands there is over. */
  | { readonly kind: "hidden" }
  /** That which was written since, at most one; older ones are over. */
  | { readonly kind: "as-it-is"; readonly since: Date }
  | { readonly kind: "written"; readonly body: string; readonly since: Date };

export type DesiredQuote = { readonly kind: "hidden" } | { readonly kind: "shown"; readonly body: string };

export function desireFollowUp(
  _facts: FollowUpFacts,
  _rounds: readonly Round[],
  _settings: QuestionSettings,
): DesiredFollowUp {
  throw new Error("not written yet");
}
