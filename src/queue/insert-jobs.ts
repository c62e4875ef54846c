import type { JobInsert, PgBoss } from "pg-boss";
import { QUEUE, within } from "./boss.ts";
import type { Statements } from "./database.ts";
import { jobData, jobKey, jobPolicy } from "./job.ts";
import type { Job } from "./job.ts";

/**
 * Adds jobs to the waiting ones. Where an equal job waits already, nothing is added: that one has yet to read what
 * is true. Where an equal job runs, the new one waits behind it: what it read may be older than the news.
 */
export async function insertJobs(boss: PgBoss, statements: Statements, jobs: readonly Job[]): Promise<void> {
  const distinct = new Map(jobs.map((job) => [jobKey(job), job]));
  if (distinct.size === 0) return;
  await boss.insert(QUEUE.jobs, [...distinct.values()].map(ordinaryRow), within(statements));
}

/** A job as the queue of ordinary jobs stores it. */
export function ordinaryRow(job: Job): JobInsert {
  const { limit, delaySeconds, delayMaxSeconds } = jobPolicy(job.kind).retry;
  return {
    ...plainRow(job),
    retryLimit: limit,
    retryDelay: delaySeconds,
    retryDelayMax: delayMaxSeconds,
    retryBackoff: true,
  };
}

export function plainRow(job: Job): JobInsert {
  return { singletonKey: jobKey(job), data: jobData(job), priority: jobPolicy(job.kind).priority };
}
