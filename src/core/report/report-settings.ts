import type { FollowUpSettings } from "../follow-up/follow-up-settings.ts";
import type { LabelSettings } from "../follow-up/labels.ts";
import type { MetricAnswer } from "../follow-up/measured.ts";
import type { Policy } from "../verdict/policy.ts";
import type { CommentSettings } from "./comment-settings.ts";
import type { ConfiguredBy } from "./configured-by.ts";
import type { OfferedCommands } from "./say-in-comment.ts";

/** What the words depend on besides the verdict. */
export interface ReportSettings extends Policy {
  readonly comments: CommentSettings;
  readonly commands: OfferedCommands;
  readonly labels: LabelSettings;
  readonly follow_up: FollowUpSettings;
  /** The files that configured it, in the order in which they were merged. */
  readonly sources: readonly ConfiguredBy[];
  /** What the metric was at the merge; left out where nobody asked. */
  readonly baseline?: MetricAnswer | undefined;
}
