import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { bigint, ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

export interface LinkTarget {
  readonly repositoryId?: number | undefined;
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** A repository under one of the names that it has, or had: rows whose repository's id is not known are found by name. */
export interface LinkedRepository {
  readonly repositoryId: number;
  readonly owner: string;
  readonly name: string;
}

export interface LinkedIssue extends LinkedRepository {
  readonly number: number;
}

const linkRow = z.object({
  owner: z.string(),
  name: z.string(),
  target_owner: z.string(),
  target_name: z.string(),
  target_number: z.number(),
  target_repository_id: bigint.nullable(),
});
type LinkRow = z.infer<typeof linkRow>;

export async function readLinks(statements: Statements, pullRequest: ThreadRef): Promise<readonly LinkTarget[]> {
  const rows = await readRows(statements, pullRequest);
  return rows.map((row) => ({
    ...(row.target_repository_id !== null && { repositoryId: row.target_repository_id }),
    owner: row.target_owner,
    name: row.target_name,
    number: row.target_number,
  }));
}

export async function writeLinks(
  database: Database,
  pullRequest: ThreadRef,
  targets: readonly LinkTarget[],
): Promise<void> {
  const wanted = rowsFor(pullRequest, targets);
  if (isDeepStrictEqual(await readRows(database, pullRequest), wanted)) return;
  await database.transaction(async (statements) => {
    await forgetLinks(statements, pullRequest);
    await statements.query(
      `INSERT INTO outcome.links (installation, repository_id, number,
         owner, name, target_owner, target_name, target_number, target_repository_id)
       SELECT $1::bigint, $2::bigint, $3::integer, wanted.*
       FROM json_to_recordset($4::text::json) AS wanted (owner text, name text,
         target_owner text, target_name text, target_number integer, target_repository_id bigint)`,
      [...threadKey(pullRequest), JSON.stringify(wanted)],
    );
  });
}

export async function forgetLinks(statements: Statements, pullRequest: ThreadRef): Promise<void> {
  await statements.query(`DELETE FROM outcome.links WHERE ${ofThread}`, threadKey(pullRequest));
}

const threadRow = z.object({
  installation: bigint,
  repository_id: bigint,
  owner: z.string(),
  name: z.string(),
  number: z.number(),
});

export async function linkingTo(statements: Statements, issue: LinkedIssue): Promise<readonly ThreadRef[]> {
  const rows = await statements.query(
    `SELECT DISTINCT installation, repository_id, owner, name, number FROM outcome.links
     WHERE target_number = $1
       AND (target_repository_id = $2 OR (target_owner = $3 AND target_name = $4))
     ORDER BY number DESC, installation, repository_id`,
    [issue.number, issue.repositoryId, issue.owner.toLowerCase(), issue.name.toLowerCase()],
  );
  return rows.map(toThread);
}

export async function linkingInto(statements: Statements, into: LinkedRepository): Promise<readonly ThreadRef[]> {
  const rows = await statements.query(
    `SELECT DISTINCT installation, repository_id, owner, name, number FROM outcome.links
     WHERE target_repository_id = $1 OR (target_owner = $2 AND target_name = $3)
     ORDER BY installation, repository_id, number DESC`,
    [into.repositoryId, into.owner.toLowerCase(), into.name.toLowerCase()],
  );
  return rows.map(toThread);
}

function toThread(row: unknown): ThreadRef {
  const { repository_id: repositoryId, ...thread } = threadRow.parse(row);
  return { ...thread, repositoryId };
}

async function readRows(statements: Statements, pullRequest: ThreadRef): Promise<readonly LinkRow[]> {
  const rows = await statements.query(
    `SELECT owner, name, target_owner, target_name, target_number, target_repository_id
     FROM outcome.links WHERE ${ofThread}`,
    threadKey(pullRequest),
  );
  return inOrder(rows.map((row) => linkRow.parse(row)));
}

/** One row a target. A target named twice, once with its repository id and once without, keeps the id. */
function rowsFor({ owner, name }: ThreadRef, targets: readonly LinkTarget[]): readonly LinkRow[] {
  const rows = new Map<string, LinkRow>();
  for (const target of targets) {
    const row = {
      owner,
      name,
      target_owner: target.owner.toLowerCase(),
      target_name: target.name.toLowerCase(),
      target_number: target.number,
    };
    const id = target.repositoryId ?? rows.get(nameOf(row))?.target_repository_id ?? null;
    rows.set(nameOf(row), { ...row, target_repository_id: id });
  }
  return inOrder([...rows.values()]);
}

type TargetName = Pick<LinkRow, "target_owner" | "target_name" | "target_number">;
const nameOf = (row: TargetName) => `${row.target_owner}/${row.target_name}#${row.target_number}`;

/** Sorted here, not in SQL: a database's collation need not agree with ours. */
function inOrder(rows: readonly LinkRow[]): readonly LinkRow[] {
  return rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
