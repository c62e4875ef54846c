import type { PgBoss } from "pg-boss";
import { QUEUE } from "./boss.ts";
import type { Database, Statements } from "./database.ts";
import { jobKey } from "./job.ts";
import type { Job } from "./job.ts";
import { sendJobs } from "./send-jobs.ts";

export interface Delivery {
  /** The webhook that GitHub delivered to: delivery ids are unique within one. */
  readonly hookId: string;
  /** GitHub's GUID; a redelivery carries the same. */
  readonly deliveryId: string;
  readonly event: string;
}

/** GitHub can be asked to deliver again for three days; a week leaves room. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** Stores a delivery and its jobs, or, for one that was seen before, only those of its jobs that were given up on. */
export async function recordDelivery(
  { boss, database }: { readonly boss: PgBoss; readonly database: Database },
  { delivery, jobs, now }: { readonly delivery: Delivery; readonly jobs: readonly Job[]; readonly now: Date },
): Promise<"recorded" | "repeated"> {
  return database.transaction(async (statements) => {
    const added = await statements.query(
      `INSERT INTO outcome.deliveries (hook_id, delivery_id, event, received_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING true`,
      [delivery.hookId, delivery.deliveryId, delivery.event, now.toISOString()],
    );
    const isNew = added.length > 0;
    await sendJobs(boss, statements, { jobs: isNew ? jobs : await onlyDead(statements, jobs), now, urgency: "fresh" });
    return isNew ? "recorded" : "repeated";
  });
}

async function onlyDead(statements: Statements, jobs: readonly Job[]): Promise<readonly Job[]> {
  const rows = await statements.query(
    `SELECT singleton_key FROM pgboss.job WHERE name = $1 AND singleton_key = ANY($2::text[]) AND state < 'active'`,
    [QUEUE.dead, jobs.map(jobKey)],
  );
  const dead = new Set(rows.map((row) => row["singleton_key"]));
  return jobs.filter((job) => dead.has(jobKey(job)));
}

export async function forgetOldDeliveries(database: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  await database.query("DELETE FROM outcome.deliveries WHERE received_at < $1", [oldest.toISOString()]);
}
