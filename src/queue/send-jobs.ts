import type { PgBoss } from "pg-boss";
import type { Statements } from "./database.ts";
import { insertDelayed } from "./delayed-jobs.ts";
import { insertJobs } from "./insert-jobs.ts";
import { jobKey, jobPolicy } from "./job.ts";
import type { Job } from "./job.ts";

/** "fresh": somebody waits for it. "background": it is taken when nothing fresh waits. */
export type Urgency = "fresh" | "background";

/** Sends each job as its kind is sent: at once, or after the moment of quiet in which equal ones merge. */
export async function sendJobs(
  boss: PgBoss,
  statements: Statements,
  { jobs, now }: { readonly jobs: readonly Job[]; readonly now: Date; readonly urgency: Urgency },
): Promise<void> {
  await insertJobs(
    boss,
    statements,
    jobs.filter((job) => quietMs(job) === 0),
  );
  for (const job of jobs.filter((each) => quietMs(each) > 0)) {
    await insertDelayed(boss, statements, { jobs: [job], at: new Date(now.getTime() + quietMs(job)) });
  }
}

/** What one fan-out wakes at once, and every minute after that: so many looks leave room for what else happens. */
const WAVE = { jobs: 200, everyMs: 60_000 } as const;

/** All in one transaction, so that no restart loses the later waves; those are delayed jobs like any other. */
export async function sendInWaves(
  boss: PgBoss,
  statements: Statements,
  { jobs, now }: { readonly jobs: readonly Job[]; readonly now: Date },
): Promise<void> {
  const distinct = [...new Map(jobs.map((job) => [jobKey(job), job])).values()];
  await sendJobs(boss, statements, { jobs: distinct.slice(0, WAVE.jobs), now, urgency: "background" });
  for (let wave = 1; wave * WAVE.jobs < distinct.length; wave += 1) {
    const at = new Date(now.getTime() + wave * WAVE.everyMs);
    const from = wave * WAVE.jobs;
    await insertDelayed(boss, statements, { jobs: distinct.slice(from, from + WAVE.jobs), at });
  }
}

function quietMs({ kind }: Job): number {
  return jobPolicy(kind).quietSeconds * 1000;
}
