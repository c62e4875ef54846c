import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { bigint } from "./thread-ref.ts";
import type { ConfiguredRepository } from "./known-bases.ts";
import type { OfRepository } from "./known-heads.ts";

/** What a repository's configuration asked when it was read last. */
export type Asks = "requires" | "advises" | "nothing";

export interface Swept {
  readonly at: Date | null;
  readonly version: string | null;
}

/**
 * Which repositories are configured, and how strictly. It tells the sweep where to look, and says what an answer that
 * could not be determined must be while GitHub does not even answer for the configuration.
 */
export interface PolicyIndex {
  note(repository: ConfiguredRepository, asks: Asks): Promise<void>;
  /** The same for many that are not configured, where nothing is known of them yet. */
  noteUnasked(repositories: readonly ConfiguredRepository[]): Promise<void>;
  /** Null: never read. */
  of(repository: OfRepository): Promise<Asks | null>;
  /** Where anything is asked, in the order of their ids. */
  configured(): Promise<readonly ConfiguredRepository[]>;
  /** Installations of which any repository was read. */
  installations(): Promise<ReadonlySet<number>>;
  /** When the repository was swept last, and for which version of its configuration all were woken; null: never. */
  swept(repository: OfRepository): Promise<Swept>;
  noteSwept(repository: OfRepository, at: Date): Promise<void>;
  noteVersion(repository: OfRepository, version: string): Promise<void>;
  /** It is no longer this installation's. */
  forget(repository: OfRepository): Promise<void>;
}

export function policyIndex(database: Database): PolicyIndex {
  return {
    note: (repository, asks) => notePolicy(database, repository, asks),
    noteUnasked: (repositories) => noteUnasked(database, repositories),
    of: (repository) => readPolicy(database, repository),
    configured: () => listConfigured(database),
    installations: () => listInstallations(database),
    swept: (repository) => readSwept(database, repository),
    async noteSwept(repository, at) {
      const values = [...keyOf(repository), at.toISOString()];
      await database.query(`UPDATE outcome.policies SET swept_at = $3 WHERE ${ofRepository}`, values);
    },
    async noteVersion(repository, version) {
      const values = [...keyOf(repository), version];
      await database.query(`UPDATE outcome.policies SET version = $3 WHERE ${ofRepository}`, values);
    },
    async forget(repository) {
      await database.query(`DELETE FROM outcome.policies WHERE ${ofRepository}`, keyOf(repository));
    },
  };
}

const ofRepository = "installation = $1 AND repository_id = $2";

function keyOf({ installation, repositoryId }: OfRepository): readonly number[] {
  return [installation, repositoryId];
}

/**
 * Every look notes it: the row is written only where something is new. Of what was commanded while nothing was configured
 * nobody took note: once something is, all comments are read.
 */
async function notePolicy(statements: Statements, repository: ConfiguredRepository, asks: Asks): Promise<void> {
  await statements.query(
    `WITH before AS (SELECT asks FROM outcome.policies WHERE ${ofRepository}), noted AS (
       INSERT INTO outcome.policies AS known (installation, repository_id, owner, name, asks) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (installation, repository_id) DO UPDATE
       SET owner = excluded.owner, name = excluded.name, asks = excluded.asks
       WHERE (known.owner, known.name, known.asks) <> (excluded.owner, excluded.name, excluded.asks))
     UPDATE outcome.thread_comments SET commands_known = false, doubts = doubts + 1
     WHERE ${ofRepository} AND $5::text <> 'nothing' AND (SELECT asks FROM before) = 'nothing'`,
    [...keyOf(repository), repository.owner, repository.name, asks],
  );
}

async function noteUnasked(statements: Statements, repositories: readonly ConfiguredRepository[]): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.policies (installation, repository_id, owner, name, asks)
     SELECT installation, "repositoryId", owner, name, 'nothing'
     FROM json_to_recordset($1::text::json) AS listed
       (installation bigint, "repositoryId" bigint, owner text, name text)
     ON CONFLICT (installation, repository_id) DO NOTHING`,
    [JSON.stringify(repositories)],
  );
}

const policyRow = z.object({ asks: z.enum(["requires", "advises", "nothing"]) });

async function readPolicy(statements: Statements, repository: OfRepository): Promise<Asks | null> {
  const [row] = await statements.query(`SELECT asks FROM outcome.policies WHERE ${ofRepository}`, keyOf(repository));
  return row === undefined ? null : policyRow.parse(row).asks;
}

const placeRow = z.object({ installation: bigint, repository_id: bigint, owner: z.string(), name: z.string() });

async function listConfigured(statements: Statements): Promise<readonly ConfiguredRepository[]> {
  const rows = await statements.query(
    `SELECT installation, repository_id, owner, name FROM outcome.policies
     WHERE asks <> 'nothing' ORDER BY installation, repository_id`,
  );
  return rows
    .map((row) => placeRow.parse(row))
    .map(({ repository_id: repositoryId, ...place }) => ({ ...place, repositoryId }));
}

async function listInstallations(statements: Statements): Promise<ReadonlySet<number>> {
  const rows = await statements.query("SELECT DISTINCT installation FROM outcome.policies");
  return new Set(rows.map((row) => z.object({ installation: bigint }).parse(row).installation));
}

const sweptRow = z.object({ swept_at: z.coerce.date().nullable(), version: z.string().nullable() });

async function readSwept(statements: Statements, repository: OfRepository): Promise<Swept> {
  const [row] = await statements.query(
    `SELECT swept_at, version FROM outcome.policies WHERE ${ofRepository}`,
    keyOf(repository),
  );
  if (row === undefined) return { at: null, version: null };
  const { swept_at: at, version } = sweptRow.parse(row);
  return { at, version };
}
