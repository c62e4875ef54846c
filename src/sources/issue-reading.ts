import type { Actor } from "../core/facts/actor.ts";
import type { Visibility } from "../core/facts/issue.ts";
import type { WeightOnGitHub } from "../core/facts/weight.ts";
import type { Reference } from "../core/facts/reference.ts";

export interface IssueReading {
  readonly reference: Reference;
  /** Its repository's, which no rename and no transfer of the repository changes. */
  readonly repositoryId: number;
  readonly visibility: Visibility;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
  readonly type: string | null;
  readonly author: Actor | null;
  readonly createdAt: Date;
  readonly weight: WeightOnGitHub;
}

/** What somebody said below an issue. */
export interface Remark {
  readonly author: Actor | null;
  readonly body: string;
}
