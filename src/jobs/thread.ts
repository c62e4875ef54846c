import type { Reference } from "../core/facts/reference.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { ThreadRef } from "../queue/thread-index.ts";

type ThreadJob = JobOfKind["reconcile-pull-request" | "review-problem" | "recheck-linked-pull-requests"];

export function threadOf({ installation, repository, number }: ThreadJob): ThreadRef {
  return { installation, repositoryId: repository.id, owner: repository.owner, name: repository.name, number };
}

export function referenceOf({ repository, number }: ThreadJob): Reference {
  return { owner: repository.owner, name: repository.name, number };
}
