import { PgBoss } from "pg-boss";
import type { Clock, Db } from "pg-boss";
import type { Database, Statements } from "./database.ts";

/** What a pino logger offers, as far as the queue uses it. */
export interface QueueLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * pg-boss's queues. `stately`: of one key at most one job active, one waiting and one backing off.
 * A delayed job would take the waiting slot and hold up a fresh one until it is due, hence a queue of its own.
 */
export const QUEUE = { jobs: "jobs", delayed: "delayed", dead: "dead-letters" } as const;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Starts pg-boss on the store. Its own workers are not used: see worker.ts. */
export async function startBoss(of: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: QueueLogger;
}): Promise<PgBoss> {
  const { database, clock, logger } = of;
  const boss = new PgBoss({
    ...database.boss,
    clock,
    // Schedules arrive with the follow-ups; the registry of instances matters when several processes share a store.
    schedule: false,
    registerInstance: false,
    // The embedded store has no autovacuum whose absence would be news, and one connection that a rebuild would block.
    monitorVacuum: false,
    reindex: database.sharing === "several-processes",
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => logger.error({ err: error }, "The job queue reported an error"));
  boss.on("warning", (warning) => logger.warn({ ...warning }, "The job queue reported a warning"));
  await alone(database, async () => {
    await boss.start();
    await createQueues(boss);
  });
  return boss;
}

/** Of several processes that start at once one makes pg-boss's tables; two at a time fail at each other's. */
async function alone(database: Database, start: () => Promise<void>): Promise<void> {
  // With the one connection of the embedded store nothing else could be done meanwhile.
  if (database.sharing === "one-process") return start();
  await database.migration(async (statements) => {
    // The number is arbitrary.
    await statements.query("SELECT pg_advisory_xact_lock(726178116)");
    await start();
  });
}

async function createQueues(boss: PgBoss): Promise<void> {
  // Nothing works on dead letters; they wait for somebody to look, replay them, or a later success to clear them.
  await boss.createQueue(QUEUE.dead, { policy: "standard", retentionSeconds: 90 * DAY_SECONDS });
  await boss.createQueue(QUEUE.delayed, { policy: "stately" });
  await boss.createQueue(QUEUE.jobs, {
    policy: "stately",
    deadLetter: QUEUE.dead,
    // Far above the handlers' own limit (worker.ts): only a job whose process is gone is still active then.
    expireInSeconds: HOUR_SECONDS,
    deleteAfterSeconds: HOUR_SECONDS,
  });
}

/** Lets a pg-boss call take part in a transaction of ours. */
export function within(statements: Statements): { readonly db: Db } {
  return { db: { executeSql: async (sql, values) => ({ rows: [...(await statements.query(sql, values))] }) } };
}
