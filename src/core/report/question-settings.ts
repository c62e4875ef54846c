import type { FollowUpSettings } from "../follow-up/follow-up-settings.ts";
import type { LabelSettings } from "../follow-up/labels.ts";

/** What the words about merged work depend on besides its follow-up. */
export interface QuestionSettings {
  readonly follow_up: FollowUpSettings;
  readonly labels: LabelSettings;
  /** Who may give the commands that answer; a line for one that is switched off is not offered. */
  readonly commands: AnswerCommands;
}

/** One that is left out is on. */
export interface AnswerCommands {
  readonly validated?: string;
  readonly invalidated?: string;
  readonly inconclusive?: string;
  readonly snooze?: string;
}
