import type { RepositoryName } from "./reference.ts";

/** A commit of a merge queue: one or several pull requests on top of their base branch, to be checked before it becomes that branch. */
export interface MergeGroup extends RepositoryName {
  readonly repositoryId: number;
  readonly sha: string;
  /** "refs/heads/gh-readonly-queue/main/pr-12-…", which ends with the commit below the group's own. */
  readonly ref: string;
  readonly baseBranch: string;
  /** The pull request that was queued last. The others of the group are named nowhere but in the queue. */
  readonly newest: number;
}

/** The base branch's name may contain "/", so the last "/pr-" ends it. */
const groupRef = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)(?:-[0-9a-f]+)?$/;

/** Null for a ref of another form, which GitHub documents nowhere. */
export function parseMergeGroupRef(ref: string): Pick<MergeGroup, "baseBranch" | "newest"> | null {
  const [, baseBranch, number] = groupRef.exec(ref) ?? [];
  return baseBranch === undefined ? null : { baseBranch, newest: Number(number) };
}
