import type { Database, Row } from "./database.ts";
import type { Job } from "./job.ts";
import { rowsOf } from "./send-jobs.ts";

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
  const added = await database.ahead.query(
    // See prepare-storing.ts.
    "SELECT hook_id, delivery_id, is_known FROM outcome.store_deliveries($1::text::json, $2::text::json, $3)",
    [
      JSON.stringify(arrivals.map(({ delivery }) => rowOf(delivery))),
      JSON.stringify(asked(arrivals)),
      now.toISOString(),
    ],
  );
  return tell(arrivals, added);
}

function rowOf({ hookId, deliveryId, event, bodyDigest }: Delivery): Row {
  return { hook_id: hookId, delivery_id: deliveryId, event, body_digest: bodyDigest };
}

/** The jobs, each with the delivery that asks for it. Of several deliveries with one id the first is the one. */
function asked(arrivals: readonly Arrival[]): readonly Row[] {
  const seen = new Set<string>();
  return arrivals.flatMap(({ delivery, jobs }) => {
    const id = idOf(delivery);
    const by = seen.has(id) ? {} : { hook_id: delivery.hookId, delivery_id: delivery.deliveryId };
    seen.add(id);
    return rowsOf(jobs, "fresh").map((row) => ({ ...row, ...by }));
  });
}

function idOf({ hookId, deliveryId }: Delivery): string {
  return JSON.stringify([hookId, deliveryId]);
}

/** Of several arrivals with one id, or one body, the first is the new one. */
function tell(arrivals: readonly Arrival[], added: readonly Row[]): readonly Recorded[] {
  const isKnown = new Map(added.map((row) => [JSON.stringify([row["hook_id"], row["delivery_id"]]), row["is_known"]]));
  const bodies = new Set<string>();
  return arrivals.map(({ delivery }) => {
    const id = idOf(delivery);
    const known = isKnown.get(id);
    if (known === undefined) return "repeated";
    isKnown.delete(id);
    const body = JSON.stringify([delivery.hookId, delivery.bodyDigest]);
    const isReplayed = known === true || bodies.has(body);
    bodies.add(body);
    return isReplayed ? "replayed" : "recorded";
  });
}

export async function forgetOldDeliveries(database: Database, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_MS);
  await database.query("DELETE FROM outcome.deliveries WHERE received_at < $1", [oldest.toISOString()]);
}
