import type { PgBoss } from "pg-boss";
import type { Statements } from "./database.ts";
import { insertDelayed } from "./delayed-jobs.ts";
import { insertJobs } from "./insert-jobs.ts";
import { jobPolicy } from "./job.ts";
import type { Job } from "./job.ts";

/** Sends each job as its kind is sent: at once, or after the moment of quiet in which equal ones merge. */
export async function sendJobs(
  boss: PgBoss,
  statements: Statements,
  { jobs, now }: { readonly jobs: readonly Job[]; readonly now: Date },
): Promise<void> {
  await insertJobs(
    boss,
    statements,
    jobs.filter((job) => quietMs(job) === 0),
  );
  for (const job of jobs.filter((each) => quietMs(each) > 0)) {
    await insertDelayed(boss, statements, { job, at: new Date(now.getTime() + quietMs(job)) });
  }
}

function quietMs({ kind }: Job): number {
  return jobPolicy(kind).quietSeconds * 1000;
}
