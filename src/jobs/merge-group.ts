import type { MergeGroup } from "../core/facts/merge-group.ts";
import { parseMergeGroupRef } from "../core/facts/merge-group.ts";
import type { Write } from "../core/plan/write.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { MergeGroupRef } from "../queue/known-merge-groups.ts";
import type { Connection, JobTools } from "./tools.ts";

type GroupJob = JobOfKind["judge-merge-group" | "forget-merge-group"];

/** One look at one merge group. */
export interface GroupLook {
  readonly job: JobOfKind["judge-merge-group"];
  readonly group: MergeGroup;
  readonly tools: JobTools;
  readonly github: Connection;
}

export function groupRefOf({ installation, repository: { id, owner, name }, sha, ref }: GroupJob): MergeGroupRef {
  return { installation, repositoryId: id, owner, name, sha, ref };
}

/** Null where GitHub names its branches in another way by now. */
export function groupOf({ repository: { id, owner, name }, sha, ref }: GroupJob): MergeGroup | null {
  const parsed = parseMergeGroupRef(ref);
  return parsed === null ? null : { repositoryId: id, owner, name, sha, ref, ...parsed };
}

export async function writeGroupRun({ group, github }: GroupLook, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const { owner, name, newest } = group;
  // What GitHub refused is told by who asked for it; trying again would be refused again.
  await github.writer.apply({ owner, name, number: newest }, writes);
}
