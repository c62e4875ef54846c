import { z } from "zod";
import type { Statements } from "./database.ts";
import type { RepositoryRef } from "./job.ts";
import type { OfRepository } from "./known-heads.ts";
import { bigint } from "./thread-ref.ts";

/** Where a follow-up stands. */
export interface HomeRef {
  readonly installation: number;
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly on: "problem" | "pull_request";
}

export const ofRepository = "installation = $1 AND repository_id = $2";
export const ofHome = `${ofRepository} AND home = $3`;
export const homeColumns = `installation, repository_id, home, "on", owner, name`;

export function keyOf({ installation, repository, number }: HomeRef) {
  return [installation, repository.id, number] as const;
}

const homeRow = z
  .object({
    installation: bigint,
    repository_id: bigint,
    home: z.number(),
    on: z.enum(["problem", "pull_request"]),
    owner: z.string(),
    name: z.string(),
  })
  .transform(({ installation, repository_id: id, home, on, owner, name }): HomeRef => {
    return { installation, repository: { id, owner, name }, number: home, on };
  });

export async function readHome(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  number: number,
): Promise<HomeRef | null> {
  const [row] = await statements.query(
    `SELECT ${homeColumns} FROM outcome.follow_ups
     WHERE ${ofRepository} AND home = coalesce((SELECT home FROM outcome.served WHERE ${ofRepository} AND number = $3), $3)`,
    [installation, repositoryId, number],
  );
  return row === undefined ? null : homeRow.parse(row);
}

/** The lowest number, should there ever be two. */
export async function readHomeAbout(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  about: string,
): Promise<HomeRef | null> {
  const [row] = await statements.query(
    `SELECT ${homeColumns} FROM outcome.follow_ups
     WHERE ${ofRepository}
       AND home IN (SELECT home FROM outcome.served WHERE ${ofRepository} AND about = $3) ORDER BY home LIMIT 1`,
    [installation, repositoryId, about.toLowerCase()],
  );
  return row === undefined ? null : homeRow.parse(row);
}

/** The first of each installation, then the second of each: one with thousands must not hold up the others. */
export async function readDue(statements: Statements, now: Date, most: number): Promise<readonly HomeRef[]> {
  const rows = await statements.query(
    `SELECT ${homeColumns} FROM (
       SELECT *, row_number() OVER (PARTITION BY installation ORDER BY next_at, repository_id, home) AS turn
       FROM outcome.follow_ups WHERE next_at <= $1
     ) AS due ORDER BY turn, next_at LIMIT $2`,
    [now.toISOString(), most],
  );
  return rows.map((row) => homeRow.parse(row));
}

/** Those that were sent for and not looked at meanwhile. */
export async function writeWoken(
  statements: Statements,
  homes: readonly HomeRef[],
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<void> {
  const keys = homes.map(keyOf);
  await statements.query(
    `UPDATE outcome.follow_ups SET next_at = $2
     FROM unnest($3::bigint[], $4::bigint[], $5::integer[]) AS woken (installation, repository_id, home)
     WHERE follow_ups.installation = woken.installation AND follow_ups.repository_id = woken.repository_id
       AND follow_ups.home = woken.home AND next_at <= $1`,
    [now.toISOString(), until.toISOString(), ...[0, 1, 2].map((column) => keys.map((key) => key[column]))],
  );
}

/** With all that was merged for it, in one go: a part left behind would be asked about twice. It is looked at at once. */
export async function writeMoved(
  statements: Statements,
  { from, to }: { readonly from: HomeRef; readonly to: HomeRef },
  summary: string | null,
): Promise<void> {
  const { on, repository } = to;
  await statements.query(
    `INSERT INTO outcome.follow_ups (${homeColumns}, waits, next_at, summary)
     VALUES ($1, $2, $3, $4, $5, $6, false, to_timestamp(0), $7)
     ON CONFLICT (installation, repository_id, home) DO UPDATE
     SET "on" = excluded."on", owner = excluded.owner, name = excluded.name, waits = false, next_at = excluded.next_at,
       summary = coalesce(excluded.summary, follow_ups.summary), silent_since = NULL`,
    [...keyOf(to), on, repository.owner, repository.name, summary],
  );
  await statements.query(`UPDATE outcome.served SET home = $4 WHERE ${ofHome}`, [...keyOf(from), to.number]);
  await statements.query(`DELETE FROM outcome.follow_ups WHERE ${ofHome}`, keyOf(from));
}

export async function readWaiting(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly HomeRef[]> {
  const rows = await statements.query(
    `SELECT ${homeColumns} FROM outcome.follow_ups WHERE ${ofRepository} AND waits ORDER BY home`,
    [installation, repositoryId],
  );
  return rows.map((row) => homeRow.parse(row));
}

export async function readAll(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly HomeRef[]> {
  const sql = `SELECT ${homeColumns} FROM outcome.follow_ups WHERE ${ofRepository} ORDER BY home DESC`;
  const rows = await statements.query(sql, [installation, repositoryId]);
  return rows.map((row) => homeRow.parse(row));
}

/** Those for which something is still to come. */
export async function readOpen(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly HomeRef[]> {
  const rows = await statements.query(
    `SELECT ${homeColumns} FROM outcome.follow_ups
     WHERE ${ofRepository} AND (waits OR next_at IS NOT NULL) ORDER BY home DESC`,
    [installation, repositoryId],
  );
  return rows.map((row) => homeRow.parse(row));
}
