import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

export interface KnownProblem {
  readonly number: number;
  readonly title: string;
  /** What its text says, without marks, cut in length. */
  readonly words: string;
}

/** An open problem, with what makes it one: a list of labels and types finds it again, or only a look at it does. */
export interface NotedProblem extends KnownProblem {
  readonly foundBy: "kind" | "form";
}

/** The open problems of each repository, to see which of them a pull request may be about. It can be lost. */
export interface ProblemIndex {
  /** The newest first, at most 1,000. */
  of(repository: OfRepository): Promise<readonly NotedProblem[]>;
  /** As a look found it. */
  note(repository: OfRepository, problem: NotedProblem, at: Date): Promise<void>;
  /** Closed, or no problem any more. */
  forget(thread: ThreadRef): Promise<void>;
  /** All that a list holds which was begun then. Others of their kind are none any more, but for those looked at since. */
  replaceListed(repository: OfRepository, problems: readonly KnownProblem[], began: Date): Promise<void>;
  /** Null: never, or nothing is known of the repository. */
  listedAt(repository: OfRepository): Promise<Date | null>;
  /** As if they had never been listed; what is known of them stays. */
  forgetListed(repository: OfRepository): Promise<void>;
}

/** More are not told apart by a few words, and are read at each look at a pull request without a problem. */
const KEPT = 1000;

export function problemIndex(database: Database): ProblemIndex {
  return {
    of: (repository) => readProblems(database, repository),
    note: (repository, problem, at) => noteProblems(database, repository, { problems: [problem], at }),
    async forget(thread) {
      await database.query(`DELETE FROM outcome.problems WHERE ${ofThread}`, threadKey(thread));
    },
    replaceListed: (repository, problems, began) =>
      database.transaction((statements) => replaceListed(statements, repository, { problems, began })),
    listedAt: (repository) => readListed(database, repository),
    forgetListed: (repository) => noteListed(database, repository, null),
  };
}

const ofRepository = "installation = $1 AND repository_id = $2";

function keyOf({ installation, repositoryId }: OfRepository): readonly number[] {
  return [installation, repositoryId];
}

const problemRow = z
  .object({ number: z.number(), title: z.string(), words: z.string(), found_by: z.enum(["kind", "form"]) })
  .transform(({ found_by: foundBy, ...problem }): NotedProblem => ({ ...problem, foundBy }));

async function readProblems(statements: Statements, repository: OfRepository): Promise<readonly NotedProblem[]> {
  const rows = await statements.query(
    `SELECT number, title, words, found_by FROM outcome.problems WHERE ${ofRepository} ORDER BY number DESC LIMIT ${KEPT}`,
    keyOf(repository),
  );
  return rows.map((row) => problemRow.parse(row));
}

interface Noted {
  readonly problems: readonly NotedProblem[];
  readonly at: Date;
  /** Which of them are noted; all, where it is not given. */
  readonly which?: string;
}

/** Who looked later than the list was begun knows better, also that the issue was closed meanwhile and has no row here. */
const notLookedAtSince = `WHERE NOT EXISTS (
       SELECT FROM outcome.looks
       WHERE ${ofRepository} AND looks.number = noted.number AND looks.at >= $3::timestamptz
     )`;

/** What an older list says of a problem that was looked at since is passed over. */
async function noteProblems(
  statements: Statements,
  repository: OfRepository,
  { problems, at, which = "" }: Noted,
): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.problems AS known (installation, repository_id, at, number, title, words, found_by)
     SELECT $1::bigint, $2::bigint, $3::timestamptz, noted.*
     FROM json_to_recordset($4::text::json) AS noted (number integer, title text, words text, "foundBy" text)
     ${which}
     ON CONFLICT (installation, repository_id, number) DO UPDATE
     SET at = excluded.at, title = excluded.title, words = excluded.words, found_by = excluded.found_by
     WHERE known.at <= excluded.at`,
    [...keyOf(repository), at.toISOString(), JSON.stringify(problems.map(storable))],
  );
  await statements.query(
    `DELETE FROM outcome.problems WHERE ${ofRepository} AND number <
       (SELECT number FROM outcome.problems WHERE ${ofRepository} ORDER BY number DESC LIMIT 1 OFFSET ${KEPT - 1})`,
    keyOf(repository),
  );
}

/** PostgreSQL keeps no text with this character in it, and refuses the statement. */
function storable({ number, title, words, foundBy }: NotedProblem) {
  return { number, title: title.replaceAll("\0", " "), words: words.replaceAll("\0", " "), foundBy };
}

async function replaceListed(
  statements: Statements,
  repository: OfRepository,
  { problems, began }: { readonly problems: readonly KnownProblem[]; readonly began: Date },
): Promise<void> {
  await statements.query(
    `DELETE FROM outcome.problems WHERE ${ofRepository} AND found_by = 'kind' AND at < $3 AND NOT (number = ANY($4::integer[]))`,
    [...keyOf(repository), began.toISOString(), problems.map(({ number }) => number)],
  );
  const noted = problems.map((problem): NotedProblem => ({ ...problem, foundBy: "kind" }));
  await noteProblems(statements, repository, { problems: noted, at: began, which: notLookedAtSince });
  await noteListed(statements, repository, began);
}

async function noteListed(statements: Statements, repository: OfRepository, at: Date | null): Promise<void> {
  const listed = `UPDATE outcome.policies SET problems_listed_at = $3 WHERE ${ofRepository}`;
  await statements.query(listed, [...keyOf(repository), at?.toISOString() ?? null]);
}

const listedRow = z.object({ problems_listed_at: z.coerce.date().nullable() });

async function readListed(statements: Statements, repository: OfRepository): Promise<Date | null> {
  const [row] = await statements.query(
    `SELECT problems_listed_at FROM outcome.policies WHERE ${ofRepository}`,
    keyOf(repository),
  );
  return row === undefined ? null : listedRow.parse(row).problems_listed_at;
}
