import { QUEUE } from "./boss.ts";
import type { Database, Row, Statements } from "./database.ts";
import { jobKey } from "./job.ts";
import type { Job } from "./job.ts";
import { sendJobs } from "./send-jobs.ts";

export interface Delivery {
  /** The webhook that GitHub delivered to: delivery ids are unique within one. */
  readonly hookId: string;
  /** GitHub's GUID; a redelivery carries the same. */
  readonly deliveryId: string;
  readonly event: string;
  /** See body-digest.ts. */
  readonly bodyDigest: string;
}

/** A delivery with the jobs that it asks for. */
export interface Arrival {
  readonly delivery: Delivery;
  readonly jobs: readonly Job[];
}

/**
 * "repeated": the id was seen before. "replayed": the body was, under another id. GitHub's signature covers the body
 * alone, so whoever got hold of one can send it again under a new id and another event's name; and GitHub itself may have
 * said the same twice. Jobs only look, so they are sent all the same; what does more than look must refuse it.
 */
export type Recorded = "recorded" | "repeated" | "replayed";

/** GitHub can be asked to deliver again for three days; a week leaves room. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

/**
 * Stores deliveries with their jobs in one transaction, so that all of them cost little more than one. Of one that was
 * seen before only those jobs are sent that were given up on. Answers in the order of the arrivals.
 */
export async function storeDeliveries(
  { database }: { readonly database: Database },
  { arrivals, now }: { readonly arrivals: readonly Arrival[]; readonly now: Date },
): Promise<readonly Recorded[]> {
  return database.transaction(async (statements) => {
    const added = await addDeliveries(statements, arrivals, now);
    const outcomes = tell(arrivals, added);
    const jobsOf = (wanted: (outcome: Recorded | undefined) => boolean) =>
      arrivals.flatMap(({ jobs }, index) => (wanted(outcomes[index]) ? jobs : []));
    const news = jobsOf((outcome) => outcome !== "repeated");
    const again = jobsOf((outcome) => outcome === "repeated");
    const jobs = [...news, ...(await onlyDead(statements, again))];
    await sendJobs(statements, { jobs, urgency: "fresh" });
    return outcomes;
  });
}

/**
 * The rows that were not there yet, each with whether its body was. Two processes that get the same body at the same
 * moment both find it new: it is a hint, and the id stays what counts.
 */
async function addDeliveries(statements: Statements, arrivals: readonly Arrival[], now: Date) {
  return statements.query(
    `WITH added AS (
       INSERT INTO outcome.deliveries (hook_id, delivery_id, event, body_digest, received_at)
       SELECT hook_id, delivery_id, event, body_digest, $2
       FROM json_to_recordset($1::text::json) AS arrived (hook_id text, delivery_id text, event text, body_digest text)
       -- In one order everywhere, or two processes that add the same rows could each wait for the other.
       ORDER BY hook_id, delivery_id
       ON CONFLICT DO NOTHING
       RETURNING hook_id, delivery_id, body_digest
     )
     SELECT hook_id, delivery_id, EXISTS (
       -- As it was before this statement.
       SELECT FROM outcome.deliveries seen WHERE seen.body_digest = added.body_digest AND seen.hook_id = added.hook_id
     ) AS is_known
     FROM added`,
    [JSON.stringify(arrivals.map(({ delivery }) => rowOf(delivery))), now.toISOString()],
  );
}

function rowOf({ hookId, deliveryId, event, bodyDigest }: Delivery): Row {
  return { hook_id: hookId, delivery_id: deliveryId, event, body_digest: bodyDigest };
}

/** Of several arrivals with one id, or one body, the first is the new one. */
function tell(arrivals: readonly Arrival[], added: readonly Row[]): readonly Recorded[] {
  const isKnown = new Map(added.map((row) => [JSON.stringify([row["hook_id"], row["delivery_id"]]), row["is_known"]]));
  const bodies = new Set<string>();
  return arrivals.map(({ delivery: { hookId, deliveryId, bodyDigest } }) => {
    const id = JSON.stringify([hookId, deliveryId]);
    const known = isKnown.get(id);
    if (known === undefined) return "repeated";
    isKnown.delete(id);
    const body = JSON.stringify([hookId, bodyDigest]);
    const isReplayed = known === true || bodies.has(body);
    bodies.add(body);
    return isReplayed ? "replayed" : "recorded";
  });
}

async function onlyDead(statements: Statements, jobs: readonly Job[]): Promise<readonly Job[]> {
  if (jobs.length === 0) return [];
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
