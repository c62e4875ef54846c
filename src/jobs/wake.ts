import type { Job, JobOfKind } from "../queue/job.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { JobTools } from "./tools.ts";

/** The look at a pull request that the index tells of, with the rights of the installation that saw it. */
export function lookAt({ installation, repositoryId: id, owner, name, number }: ThreadRef): Job {
  return { kind: "reconcile-pull-request", installation, repository: { id, owner, name }, number };
}

type FansOut = JobOfKind["recheck-repository" | "recheck-dependents"];

/** In waves, unless something must no longer be shown: no wave may then come first. */
export function wakeAll(
  { pace }: Pick<FansOut, "pace">,
  jobs: readonly Job[],
  { queue }: Pick<JobTools, "queue">,
): Promise<void> {
  return pace === "at-once" ? queue.send(jobs) : queue.sendInWaves(jobs);
}
