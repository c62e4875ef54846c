import type { FollowUpSettings } from "../follow-up/follow-up-settings.ts";
import type { LabelSettings } from "../follow-up/labels.ts";
import type { Policy } from "../verdict/policy.ts";
import type { CommentSettings } from "./comment-settings.ts";

/** What the words depend on besides the verdict. */
export interface ReportSettings extends Policy {
  readonly comments: CommentSettings;
  readonly labels: LabelSettings;
  readonly follow_up: FollowUpSettings;
  /** The files that configured it, the weakest last. A private place is not among them when it would be shown in a public one. */
  readonly sources: readonly ConfigurationSource[];
}

export interface ConfigurationSource {
  /** With the repository's name in front where it is another repository's. */
  readonly path: string;
  readonly commit: string | null;
}
