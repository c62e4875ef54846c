import { digestOf } from "./queue/body-digest.ts";
import { jobKey } from "./queue/job.ts";
import type { Queue, QueueLogger } from "./queue/queue.ts";
import { readDelivery } from "./webhooks/index.ts";

export interface Delivery {
  /** GitHub's GUID: the same when it delivers again. */
  readonly id: string;
  readonly event: string;
  readonly payload: object;
  /** Of its body as it came, where that was seen; see body-digest.ts. */
  readonly bodyDigest?: string | undefined;
}

/** Resolves when the delivery's jobs would survive this process. */
export type Intake = (delivery: Delivery) => Promise<void>;

interface Receiving {
  readonly queue: Pick<Queue, "record">;
  readonly logger: Pick<QueueLogger, "error"> & { debug(fields: object, message: string): void };
  readonly hookId: string;
  /** The app's own name, once GitHub has told it; null before. */
  readonly slug: () => string | null;
  /** What became of it: "ignored" where it asks for nothing, "unreadable", or what the queue says. */
  readonly onDelivery: (outcome: string) => void;
}

/**
 * Asks GitHub nothing: what it delivers can be stored while its API is down. Until it has told the app's own name,
 * what the app did itself is looked at once more than needed.
 */
export function intake({ queue, logger, hookId, slug: ownSlug, onDelivery }: Receiving): Intake {
  return async ({ id, event, payload, bodyDigest = digestOf(payload) }) => {
    const slug = ownSlug();
    const read = readDelivery({ event, payload }, slug === null ? null : `${slug}[bot]`);
    if (read.kind === "unreadable") logger.error({ delivery: id, event }, read.why);
    if (read.kind !== "jobs") return onDelivery(read.kind);
    const outcome = await queue.record({ hookId, deliveryId: id, event, bodyDigest }, read.jobs);
    onDelivery(outcome);
    // By ids alone: names of private repositories are nobody's business who may read the log.
    logger.debug({ delivery: id, event, outcome, jobs: read.jobs.map(jobKey) }, "A delivery was stored");
  };
}

/** The same GUID goes to every app that is subscribed, so the app is part of a delivery's identity. */
export function hookIdOf(appId: number | undefined): string {
  return appId === undefined ? "app" : `app-${appId}`;
}
