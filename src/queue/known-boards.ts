import { z } from "zod";
import type { Database } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";

/** Where the board is; `null` as number: a person closed or deleted it, and it is not made again. */
export interface KnownBoard {
  readonly number: number | null;
}

export interface KnownOptOut {
  readonly number: number;
  readonly reason: string;
  readonly at: Date;
}

/** The board of each repository, and why people opted out. It can be lost: GitHub is the record. */
export interface BoardIndex {
  /** Null: nobody has looked for it yet. */
  of(repository: OfRepository): Promise<KnownBoard | null>;
  note(repository: OfRepository, board: KnownBoard): Promise<void>;
  forget(repository: OfRepository): Promise<void>;
  /** What a pull request's opt-out says; null: it has none. Answers whether that is news. */
  noteOptOut(repository: OfRepository, optOut: NotedOptOut): Promise<{ readonly changed: boolean }>;
  /** The latest first. */
  optOuts(repository: OfRepository, since: Date): Promise<readonly KnownOptOut[]>;
}

export interface NotedOptOut {
  readonly number: number;
  readonly reason: string | null;
  readonly at: Date;
}

export function boardIndex(database: Database): BoardIndex {
  return {
    async of({ installation, repositoryId }) {
      const sql = `SELECT number FROM outcome.boards WHERE ${ofRepository}`;
      const [row] = await database.query(sql, [installation, repositoryId]);
      return row === undefined ? null : boardRow.parse(row);
    },
    async note({ installation, repositoryId }, { number }) {
      await database.query(
        `INSERT INTO outcome.boards (installation, repository_id, number) VALUES ($1, $2, $3)
         ON CONFLICT (installation, repository_id) DO UPDATE SET number = excluded.number`,
        [installation, repositoryId, number],
      );
    },
    async forget({ installation, repositoryId }) {
      await database.query(`DELETE FROM outcome.boards WHERE ${ofRepository}`, [installation, repositoryId]);
    },
    noteOptOut: (repository, optOut) => noteOptOut(database, repository, optOut),
    async optOuts({ installation, repositoryId }, since) {
      const rows = await database.query(
        `SELECT number, reason, at FROM outcome.opt_outs WHERE ${ofRepository} AND at >= $3 ORDER BY at DESC, number DESC`,
        [installation, repositoryId, since.toISOString()],
      );
      return rows.map((row) => optOutRow.parse(row));
    },
  };
}

const ofRepository = "installation = $1 AND repository_id = $2";

const boardRow = z.object({ number: z.number().nullable() });

const optOutRow = z.object({ number: z.number(), reason: z.string(), at: z.coerce.date() });

/** When it was first seen stays: only what it says may change. */
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
           ON CONFLICT (installation, repository_id, number) DO UPDATE SET reason = excluded.reason
           WHERE known.reason <> excluded.reason RETURNING number`,
          [...key, reason.replaceAll("\u0000", " "), at.toISOString()],
        );
  return { changed: rows.length > 0 };
}
