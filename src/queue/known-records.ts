import { z } from "zod";
import type { Statements } from "./database.ts";
import type { OfRepository } from "./known-heads.ts";
import { keyOf, ofHome, ofRepository } from "./known-homes.ts";
import type { HomeRef } from "./known-homes.ts";

/** What was believed at a merge, as it stood on GitHub when it was read first. */
export interface KeptRecord {
  readonly number: number;
  /** As JSON. */
  readonly record: unknown;
}

/** The first one that was noted of each stays. */
export async function writeRecords(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
  records: readonly KeptRecord[],
): Promise<void> {
  for (const { number, record } of records) {
    await statements.query(
      `UPDATE outcome.served SET record = $4 WHERE ${ofRepository} AND number = $3 AND record IS NULL`,
      [installation, repositoryId, number, JSON.stringify(record)],
    );
  }
}

const row = z.object({ number: z.number(), record: z.string().nullable() });

/** Of all that serve a home, by number; null where none was ever read. */
export async function readRecords(statements: Statements, home: HomeRef): Promise<readonly KeptRecord[]> {
  const rows = await statements.query(
    `SELECT number, record FROM outcome.served WHERE ${ofHome} ORDER BY number`,
    keyOf(home),
  );
  return rows.map((one): KeptRecord => {
    const { number, record } = row.parse(one);
    return { number, record: JSON.parse(record ?? "null") };
  });
}

/** As `JSON.stringify` writes it; within a text its quotes would be escaped. */
const inside = '"public":false';

/** Merged pull requests whose record holds what not everybody may see, by number. */
export async function readMeasuredInside(
  statements: Statements,
  { installation, repositoryId }: OfRepository,
): Promise<readonly number[]> {
  const sql = `SELECT number FROM outcome.served WHERE ${ofRepository} AND position($3::text IN record) > 0 ORDER BY number`;
  const rows = await statements.query(sql, [installation, repositoryId, inside]);
  return rows.map((one) => z.object({ number: z.number() }).parse(one).number);
}
