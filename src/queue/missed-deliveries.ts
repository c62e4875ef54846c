import { z } from "zod";
import type { Database, Statements } from "./database.ts";
import { bigint } from "./thread-ref.ts";

/** A delivery that GitHub could not hand over. */
export interface MissedDelivery {
  readonly guid: string;
  /** Of its newest attempt: what GitHub is asked to repeat. */
  readonly id: number;
  readonly event: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repositoryId: number | null;
}

/** A repository for which so much is due that one sweep of it costs less. */
export interface Crowd {
  readonly installation: number;
  readonly repositoryId: number;
}

export interface DueDelivery extends MissedDelivery {
  /** How often GitHub was asked to deliver it again. */
  readonly asked: number;
}

export interface MissedDeliveries {
  /** Of these, those that were recorded here: whatever GitHub heard of it, nothing is missing. */
  recorded(guids: readonly string[]): Promise<ReadonlySet<string>>;
  /** One that is known keeps its count. */
  add(missed: readonly MissedDelivery[], now: Date): Promise<void>;
  /** They came: also those that asked for nothing, and so were not recorded. */
  came(guids: readonly string[]): Promise<void>;
  /** Those to be asked for now, first what was asked for least often, then the oldest; what came meanwhile is forgotten. */
  due(now: Date, atMost: number): Promise<readonly DueDelivery[]>;
  /** Repositories with more than `many` due deliveries of these events. */
  crowded(now: Date, events: readonly string[], many: number): Promise<readonly Crowd[]>;
  /** Those of a repository and these events are not asked for. */
  letGo(repository: Crowd, events: readonly string[]): Promise<void>;
  /** `again`: when to ask once more if it does not come; null: never. */
  noteAsked(guid: string, again: Date | null): Promise<void>;
}

export function missedDeliveries(database: Database, hookId: string): MissedDeliveries {
  return {
    recorded: (guids) => findRecorded(database, hookId, guids),
    add: (missed, now) => addMissed(database, missed, now),
    async came(guids) {
      await database.query("DELETE FROM outcome.missed_deliveries WHERE guid = ANY($1::text[])", [guids]);
    },
    async due(now, atMost) {
      await forgetRecorded(database, hookId);
      return listDue(database, now, atMost);
    },
    crowded: (now, events, many) => findCrowds(database, { now, events, many }),
    async letGo({ installation, repositoryId }, events) {
      await database.query(
        `UPDATE outcome.missed_deliveries SET due_at = NULL
         WHERE installation = $1 AND repository_id = $2 AND event = ANY($3::text[])`,
        [installation, repositoryId, events],
      );
    },
    async noteAsked(guid, again) {
      await database.query("UPDATE outcome.missed_deliveries SET asked = asked + 1, due_at = $2 WHERE guid = $1", [
        guid,
        again?.toISOString() ?? null,
      ]);
    },
  };
}

async function findRecorded(statements: Statements, hookId: string, guids: readonly string[]) {
  const rows = await statements.query(
    "SELECT delivery_id FROM outcome.deliveries WHERE hook_id = $1 AND delivery_id = ANY($2::text[])",
    [hookId, guids],
  );
  return new Set(rows.map((row) => z.object({ delivery_id: z.string() }).parse(row).delivery_id));
}

async function addMissed(statements: Statements, missed: readonly MissedDelivery[], now: Date): Promise<void> {
  if (missed.length === 0) return;
  await statements.query(
    `INSERT INTO outcome.missed_deliveries
       (guid, id, event, action, installation, repository_id, due_at, asked, noted_at)
     SELECT guid, id, event, action, installation, "repositoryId", $2::timestamptz, 0, $2::timestamptz
     FROM json_to_recordset($1::text::json) AS missed
       (guid text, id bigint, event text, action text, installation bigint, "repositoryId" bigint)
     ON CONFLICT (guid) DO UPDATE SET id = excluded.id`,
    [JSON.stringify(missed), now.toISOString()],
  );
}

async function forgetRecorded(statements: Statements, hookId: string): Promise<void> {
  await statements.query(
    `DELETE FROM outcome.missed_deliveries
     WHERE guid IN (SELECT delivery_id FROM outcome.deliveries WHERE hook_id = $1)`,
    [hookId],
  );
}

const crowdRow = z.object({ installation: bigint, repository_id: bigint });

async function findCrowds(
  statements: Statements,
  { now, events, many }: { readonly now: Date; readonly events: readonly string[]; readonly many: number },
): Promise<readonly Crowd[]> {
  const rows = await statements.query(
    `SELECT installation, repository_id FROM outcome.missed_deliveries
     WHERE due_at <= $1 AND event = ANY($2::text[]) AND installation IS NOT NULL AND repository_id IS NOT NULL
     GROUP BY installation, repository_id HAVING count(*) > $3`,
    [now.toISOString(), events, many],
  );
  return rows
    .map((row) => crowdRow.parse(row))
    .map(({ installation, repository_id: repositoryId }) => ({ installation, repositoryId }));
}

const dueRow = z.object({
  guid: z.string(),
  id: bigint,
  event: z.string(),
  action: z.string().nullable(),
  installation: bigint.nullable(),
  repository_id: bigint.nullable(),
  asked: z.number(),
});

async function listDue(statements: Statements, now: Date, atMost: number): Promise<readonly DueDelivery[]> {
  const rows = await statements.query(
    `SELECT guid, id, event, action, installation, repository_id, asked FROM outcome.missed_deliveries
     WHERE due_at <= $1 ORDER BY asked, id LIMIT $2`,
    [now.toISOString(), atMost],
  );
  return rows
    .map((row) => dueRow.parse(row))
    .map(({ repository_id: repositoryId, ...delivery }) => ({ ...delivery, repositoryId }));
}

/** In milliseconds: longer than GitHub keeps what it can deliver again, or the next scan would begin anew with it. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

export async function forgetOldMissed(statements: Statements, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  await statements.query("DELETE FROM outcome.missed_deliveries WHERE noted_at < $1", [oldest.toISOString()]);
}
