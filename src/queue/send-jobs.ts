import { QUEUE } from "./boss.ts";
import type { Statements } from "./database.ts";
import { insertDelayed } from "./delayed-jobs.ts";
import { insertJobs, newRow } from "./insert-jobs.ts";
import type { NewRow } from "./insert-jobs.ts";
import { jobKey, jobPolicy } from "./job.ts";
import type { Job } from "./job.ts";
import type { Urgency } from "./urgency.ts";

/** Sends each job as its kind is sent: at once, or after the moment of quiet in which equal ones merge. */
export async function sendJobs(
  statements: Statements,
  { jobs, urgency }: { readonly jobs: readonly Job[]; readonly urgency: Urgency },
): Promise<void> {
  await insertJobs(statements, rowsOf(jobs, urgency));
}

export function rowsOf(jobs: readonly Job[], urgency: Urgency): readonly NewRow[] {
  return jobs.map((job) => {
    const quietMs = jobPolicy(job.kind).quietSeconds * 1000;
    return newRow(job, { queue: quietMs === 0 ? QUEUE.jobs : QUEUE.delayed, urgency, inMs: quietMs });
  });
}

/** What one fan-out wakes at once, and every minute after that: so many looks leave room for what else happens. */
const WAVE = { jobs: 200, everyMs: 60_000 } as const;

/** All in one transaction, so that no restart loses the later waves; those are delayed jobs like any other. */
export async function sendInWaves(statements: Statements, jobs: readonly Job[]): Promise<void> {
  const urgency = "background";
  const distinct = [...new Map(jobs.map((job) => [jobKey(job), job])).values()];
  await sendJobs(statements, { jobs: distinct.slice(0, WAVE.jobs), urgency });
  for (let wave = 1; wave * WAVE.jobs < distinct.length; wave += 1) {
    const from = wave * WAVE.jobs;
    await insertDelayed(statements, {
      jobs: distinct.slice(from, from + WAVE.jobs),
      inMs: wave * WAVE.everyMs,
      urgency,
    });
  }
}
