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

export function mergeGroupIndex(database: Database): MergeGroupIndex {
  return {
    note: (group, newest) => note(database, group, newest),
    noteMembers: (group, numbers) => database.transaction((statements) => noteMembers(statements, group, numbers)),
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

async function note(statements: Statements, group: MergeGroupRef, number: number): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.merge_groups (installation, repository_id, sha, number, ref) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [...groupKey(group), number, group.ref],
  );
}

async function noteMembers(statements: Statements, group: MergeGroupRef, numbers: readonly number[]): Promise<void> {
  if ((await find(statements, group)).length === 0) return;
  for (const number of numbers) await note(statements, group, number);
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
