import type { RepositoryName } from "../core/facts/reference.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { OfRepository } from "../queue/known-heads.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { KnownRepository, ThreadPlace } from "../sources/ports.ts";

type ThreadJob = JobOfKind[
  | "reconcile-pull-request"
  | "review-problem"
  | "recheck-linked-pull-requests"
  | "run-command"
  | "settle-follow-up"
  | "follow-revert"];

export function threadOf({ installation, repository, number }: ThreadJob): ThreadRef {
  return { installation, repositoryId: repository.id, owner: repository.owner, name: repository.name, number };
}

/** How the index names the repository. */
export function repositoryOf({
  installation,
  repository,
}: Pick<ThreadJob, "installation" | "repository">): OfRepository {
  return { installation, repositoryId: repository.id };
}

export function referenceOf({ repository, number }: ThreadJob): ThreadPlace {
  return { owner: repository.owner, name: repository.name, number, repositoryId: repository.id };
}

type RepositoryJob = JobOfKind[
  | "recheck-repository"
  | "recheck-commit"
  | "press-recheck"
  | "sweep-repository"
  | "list-follow-ups"
  | "list-opt-outs"
  | "refresh-board"];

export function knownRepository({ repository: { id, owner, name } }: RepositoryJob): KnownRepository {
  return { owner, name, repositoryId: id };
}

/** The same job under the name that its repository was found to have now: writes go there, and the index notes it. */
export function atHome<Job extends ThreadJob | RepositoryJob>(job: Job, { owner, name }: RepositoryName): Job {
  return { ...job, repository: { ...job.repository, owner, name } };
}
