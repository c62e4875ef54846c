import type { RepositoryName } from "../core/facts/reference.ts";
import type { RepositoryRef } from "../queue/job.ts";
import type { OfRepository } from "../queue/known-heads.ts";
import type { ThreadRef } from "../queue/thread-index.ts";
import type { KnownRepository, ThreadPlace } from "../sources/ports.ts";

interface RepositoryJob {
  readonly installation: number;
  readonly repository: RepositoryRef;
}

interface ThreadJob extends RepositoryJob {
  readonly number: number;
}

export function threadOf({ installation, repository, number }: ThreadJob): ThreadRef {
  return { installation, repositoryId: repository.id, owner: repository.owner, name: repository.name, number };
}

/** How the index names the repository. */
export function repositoryOf({ installation, repository }: RepositoryJob): OfRepository {
  return { installation, repositoryId: repository.id };
}

export function referenceOf({ repository, number }: ThreadJob): ThreadPlace {
  return { owner: repository.owner, name: repository.name, number, repositoryId: repository.id };
}

export function knownRepository({ repository: { id, owner, name } }: RepositoryJob): KnownRepository {
  return { owner, name, repositoryId: id };
}

/** The same job under the name that its repository was found to have now: writes go there, and the index notes it. */
export function atHome<Job extends RepositoryJob>(job: Job, { owner, name }: RepositoryName): Job {
  return { ...job, repository: { ...job.repository, owner, name } };
}
