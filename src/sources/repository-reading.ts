import type { Place } from "../core/facts/issue.ts";

/** A repository as it is called and seen now. */
export interface RepositoryPlace extends Place {
  readonly id: number;
}

export interface RepositoryReading extends RepositoryPlace {
  readonly defaultBranch: string;
  readonly archived: boolean;
  /** All labels of ours that exist in the repository are among these (names that start with a prefix of ours). */
  readonly outcomeLabels: readonly string[];
}
