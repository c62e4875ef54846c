import { z } from "zod";
import { connection, date } from "./connection.ts";
import type { ListedQueueEntry } from "../sources/ports.ts";

/** The suites of our app on one commit, with the newest run of each and nothing of what it says. */
export const lightSuites = connection(
  z.object({
    status: z.string(),
    checkRuns: connection(z.object({ databaseId: z.number(), status: z.string(), startedAt: date.nullish() })),
  }),
);

type Suites = z.output<typeof lightSuites>;

/** Of a suite that waits for its app: somebody asked for its run again. */
const waiting = new Set(["QUEUED", "REQUESTED"]);

export function isAnswered(suites: Suites): boolean {
  const run = newest(suites);
  return run !== undefined && run.status === "COMPLETED" && !waiting.has(run.suite);
}

export function runOf(suites: Suites): ListedQueueEntry["run"] {
  const run = newest(suites);
  if (run === undefined) return "none";
  return isAnswered(suites) ? "completed" : { runningSince: run.startedAt ?? null };
}

function newest(suites: Suites) {
  const runs = suites.flatMap(({ status: suite, checkRuns }) => checkRuns.map((run) => ({ ...run, suite })));
  return runs.toSorted((a, b) => b.databaseId - a.databaseId)[0];
}
