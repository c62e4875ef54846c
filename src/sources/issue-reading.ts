import type { Actor } from "../core/facts/actor.ts";
import type { Visibility } from "../core/facts/issue.ts";
import type { WeightOnGitHub } from "../core/facts/weight.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { CommandComment } from "./thread-reading.ts";

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
  /** Of everybody. */
  readonly commentCount: number;
  /** Left out where the comments were not read. */
  readonly heard?: Heard;
}

/** The comments below an issue, as far as they may be part of what it says. */
export interface Heard {
  /** The first hundred, oldest first, without those that somebody hid. */
  readonly remarks: readonly DatedRemark[];
  /** Those of people that may hold a command, oldest first, the newest hundred. */
  readonly commands: readonly CommandComment[];
  /** Whether commands may stand where nobody looked: further down than the first hundred comments. */
  readonly isPart: boolean;
}

/** What somebody said below an issue. */
export interface Remark {
  readonly author: Actor | null;
  readonly body: string;
}

export interface DatedRemark extends Remark {
  readonly createdAt: Date;
}
