import type { Reference } from "../core/facts/reference.ts";
import type { IssueReading } from "./issue-reading.ts";

/** What is remembered of the commands below issues, and of what was merged for them. What they say stands on GitHub, and is read there. */
export interface HeardIndex {
  /** Node ids of those that stand, at most a hundred; "cold": nobody knows whether these are all. */
  readonly standing: (issue: IssuePlace) => Promise<readonly string[] | "cold">;
  /** Node ids of those that were refused when they were said. */
  readonly refused: (issue: IssuePlace) => Promise<readonly string[]>;
  /** The thread on which a merged pull request of this repository is followed up; null where that is not known. */
  readonly homeOf: (repositoryId: number, pullRequest: number) => Promise<number | null>;
}

export type IssuePlace = Pick<IssueReading, "reference" | "repositoryId">;

/** An issue of which is asked what stands below it. */
export interface HeardPlace extends Reference {
  /** As `HeardIndex.standing`. Looked up by the reader: who waited for it before would not be asked together with others. */
  readonly standing: () => ReturnType<HeardIndex["standing"]>;
}
