import { z } from "zod";
import type { Statements } from "./database.ts";
import { bigint, ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** Our sticky comment, or "none": we looked, and there is none. */
export type KnownComment = { readonly id: number; readonly nodeId: string; readonly minimisedByUs: boolean } | "none";

const commentRow = z.object({
  comment_id: bigint.nullable(),
  node_id: z.string().nullable(),
  minimised_by_us: z.boolean(),
});

export async function readComment(statements: Statements, thread: ThreadRef): Promise<KnownComment | undefined> {
  const [row] = await statements.query(
    `SELECT comment_id, node_id, minimised_by_us FROM outcome.thread_comments WHERE ${ofThread}`,
    threadKey(thread),
  );
  if (row === undefined) return undefined;
  const { comment_id: id, node_id: nodeId, minimised_by_us: minimisedByUs } = commentRow.parse(row);
  return id === null || nodeId === null ? "none" : { id, nodeId, minimisedByUs };
}

export async function writeComment(statements: Statements, thread: ThreadRef, known: KnownComment): Promise<void> {
  const values = known === "none" ? [null, null, false] : [known.id, known.nodeId, known.minimisedByUs];
  await statements.query(
    `INSERT INTO outcome.thread_comments (installation, repository_id, number, comment_id, node_id, minimised_by_us)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (installation, repository_id, number) DO UPDATE
     SET comment_id = excluded.comment_id, node_id = excluded.node_id, minimised_by_us = excluded.minimised_by_us`,
    [...threadKey(thread), ...values],
  );
}

export async function forgetComment(statements: Statements, thread: ThreadRef): Promise<void> {
  await statements.query(`DELETE FROM outcome.thread_comments WHERE ${ofThread}`, threadKey(thread));
}
