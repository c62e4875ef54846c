import { z } from "zod";
import type { Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";

/** Which merged pull request takes another back, null where it stands again; and since when that is so. */
export interface KnownStanding {
  readonly revertedBy: number | null;
  readonly since: Date;
}

/** "unknown": no revert of it was ever seen, which after a loss of the store need not mean that there is none. */
export type Standing = KnownStanding | "unknown";

/** What a merged pull request takes back, and when it was merged. */
export interface Reverting {
  readonly number: number;
  readonly at: Date;
  readonly targets: readonly number[];
}

export async function writeReverts(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  { number, at, targets }: Reverting,
): Promise<void> {
  await statements.query(
    `INSERT INTO outcome.reverts (installation, repository_id, number, at, target)
     SELECT $1::bigint, $2::bigint, $3::integer, $4::timestamptz, unnest($5::integer[])
     ON CONFLICT (installation, repository_id, number, target) DO NOTHING`,
    [installation, repositoryId, number, at.toISOString(), targets],
  );
}

const edgeRow = z.object({ number: z.number(), target: z.number(), at: z.coerce.date() });
type Edge = z.output<typeof edgeRow>;

/** For each of these pull requests whether it stands: who took it back may have been taken back in turn. */
export async function readStanding(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Standing>> {
  const rows = await statements.query(
    `WITH RECURSIVE above AS (
       SELECT number, target, at FROM outcome.reverts
       WHERE installation = $1 AND repository_id = $2 AND target = ANY($3::integer[])
       UNION
       SELECT one.number, one.target, one.at FROM outcome.reverts AS one JOIN above ON one.target = above.number
       WHERE one.installation = $1 AND one.repository_id = $2
     ) SELECT number, target, at FROM above ORDER BY at DESC`,
    [installation, repositoryId, numbers],
  );
  return standingsOf(
    numbers,
    rows.map((row) => edgeRow.parse(row)),
  );
}

/** By each revert once, the latest first, as it is merged after what it takes back: by each chain, there would be too many. */
function standingsOf(numbers: readonly number[], edges: readonly Edge[]): ReadonlyMap<number, Standing> {
  const reverts = new Map<number, Standing>();
  for (const { number, at } of edges) {
    if (reverts.has(number)) continue;
    const over = edges.filter((edge) => edge.target === number && edge.at > at);
    reverts.set(number, standingOf(over, reverts));
  }
  const overOf = (number: number) => edges.filter(({ target }) => target === number);
  return new Map(numbers.map((number) => [number, standingOf(overOf(number), reverts)]));
}

function standingOf(over: readonly Edge[], reverts: ReadonlyMap<number, Standing>): Standing {
  if (over.length === 0) return "unknown";
  const judged = over.map((edge) => effectOf(edge, reverts.get(edge.number) ?? "unknown"));
  const latest = judged.reduce((last, one) => (one.since > last.since ? one : last));
  return judged.find(({ revertedBy }) => revertedBy !== null) ?? latest;
}

/** What a revert does to what it takes back: nothing any more since it was taken back itself. */
function effectOf({ number, at }: Edge, itself: Standing): KnownStanding {
  if (itself === "unknown") return { revertedBy: number, since: at };
  return { revertedBy: itself.revertedBy === null ? number : null, since: itself.since };
}

/** What these take back, and what that takes back in turn, and so on: all whose standing depends on them. */
export async function readBelow(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  number: number,
): Promise<readonly number[]> {
  const rows = await statements.query(
    `WITH RECURSIVE below AS (
       SELECT target FROM outcome.reverts WHERE installation = $1 AND repository_id = $2 AND number = $3
       UNION
       SELECT one.target FROM outcome.reverts AS one JOIN below ON one.number = below.target
       WHERE one.installation = $1 AND one.repository_id = $2
     ) SELECT target FROM below ORDER BY target`,
    [installation, repositoryId, number],
  );
  return rows.map((row) => z.object({ target: z.number() }).parse(row).target);
}
