import type { Failing } from "../core/report/given-up.ts";
import type { Job } from "../queue/job.ts";

/**
 * What the queue sends together with giving a job up: somebody must say on the check that nobody could look. GitHub may be
 * away just then, and this process may be gone, so that is a job of its own.
 */
export function onGivenUp(blame: (error: unknown) => Failing): (job: Job, error: unknown) => readonly Job[] {
  return (job, error) => {
    return job.kind === "reconcile-pull-request" ? [{ ...job, kind: "tell-given-up", failing: blame(error) }] : [];
  };
}
