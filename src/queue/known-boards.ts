import { z } from "zod";
import type { Database } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";

/** What is known of a repository's board. */
export type KnownBoard =
  | { readonly kind: "unknown" }
  /** A create was begun of which nobody knows how it ended. */
  | { readonly kind: "making" }
  /** Made, and not known to be pinned yet. */
  | { readonly kind: "made"; readonly number: number }
  | { readonly kind: "there"; readonly number: number }
  /** A person deleted the one that had this label. */
  | { readonly kind: "deleted"; readonly label: string };

/** The board of each repository. It can be lost: GitHub is the record, but for what a person deleted. */
export interface BoardIndex {
  of(repository: OfRepository): Promise<KnownBoard>;
  note(repository: OfRepository, board: KnownBoard): Promise<void>;
  /** What GitHub told for it last, as it was noted; null: nothing yet. */
  told(repository: OfRepository): Promise<unknown>;
  noteTold(repository: OfRepository, told: unknown): Promise<void>;
  forget(repository: OfRepository): Promise<void>;
}

export function boardIndex(database: Database): BoardIndex {
  return {
    async of({ installation, repositoryId }) {
      const sql = `SELECT number, kept_out, making FROM outcome.boards WHERE ${ofRepository}`;
      const [row] = await database.query(sql, [installation, repositoryId]);
      return row === undefined ? { kind: "unknown" } : toKnown(boardRow.parse(row));
    },
    async note({ installation, repositoryId }, board) {
      await database.query(
        `INSERT INTO outcome.boards (installation, repository_id, number, kept_out, making) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (installation, repository_id)
         DO UPDATE SET number = excluded.number, kept_out = excluded.kept_out, making = excluded.making`,
        [
          installation,
          repositoryId,
          board.kind === "made" || board.kind === "there" ? board.number : null,
          board.kind === "deleted" ? board.label : null,
          board.kind === "making" || board.kind === "made",
        ],
      );
    },
    async told({ installation, repositoryId }) {
      const sql = `SELECT told FROM outcome.boards WHERE ${ofRepository}`;
      const [row] = await database.query(sql, [installation, repositoryId]);
      const told: unknown = row === undefined ? null : JSON.parse(toldRow.parse(row).told ?? "null");
      return told;
    },
    async noteTold({ installation, repositoryId }, told) {
      await database.query(
        `INSERT INTO outcome.boards (installation, repository_id, told) VALUES ($1, $2, $3)
         ON CONFLICT (installation, repository_id) DO UPDATE SET told = excluded.told`,
        [installation, repositoryId, JSON.stringify(told)],
      );
    },
    async forget({ installation, repositoryId }) {
      await database.query(`DELETE FROM outcome.boards WHERE ${ofRepository}`, [installation, repositoryId]);
    },
  };
}

const ofRepository = "installation = $1 AND repository_id = $2";

const boardRow = z.object({ number: z.number().nullable(), kept_out: z.string().nullable(), making: z.boolean() });

const toldRow = z.object({ told: z.string().nullable() });

function toKnown({ number, kept_out: label, making }: z.output<typeof boardRow>): KnownBoard {
  if (number !== null) return { kind: making ? "made" : "there", number };
  if (label !== null) return { kind: "deleted", label };
  return { kind: making ? "making" : "unknown" };
}
