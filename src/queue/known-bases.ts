import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { bigint } from "./thread-ref.ts";

/** A repository with a configuration, as one installation sees it. */
export interface ConfiguredRepository {
  readonly installation: number;
  readonly repositoryId: number;
  readonly owner: string;
  readonly name: string;
}

/** One that configurations build on. It is named by its name in them, so its id does not matter. */
export interface BaseName {
  readonly owner: string;
  readonly name: string;
}

/** How many repositories one changed base wakes at once; a sweep looks at the rest. */
const WOKEN_AT_ONCE = 1000;

const baseRow = z.object({ owner: z.string(), name: z.string(), base_owner: z.string(), base_name: z.string() });
type BaseRow = z.infer<typeof baseRow>;

/** Writes only when something changed: a configuration is loaded far more often than what it builds on changes. */
export async function writeBases(
  database: Database,
  repository: ConfiguredRepository,
  bases: readonly BaseName[],
): Promise<void> {
  const key = [repository.installation, repository.repositoryId] as const;
  const wanted = rowsFor(repository, bases);
  if (isDeepStrictEqual(await readRows(database, key), wanted)) return;
  await database.transaction(async (statements) => {
    await statements.query(`DELETE FROM outcome.bases WHERE installation = $1 AND repository_id = $2`, key);
    await statements.query(
      `INSERT INTO outcome.bases (installation, repository_id, owner, name, base_owner, base_name)
       SELECT $1::bigint, $2::bigint, wanted.*
       FROM json_to_recordset($3::text::json) AS wanted (owner text, name text, base_owner text, base_name text)`,
      [...key, JSON.stringify(wanted)],
    );
  });
}

const repositoryRow = z.object({ installation: bigint, repository_id: bigint, owner: z.string(), name: z.string() });

/** Of every installation: a base may belong to another owner. Each is looked at with its own installation's rights. */
export async function buildingOn(statements: Statements, base: BaseName): Promise<readonly ConfiguredRepository[]> {
  const rows = await statements.query(
    `SELECT installation, repository_id, owner, name FROM outcome.bases
     WHERE base_owner = $1 AND base_name = $2
     ORDER BY installation, repository_id LIMIT ${WOKEN_AT_ONCE}`,
    [base.owner.toLowerCase(), base.name.toLowerCase()],
  );
  return rows.map((row) => {
    const { repository_id: repositoryId, ...repository } = repositoryRow.parse(row);
    return { ...repository, repositoryId };
  });
}

async function readRows(statements: Statements, key: readonly [number, number]): Promise<readonly BaseRow[]> {
  const rows = await statements.query(
    `SELECT owner, name, base_owner, base_name FROM outcome.bases WHERE installation = $1 AND repository_id = $2`,
    key,
  );
  return inOrder(rows.map((row) => baseRow.parse(row)));
}

/** Owners and names have no regard to case, so a base has one row. */
function rowsFor({ owner, name }: ConfiguredRepository, bases: readonly BaseName[]): readonly BaseRow[] {
  const rows = bases.map((base): BaseRow => {
    return { owner, name, base_owner: base.owner.toLowerCase(), base_name: base.name.toLowerCase() };
  });
  return inOrder(rows).filter((row, index, sorted) => !isDeepStrictEqual(row, sorted[index - 1]));
}

function inOrder(rows: readonly BaseRow[]): readonly BaseRow[] {
  const keyOf = ({ base_owner: owner, base_name: name }: BaseRow): string => `${owner}/${name}`;
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
