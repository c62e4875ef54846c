import type { Job } from "../queue/job.ts";
import type { ThreadRef } from "../queue/thread-index.ts";

/** The look at a pull request that the index tells of, with the rights of the installation that saw it. */
export function lookAt({ installation, repositoryId: id, owner, name, number }: ThreadRef): Job {
  return { kind: "reconcile-pull-request", installation, repository: { id, owner, name }, number };
}
