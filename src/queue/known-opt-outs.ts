import { z } from "zod";
import type { Database } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";

export interface KnownOptOut {
  readonly number: number;
  readonly reason: string;
  /** When it was merged; while it is open, when it was opened. */
  readonly at: Date;
}

/** Why people opted out, for the board. It can be lost: what is merged is listed, and what is open is looked at again. */
export interface OptOutIndex {
  /** What a pull request's opt-out says; null: it has none. Answers whether that is news. */
  note(repository: OfRepository, optOut: NotedOptOut): Promise<{ readonly changed: boolean }>;
  /** Of the last 90 days, the latest first. */
  of(repository: OfRepository, now: Date): Promise<readonly KnownOptOut[]>;
}

interface NotedOptOut {
  readonly number: number;
  readonly reason: string | null;
  readonly at: Date;
}

const DAY_MS = 24 * 3600 * 1000;

/** In days: of what is older nobody is told. */
export const TOLD_FOR_DAYS = 90;

/** In days: for longer than anybody asks for. */
const KEPT = 100;

export function optOutIndex(database: Database): OptOutIndex {
  return {
    note: (repository, optOut) => noteOptOut(database, repository, optOut),
    async of({ installation, repositoryId }, now) {
      const since = new Date(now.getTime() - TOLD_FOR_DAYS * DAY_MS);
      const rows = await database.query(
        `SELECT number, reason, at FROM outcome.opt_outs WHERE ${ofRepository} AND at >= $3 ORDER BY at DESC, number DESC`,
        [installation, repositoryId, since.toISOString()],
      );
      return rows.map((row) => optOutRow.parse(row));
    },
  };
}

const ofRepository = "installation = $1 AND repository_id = $2";

const optOutRow = z.object({ number: z.number(), reason: z.string(), at: z.coerce.date() });

async function noteOptOut(
  database: Database,
  { installation, repositoryId }: OfRepository,
  { number, reason, at }: NotedOptOut,
): Promise<{ readonly changed: boolean }> {
  const key = [installation, repositoryId, number];
  const rows =
    reason === null
      ? await database.query(`DELETE FROM outcome.opt_outs WHERE ${ofRepository} AND number = $3 RETURNING number`, key)
      : await database.query(
          `INSERT INTO outcome.opt_outs AS known (installation, repository_id, number, reason, at)
           VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (installation, repository_id, number) DO UPDATE SET reason = excluded.reason, at = excluded.at
           WHERE (known.reason, known.at) <> (excluded.reason, excluded.at) RETURNING number`,
          [...key, reason.replaceAll("\u0000", " "), at.toISOString()],
        );
  return { changed: rows.length > 0 };
}

export async function forgetOldOptOuts(database: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT * DAY_MS);
  await database.query("DELETE FROM outcome.opt_outs WHERE at < $1", [oldest.toISOString()]);
}
