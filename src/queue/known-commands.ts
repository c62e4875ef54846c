import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

/** A comment by which somebody commands. What it says stands on GitHub and is read there each time. */
export interface KnownCommand {
  readonly nodeId: string;
  /** When the comment was written. */
  readonly at: Date;
  /** Whether it is read back at each look; else it was done once, or refused. */
  readonly standing: boolean;
}

/**
 * Whether an answer in words may be written: nobody has tried; somebody may have, so that it is to be looked for first; it
 * was answered; or the thread has enough of them for an hour.
 */
export type AnswerClaim = "first" | "unsure" | "answered" | "too-many";

/** What is known of a thread whose comments are about to be read, all of them. */
export interface BeforeReading {
  /** Node ids of commands that were refused, or done once: what they say does not stand. */
  readonly refused: readonly string[];
  /** How often it was doubted that all are known. */
  readonly doubts: number;
}

/** All that stand on a thread, as they were read. */
export interface FoundCommands {
  readonly commands: readonly KnownCommand[];
  /** As it was before they were read: what was doubted since may not be among them. */
  readonly doubts: number;
  /** Of those that were known and were not found, what was written before then is gone. */
  readonly goneBefore: Date;
}

/** Which comments hold commands, and which of them were answered. Without it all comments of a thread are read. */
export interface CommandIndex {
  /** Node ids of those that stand, at most a hundred; "cold": nobody knows whether these are all, or there are more. */
  of(thread: ThreadRef): Promise<readonly string[] | "cold">;
  /** One that was told of. */
  note(thread: ThreadRef, command: KnownCommand): Promise<void>;
  beforeReading(thread: ThreadRef): Promise<BeforeReading>;
  /** All that stand on the thread now. Answers with those that were not known: somebody may have answered them before. */
  noteAll(thread: ThreadRef, found: FoundCommands): Promise<readonly string[]>;
  /** Something happened there that nobody told of: the next look reads all comments. */
  doubt(repository: OfRepository, numbers: readonly number[]): Promise<void>;
  /** Of these, those that were written before then. */
  forget(thread: ThreadRef, nodeIds: readonly string[], before: Date): Promise<void>;
  isAnswered(thread: ThreadRef, nodeId: string): Promise<boolean>;
  /** To be called before an answer in words is written. */
  claimAnswer(thread: ThreadRef, nodeId: string, now: Date): Promise<AnswerClaim>;
  noteAnswered(thread: ThreadRef, nodeId: string): Promise<void>;
}

export function commandIndex(database: Database): CommandIndex {
  return {
    of: (thread) => readCommands(database, thread),
    note: (thread, command) => noteOne(database, thread, command),
    beforeReading: (thread) => readBefore(database, thread),
    noteAll: (thread, found) => noteAll(database, thread, found),
    doubt: (repository, numbers) => doubt(database, repository, numbers),
    forget: (thread, nodeIds, before) => forget(database, thread, { nodeIds, before }),
    isAnswered: (thread, nodeId) => isAnswered(database, thread, nodeId),
    claimAnswer: (thread, nodeId, now) =>
      database.transaction((statements) => claimAnswer(statements, thread, { nodeId, now })),
    noteAnswered: (thread, nodeId) => noteAnswered(database, thread, nodeId),
  };
}

/** GitHub looks up so many ids at once. */
const MOST_READ = 100;

const known = z.object({ known: z.boolean().nullable(), ids: z.array(z.string()) });

async function readCommands(statements: Statements, thread: ThreadRef): Promise<readonly string[] | "cold"> {
  const [row] = await statements.query(
    `SELECT (SELECT commands_known FROM outcome.thread_comments WHERE ${ofThread}) AS known,
       ARRAY(SELECT node_id FROM outcome.commands WHERE ${ofThread} AND standing ORDER BY at DESC LIMIT ${MOST_READ + 1}) AS ids`,
    threadKey(thread),
  );
  const read = known.parse(row);
  // Which of too many count depends on who wrote them.
  return read.known === true && read.ids.length <= MOST_READ ? read.ids : "cold";
}

const beforeRow = z.object({ doubts: z.number().nullable(), refused: z.array(z.string()) });

async function readBefore(statements: Statements, thread: ThreadRef): Promise<BeforeReading> {
  const [row] = await statements.query(
    `SELECT (SELECT doubts FROM outcome.thread_comments WHERE ${ofThread}) AS doubts,
       ARRAY(SELECT node_id FROM outcome.commands WHERE ${ofThread} AND NOT standing) AS refused`,
    threadKey(thread),
  );
  const { doubts, refused } = beforeRow.parse(row);
  return { doubts: doubts ?? 0, refused };
}

const columns = "installation, repository_id, number, node_id, at, standing, answer";

async function noteOne(statements: Statements, thread: ThreadRef, command: KnownCommand): Promise<void> {
  const { nodeId, at, standing } = command;
  await statements.query(
    `INSERT INTO outcome.commands (${columns}) VALUES ($1, $2, $3, $4, $5, $6, 'none')
     ON CONFLICT (installation, repository_id, number, node_id) DO UPDATE SET standing = excluded.standing`,
    [...threadKey(thread), nodeId, at.toISOString(), standing],
  );
}

const nodeRow = z.object({ node_id: z.string() });

async function noteAll(
  database: Database,
  thread: ThreadRef,
  { commands, doubts, goneBefore }: FoundCommands,
): Promise<readonly string[]> {
  return database.transaction(async (statements) => {
    const rows = await statements.query(
      `INSERT INTO outcome.commands (${columns})
       SELECT $1::bigint, $2::bigint, $3::integer, one.node_id, one.at, one.standing, 'unsure'
       FROM unnest($4::text[], $5::timestamptz[], $6::boolean[]) AS one (node_id, at, standing)
       ON CONFLICT (installation, repository_id, number, node_id) DO NOTHING RETURNING node_id`,
      [
        ...threadKey(thread),
        commands.map(({ nodeId }) => nodeId),
        commands.map(({ at }) => at.toISOString()),
        commands.map(({ standing }) => standing),
      ],
    );
    await statements.query(
      `DELETE FROM outcome.commands WHERE ${ofThread} AND standing AND at < $4 AND node_id <> ALL($5::text[])`,
      [...threadKey(thread), goneBefore.toISOString(), commands.map(({ nodeId }) => nodeId)],
    );
    await statements.query(
      `UPDATE outcome.thread_comments SET commands_known = true WHERE ${ofThread} AND NOT commands_known AND doubts = $4`,
      [...threadKey(thread), doubts],
    );
    return rows.map((row) => nodeRow.parse(row).node_id);
  });
}

async function doubt(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return;
  await statements.query(
    `UPDATE outcome.thread_comments SET commands_known = false, doubts = doubts + 1
     WHERE installation = $1 AND repository_id = $2 AND number = ANY($3::integer[])`,
    [installation, repositoryId, numbers],
  );
}

interface Forgotten {
  readonly nodeIds: readonly string[];
  readonly before: Date;
}

async function forget(statements: Statements, thread: ThreadRef, { nodeIds, before }: Forgotten): Promise<void> {
  if (nodeIds.length === 0) return;
  await statements.query(`DELETE FROM outcome.commands WHERE ${ofThread} AND node_id = ANY($4::text[]) AND at < $5`, [
    ...threadKey(thread),
    nodeIds,
    before.toISOString(),
  ]);
}

const ofComment = `${ofThread} AND node_id = $4`;

async function isAnswered(statements: Statements, thread: ThreadRef, nodeId: string): Promise<boolean> {
  const rows = await statements.query(`SELECT FROM outcome.commands WHERE ${ofComment} AND answer = 'done'`, [
    ...threadKey(thread),
    nodeId,
  ]);
  return rows.length > 0;
}

async function noteAnswered(statements: Statements, thread: ThreadRef, nodeId: string): Promise<void> {
  await statements.query(`UPDATE outcome.commands SET answer = 'done' WHERE ${ofComment}`, [
    ...threadKey(thread),
    nodeId,
  ]);
}

/** Answers in words on one thread, and in how many milliseconds: two who answer each other without end are let be. */
const MOST_ANSWERS = 5;
const HOUR_MS = 3600 * 1000;

const answerRow = z.object({
  node_id: z.string(),
  answer: z.enum(["none", "unsure", "done"]),
  worded_at: z.coerce.date().nullable(),
});

interface Claim {
  readonly nodeId: string;
  readonly now: Date;
}

/** All of the thread are locked: of two that claim at once, one waits and counts the other. */
async function claimAnswer(statements: Statements, thread: ThreadRef, { nodeId, now }: Claim): Promise<AnswerClaim> {
  const rows = await statements.query(
    `SELECT node_id, answer, worded_at FROM outcome.commands WHERE ${ofThread} ORDER BY node_id FOR UPDATE`,
    threadKey(thread),
  );
  const all = rows.map((row) => answerRow.parse(row));
  const own = all.find(({ node_id: id }) => id === nodeId);
  if (own?.answer === "done") return "answered";
  if (own !== undefined && own.worded_at !== null) return "unsure";
  const lately = all.filter(({ worded_at: at }) => at !== null && now.getTime() - at.getTime() < HOUR_MS);
  if (lately.length >= MOST_ANSWERS) return "too-many";
  await statements.query(`UPDATE outcome.commands SET answer = 'unsure', worded_at = $5 WHERE ${ofComment}`, [
    ...threadKey(thread),
    nodeId,
    now.toISOString(),
  ]);
  return own?.answer === "unsure" ? "unsure" : "first";
}

/** In milliseconds: longer than a delivery may come late, for a command that comes again must be known to be answered. */
const KEPT_MS = 4 * 24 * 3600 * 1000;

/** On a thread that is known all are kept: also what was refused there, or it would count when all comments are read. */
export async function forgetOldCommands(statements: Statements, now: Date): Promise<void> {
  await statements.query(
    `DELETE FROM outcome.commands command WHERE at < $1 AND NOT EXISTS (
       SELECT FROM outcome.thread_comments comment
       WHERE (comment.installation, comment.repository_id, comment.number)
         = (command.installation, command.repository_id, command.number))`,
    [new Date(now.getTime() - KEPT_MS).toISOString()],
  );
}
