import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import {
  homeColumns,
  keyOf,
  ofHome,
  ofRepository,
  readAll,
  readDue,
  readHome,
  readHomeAbout,
  readOpen,
  readWaiting,
  writeMoved,
  writeWoken,
} from "./known-homes.ts";
import type { HomeRef } from "./known-homes.ts";
import { readMeasuredInside, readRecords, writeRecords } from "./known-records.ts";
import type { KeptRecord } from "./known-records.ts";
import { readBelow, readStanding, writeReverts } from "./known-reverts.ts";
import type { Reverting, Standing } from "./known-reverts.ts";

export type { HomeRef };

export interface KnownServed extends KeptRecord {
  readonly standing: Standing;
}

/** What a look at a home found. */
export interface HomeLook {
  /** When something becomes due by itself; null: nothing does. */
  readonly nextAt: Date | null;
  /** Whether it waits for a release. */
  readonly waits: boolean;
  /** What board and report tell of it, as JSON. */
  readonly summary: unknown;
  /** Since when GitHub has not shown a part that is no longer waited for. */
  readonly silentSince?: Date | null;
}

export interface LastLook {
  readonly summary: unknown;
  /** Since when GitHub has not answered for a part; null where it did. */
  readonly silentSince: Date | null;
  readonly begun: BegunWord | null;
}

/** A comment that was about to be made: whether it was, shows only once GitHub shows it. */
export interface BegunWord {
  readonly kind: "question" | "reminder" | "quote";
  readonly at: Date;
}

export interface Silence {
  /** Null where nothing becomes due by itself any more. */
  readonly nextAt: Date | null;
  /** Null where GitHub is not to blame. */
  readonly silentSince: Date | null;
}

/** Which merged work is followed up where, and when each home is looked at next. It can be lost: GitHub is the record. */
export interface FollowUpIndex {
  /** A merged pull request with a record, where it is followed up, and which problem elsewhere it is about. */
  noteServed(home: HomeRef, number: number, about?: string): Promise<void>;
  /** Where a problem of another repository is followed up in this one; null: nowhere yet. */
  homeAbout(repository: OfRepository, about: string): Promise<HomeRef | null>;
  /** The merged pull requests of a home, by number. */
  servedBy(home: HomeRef): Promise<readonly KnownServed[]>;
  /** Records of merged pull requests: GitHub deletes checks. What was noted once stays. */
  noteRecords(repository: OfRepository, records: readonly KeptRecord[]): Promise<void>;
  /** The home that this thread is, or that it serves; null where it is not followed up. */
  homeOf(repository: OfRepository, number: number): Promise<HomeRef | null>;
  /** What a merged pull request takes back, whether that is followed up or not. */
  noteReverts(repository: OfRepository, reverting: Reverting): Promise<void>;
  /** All whose standing depends on this one: what it takes back, what that takes back in turn, and so on. */
  takenBackBy(repository: OfRepository, number: number): Promise<readonly number[]>;
  /** Answers whether the summary differs from what was noted before. */
  note(home: HomeRef, look: HomeLook): Promise<{ readonly changed: boolean }>;
  /** Homes to be looked at by now, those due the longest first, installations in turns. */
  due(now: Date, most: number): Promise<readonly HomeRef[]>;
  /** Each of these is sent for: unless a look says otherwise, it is due again only then. */
  noteWoken(homes: readonly HomeRef[], times: { readonly now: Date; readonly until: Date }): Promise<void>;
  /** Homes of a repository that wait for a release. */
  waiting(repository: OfRepository): Promise<readonly HomeRef[]>;
  /** Homes of a repository for which something is still to come, the highest number first. */
  open(repository: OfRepository): Promise<readonly HomeRef[]>;
  /** Homes of a repository, the highest number first. */
  all(repository: OfRepository): Promise<readonly HomeRef[]>;
  /** Merged pull requests whose record tells what a metric was, not for everybody to see. */
  measuredInside(repository: OfRepository): Promise<readonly number[]>;
  /** What the last look found; null where there was none. */
  lastLook(home: HomeRef): Promise<LastLook | null>;
  /** Nothing could be found out now: what was found last stays. */
  noteSilence(home: HomeRef, silence: Silence): Promise<void>;
  /** Null once GitHub showed it, or shows that there is none. */
  noteBegun(home: HomeRef, begun: BegunWord | null): Promise<void>;
  /** As they were noted, the home with the highest number first. */
  summaries(repository: OfRepository): Promise<readonly unknown[]>;
  /** To another home of the same repository, which has that summary then; null: none is known. */
  moveHome(from: HomeRef, to: HomeRef, summary: unknown): Promise<void>;
  forgetHome(home: HomeRef): Promise<void>;
  /** When all of a repository were listed last; null: never, or nothing is known of the repository. */
  listedAt(repository: OfRepository): Promise<Date | null>;
  noteListed(repository: OfRepository, at: Date): Promise<void>;
}

export function followUpIndex(database: Database): FollowUpIndex {
  return {
    noteServed: (home, number, about = "") =>
      database.transaction((statements) => noteServed(statements, home, { number, about })),
    homeAbout: (repository, about) => readHomeAbout(database, repository, about),
    servedBy: (home) => readServed(database, home),
    noteRecords: (repository, records) => writeRecords(database, repository, records),
    homeOf: (repository, number) => readHome(database, repository, number),
    noteReverts: (repository, reverting) => writeReverts(database, repository, reverting),
    takenBackBy: (repository, number) => readBelow(database, repository, number),
    note: (home, look) => database.transaction((statements) => noteLook(statements, home, look)),
    due: (now, most) => readDue(database, now, most),
    noteWoken: (homes, times) => writeWoken(database, homes, times),
    waiting: (repository) => readWaiting(database, repository),
    open: (repository) => readOpen(database, repository),
    all: (repository) => readAll(database, repository),
    measuredInside: (repository) => readMeasuredInside(database, repository),
    lastLook: (home) => readLastLook(database, home),
    async noteSilence(home, { nextAt, silentSince }) {
      const sql = `UPDATE outcome.follow_ups SET next_at = $4, silent_since = $5 WHERE ${ofHome}`;
      await database.query(sql, [...keyOf(home), nextAt?.toISOString() ?? null, silentSince?.toISOString() ?? null]);
    },
    async noteBegun(home, begun) {
      const sql = `UPDATE outcome.follow_ups SET begun = $4, begun_at = $5 WHERE ${ofHome}`;
      await database.query(sql, [...keyOf(home), begun?.kind ?? null, begun?.at.toISOString() ?? null]);
    },
    summaries: (repository) => readSummaries(database, repository),
    moveHome: (from, to, summary) =>
      database.transaction((statements) =>
        writeMoved(statements, { from, to }, summary === null ? null : JSON.stringify(summary)),
      ),
    forgetHome: (home) => database.transaction((statements) => forgetHome(statements, home)),
    listedAt: (repository) => readListed(database, repository),
    async noteListed({ installation, repositoryId }, at) {
      const sql = `UPDATE outcome.policies SET follow_ups_listed_at = $3 WHERE ${ofRepository}`;
      await database.query(sql, [installation, repositoryId, at.toISOString()]);
    },
  };
}

/** A home that is not known yet is looked at at once. */
async function noteServed(
  statements: Statements,
  home: HomeRef,
  { number, about }: { readonly number: number; readonly about: string },
): Promise<void> {
  const { on, repository } = home;
  await statements.query(
    `INSERT INTO outcome.follow_ups (${homeColumns}, waits, next_at, summary)
     VALUES ($1, $2, $3, $4, $5, $6, false, to_timestamp(0), NULL)
     ON CONFLICT (installation, repository_id, home)
     DO UPDATE SET "on" = excluded."on", owner = excluded.owner, name = excluded.name`,
    [...keyOf(home), on, repository.owner, repository.name],
  );
  await statements.query(
    `INSERT INTO outcome.served (installation, repository_id, home, number, about) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (installation, repository_id, number) DO UPDATE SET home = excluded.home, about = excluded.about`,
    [...keyOf(home), number, about.toLowerCase()],
  );
}

async function readServed(statements: Statements, home: HomeRef): Promise<readonly KnownServed[]> {
  const records = await readRecords(statements, home);
  const numbers = records.map(({ number }) => number);
  const { installation, repository } = home;
  const standing = await readStanding(statements, { installation, repositoryId: repository.id }, numbers);
  return records.map((one) => ({ ...one, standing: standing.get(one.number) ?? "unknown" }));
}

const summaryRow = z.object({ summary: z.string().nullable() });

/** Kept as text: what is compared is what was written, and jsonb would bring it into another order. */
async function noteLook(statements: Statements, home: HomeRef, look: HomeLook): Promise<{ readonly changed: boolean }> {
  const summary = JSON.stringify(look.summary);
  const [before] = await statements.query(
    `SELECT summary FROM outcome.follow_ups WHERE ${ofHome} FOR UPDATE`,
    keyOf(home),
  );
  const { on, repository } = home;
  const [nextAt, silentSince] = [look.nextAt?.toISOString() ?? null, look.silentSince?.toISOString() ?? null];
  await statements.query(
    `INSERT INTO outcome.follow_ups (${homeColumns}, waits, next_at, summary, silent_since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (installation, repository_id, home) DO UPDATE
     SET "on" = excluded."on", owner = excluded.owner, name = excluded.name, waits = excluded.waits,
       next_at = excluded.next_at, summary = excluded.summary, silent_since = excluded.silent_since`,
    [...keyOf(home), on, repository.owner, repository.name, look.waits, nextAt, summary, silentSince],
  );
  return { changed: before === undefined || summaryRow.parse(before).summary !== summary };
}

const lastLookRow = z.object({
  summary: z.string().nullable(),
  silent_since: z.coerce.date().nullable(),
  begun: z.enum(["question", "reminder", "quote"]).nullable(),
  begun_at: z.coerce.date().nullable(),
});

async function readLastLook(statements: Statements, home: HomeRef): Promise<LastLook | null> {
  const sql = `SELECT summary, silent_since, begun, begun_at FROM outcome.follow_ups WHERE ${ofHome}`;
  const [row] = await statements.query(sql, keyOf(home));
  if (row === undefined) return null;
  const { summary, silent_since: silentSince, begun: kind, begun_at: at } = lastLookRow.parse(row);
  const begun = kind === null || at === null ? null : { kind, at };
  return { summary: JSON.parse(summary ?? "null"), silentSince, begun };
}

async function readSummaries(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly unknown[]> {
  const rows = await statements.query(
    `SELECT summary FROM outcome.follow_ups WHERE ${ofRepository} AND summary IS NOT NULL ORDER BY home DESC`,
    [installation, repositoryId],
  );
  return rows.map((row): unknown => JSON.parse(summaryRow.parse(row).summary ?? "null"));
}

async function forgetHome(statements: Statements, home: HomeRef): Promise<void> {
  await statements.query(`DELETE FROM outcome.served WHERE ${ofHome}`, keyOf(home));
  await statements.query(`DELETE FROM outcome.follow_ups WHERE ${ofHome}`, keyOf(home));
}

const listedRow = z.object({ follow_ups_listed_at: z.coerce.date().nullable() });

async function readListed(statements: Statements, { installation, repositoryId }: OfRepository): Promise<Date | null> {
  const [row] = await statements.query(`SELECT follow_ups_listed_at FROM outcome.policies WHERE ${ofRepository}`, [
    installation,
    repositoryId,
  ]);
  return row === undefined ? null : listedRow.parse(row).follow_ups_listed_at;
}
