import type { Clock } from "pg-boss";
import { QUEUE } from "./boss.ts";
import type { QueueLogger } from "./boss.ts";
import type { Database } from "./database.ts";
import { JOB_TABLE } from "./insert-jobs.ts";
import { reclaimInterrupted } from "./reclaim-interrupted.ts";
import type { Store } from "./settle-job.ts";
import type { TakenJob } from "./take-jobs.ts";

/**
 * A process says every five seconds that it still works on its jobs. A job of which that was not said for 30 seconds
 * any process hands back; a process that could not say so for 20 seconds stops by itself, which leaves ten for the rest.
 */
const TOUCH_MS = 5000;
const LAPSED_MS = 20_000;
const SILENT_SECONDS = 30;

export interface Lease {
  /** Aborted when the job was, or may have been, handed to another process. */
  readonly signal: AbortSignal;
  readonly held: () => boolean;
  end(): void;
}

export interface Leases {
  /** `since`: just before the job was taken. */
  hold(job: TakenJob, since: Instant): Lease;
  stop(): void;
}

/** By two clocks: the wall's, which a machine that slept sets right, and the steady one, which nobody sets back. */
export interface Instant {
  readonly wall: number;
  readonly steady: number;
}

export function instant(clock: Clock): Instant {
  return { wall: clock.now(), steady: performance.now() };
}

interface Held {
  readonly job: TakenJob;
  readonly lost: AbortController;
  since: Instant;
}

interface LeaseOptions extends Store {
  readonly clock: Clock;
  readonly logger: QueueLogger;
  /** Called when jobs of a process that is gone wait again. */
  readonly onHandedBack: () => void;
}

export function keepLeases(options: LeaseOptions): Leases {
  const { clock } = options;
  const all = new Set<Held>();
  let isTouching = false;
  const timer = clock.setInterval(() => void beat(), TOUCH_MS);
  return {
    hold: (job, since) => {
      const held: Held = { job, since, lost: new AbortController() };
      all.add(held);
      const isHeld = () => !held.lost.signal.aborted && !hasLapsed(held, clock);
      return { signal: held.lost.signal, held: isHeld, end: () => void all.delete(held) };
    },
    stop: () => clock.clearInterval(timer),
  };

  async function beat(): Promise<void> {
    if (!isTouching) {
      isTouching = true;
      await look(options, all);
      isTouching = false;
    }
    for (const held of all) if (hasLapsed(held, clock)) held.lost.abort(lost());
  }
}

function hasLapsed({ since }: Held, clock: Clock): boolean {
  const now = instant(clock);
  return Math.max(now.wall - since.wall, now.steady - since.steady) > LAPSED_MS;
}

async function look(options: LeaseOptions, all: ReadonlySet<Held>): Promise<void> {
  try {
    await touch(options.database, { all: [...all], now: instant(options.clock) });
    const except = [...all].map(({ job }) => job.id);
    const handedBack = await reclaimInterrupted(options, { silentSeconds: SILENT_SECONDS, except });
    if (handedBack === 0) return;
    options.logger.warn({ jobs: handedBack }, "Jobs whose process is gone were handed back");
    options.onHandedBack();
  } catch (error) {
    // The next beat tries again; until one succeeds the leases run out.
    options.logger.error({ err: error }, "The store could not be told which jobs run");
  }
}

async function touch(database: Database, { all, now }: { readonly all: readonly Held[]; readonly now: Instant }) {
  if (all.length === 0) return;
  const rows = await database.query(
    `UPDATE ${JOB_TABLE} job SET heartbeat_on = pgboss.job_now()
     FROM unnest($2::uuid[], $3::integer[]) AS mine (id, retry_count)
     WHERE job.name = $1 AND job.id = mine.id AND job.retry_count = mine.retry_count AND job.state = 'active'
     RETURNING job.id`,
    [QUEUE.jobs, all.map(({ job }) => job.id), all.map(({ job }) => job.retryCount)],
  );
  const kept = new Set(rows.map((row) => row["id"]));
  for (const held of all) {
    if (kept.has(held.job.id)) held.since = now;
    // Or it has just ended, which does it no harm.
    else held.lost.abort(lost());
  }
}

function lost(): Error {
  return new Error("Another process may have taken the job over");
}
