import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** A group of a merge queue, in the repository that the installation can see. */
export interface MergeGroupRef extends Omit<ThreadRef, "number"> {
  readonly sha: string;
  readonly ref: string;
}

/** Which pull requests are in which merge group, while it is in the queue: who is edited meanwhile is judged again there. */
export interface MergeGroupIndex {
  note(group: MergeGroupRef, newest: number): Promise<void>;
  /** Adds the others. Nothing is added to a group that was forgotten meanwhile. */
  noteMembers(group: MergeGroupRef, numbers: readonly number[]): Promise<void>;
  /** False once it was forgotten. */
  knows(group: MergeGroupRef): Promise<boolean>;
  groupsOf(pullRequest: ThreadRef): Promise<readonly Pick<MergeGroupRef, "sha" | "ref">[]>;
  forget(group: MergeGroupRef): Promise<void>;
}

export function mergeGroupIndex(database: Database, now: () => Date): MergeGroupIndex {
  return {
    note: (group, newest) => note(database, group, { numbers: [newest], at: now() }),
    noteMembers: (group, numbers) =>
      database.transaction((statements) => noteMembers(statements, group, { numbers, at: now() })),
    knows: async (group) => (await find(database, group)).length > 0,
    groupsOf: (pullRequest) => groupsOf(database, pullRequest),
    async forget(group) {
      await database.query(`DELETE FROM outcome.merge_groups WHERE ${ofGroup}`, groupKey(group));
    },
  };
}

const ofGroup = "installation = $1 AND repository_id = $2 AND sha = $3";

function groupKey({ installation, repositoryId, sha }: MergeGroupRef) {
  return [installation, repositoryId, sha] as const;
}

interface Noted {
  readonly numbers: readonly number[];
  readonly at: Date;
}

/** A look keeps the group: its age is counted from the last one. */
async function note(statements: Statements, group: MergeGroupRef, { numbers, at }: Noted): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.merge_groups (installation, repository_id, sha, ref, noted_at, number)
     SELECT $1::bigint, $2::bigint, $3::text, $4::text, $5::timestamptz, unnest($6::integer[])
     ON CONFLICT (installation, repository_id, sha, number) DO UPDATE SET noted_at = excluded.noted_at`,
    [...groupKey(group), group.ref, at.toISOString(), [...new Set(numbers)]],
  );
}

async function noteMembers(statements: Statements, group: MergeGroupRef, noted: Noted): Promise<void> {
  if ((await find(statements, group)).length > 0) await note(statements, group, noted);
}

/** In milliseconds. A merge queue waits six hours at most (`check_response_timeout_minutes`: 360); the end of a group may never be heard of. */
const KEPT_MS = 24 * 3600 * 1000;

export async function forgetOldMergeGroups(statements: Statements, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  await statements.query("DELETE FROM outcome.merge_groups WHERE noted_at < $1", [oldest.toISOString()]);
}

function find(statements: Statements, group: MergeGroupRef) {
  return statements.query(`SELECT true FROM outcome.merge_groups WHERE ${ofGroup} LIMIT 1`, groupKey(group));
}

async function groupsOf(statements: Statements, pullRequest: ThreadRef) {
  const rows = await statements.query(
    `SELECT sha, ref FROM outcome.merge_groups WHERE ${ofThread} ORDER BY sha`,
    threadKey(pullRequest),
  );
  return rows.map((row) => z.object({ sha: z.string(), ref: z.string() }).parse(row));
}
