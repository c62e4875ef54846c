import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { Limit, Spent } from "./find-room.ts";
import { findRoom } from "./find-room.ts";

interface Wanted {
  readonly installation: number;
  /** What is counted: each kind by itself. */
  readonly kind: string;
  readonly limits: readonly Limit[];
  readonly least: number;
  readonly most: number;
  readonly enough: number;
  readonly promised: number;
  readonly now: Date;
}

type Taken = { readonly kind: "taken"; readonly amount: number } | { readonly kind: "full"; readonly until: Date };

/** What was spent of what GitHub allows each installation. Every process that shares the store counts here. */
export interface Allowances {
  /** Takes between `least` and `most`, or nothing and says when there will be room behind what is `promised`. */
  readonly take: (wanted: Wanted) => Promise<Taken>;
  readonly close: (installation: number, until: Date) => Promise<void>;
  readonly closedUntil: (installation: number) => Promise<Date | null>;
}

/** The kind of the row whose time is no time of spending: until then the installation is to be left alone. */
const CLOSED = "closed";

/** Whose clock dates what is spent. Processes that share a store count by its clock: theirs need not agree. */
type Dating = "store" | "process";

export function allowances(database: Database, dating: Dating = datingOf(database)): Allowances {
  return {
    take: (wanted) => database.transaction((statements) => take(statements, wanted, dating)),
    close: (installation, until) => database.transaction((statements) => close(statements, installation, until)),
    // Where nobody shares the store, the one process knows by itself, and is spared a statement for each request.
    closedUntil: async (installation) =>
      database.sharing === "one-process" ? null : closedUntil(database, installation),
  };
}

function datingOf({ sharing }: Database): Dating {
  return sharing === "one-process" ? "process" : "store";
}

async function take(statements: Statements, asked: Wanted, dating: Dating): Promise<Taken> {
  const storeNow = await lock(statements, asked.installation);
  const now = dating === "store" ? storeNow : asked.now;
  const wanted = { ...asked, now };
  const room = findRoom(await readSpent(statements, wanted), wanted);
  if (room.kind === "room") {
    await spend(statements, wanted, room.amount);
    return { kind: "taken", amount: room.amount };
  }
  return { kind: "full", until: new Date(room.until.getTime() - now.getTime() + asked.now.getTime()) };
}

const lockedRow = z.object({ now: z.coerce.date() });

/** Two processes that look at once would both find the last place. Answers the store's time. */
async function lock(statements: Statements, installation: number): Promise<Date> {
  const [row] = await statements.query(
    "SELECT pg_advisory_xact_lock(hashtextextended($1, 0)), clock_timestamp() AS now",
    [`allowances ${installation}`],
  );
  return lockedRow.parse(row).now;
}

const spent = z.array(z.object({ at: z.coerce.date(), amount: z.number() }));

/** In milliseconds. A row from further ahead was written before somebody set the clock back: it would count for ever. */
const AHEAD_MS = 60_000;

/** Without what no longer counts, which is deleted on the way. */
async function readSpent(
  statements: Statements,
  { installation, kind, limits, now }: Wanted,
): Promise<readonly Spent[]> {
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const [oldest, newest] = [now.getTime() - longest, now.getTime() + AHEAD_MS].map((time) =>
    new Date(time).toISOString(),
  );
  const rows = await statements.query(
    `WITH over AS (
       DELETE FROM outcome.allowances WHERE installation = $1 AND kind = $2 AND NOT (at > $3 AND at < $4)
     )
     SELECT at, amount FROM outcome.allowances
     WHERE installation = $1 AND kind = $2 AND at > $3 AND at < $4 ORDER BY at`,
    [installation, kind, oldest, newest],
  );
  return spent.parse(rows);
}

const SECOND_MS = 1000;

/** What is taken within a second is one row, dated at its end. */
async function spend(statements: Statements, { installation, kind, now }: Wanted, amount: number): Promise<void> {
  const at = new Date(Math.ceil(now.getTime() / SECOND_MS) * SECOND_MS);
  await statements.query(
    `INSERT INTO outcome.allowances (installation, kind, at, amount) VALUES ($1, $2, $3, $4)
     ON CONFLICT (installation, kind, at) DO UPDATE SET amount = allowances.amount + excluded.amount`,
    [installation, kind, at.toISOString(), amount],
  );
}

async function close(statements: Statements, installation: number, until: Date): Promise<void> {
  const values = [installation, CLOSED, until.toISOString()];
  await lock(statements, installation);
  await statements.query("DELETE FROM outcome.allowances WHERE installation = $1 AND kind = $2 AND at < $3", values);
  await statements.query(
    `INSERT INTO outcome.allowances (installation, kind, at, amount) VALUES ($1, $2, $3, 0)
     ON CONFLICT (installation, kind, at) DO NOTHING`,
    values,
  );
}

async function closedUntil(statements: Statements, installation: number): Promise<Date | null> {
  const rows = await statements.query(
    "SELECT max(at) AS at FROM outcome.allowances WHERE installation = $1 AND kind = $2",
    [installation, CLOSED],
  );
  return z.array(z.object({ at: z.coerce.date().nullable() })).parse(rows)[0]?.at ?? null;
}

/** For an installation that is gone, and for those that nobody asks for any more. */
export async function forgetOldAllowances(database: Database, now: Date): Promise<void> {
  const twoHoursAgo = new Date(now.getTime() - 2 * 3_600_000).toISOString();
  await database.query("DELETE FROM outcome.allowances WHERE at < $1", [twoHoursAgo]);
}
