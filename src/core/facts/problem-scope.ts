import type { ProblemPolicy } from "./problem-policy.ts";
import type { Reference, RepositoryName } from "./reference.ts";
import { sameOwner } from "./reference.ts";

/** Where problems and themes are looked for, and by what. */
export interface ProblemScope {
  readonly repository: RepositoryName;
  readonly policy: ProblemPolicy;
}

/** Whether the configuration names this repository among those whose issues count. */
export function listsRepository(policy: ProblemPolicy, repository: RepositoryName): boolean {
  const name = `${repository.owner}/${repository.name}`.toLowerCase();
  return policy.repositories.some((listed) => listed.toLowerCase() === name);
}

/**
 * Whether labels and types there say something here. In a repository of their own, everybody puts whatever they like on
 * whatever they wrote.
 */
export function hasOurLabels(reference: Reference, { repository, policy }: ProblemScope): boolean {
  return sameOwner(reference, repository) || listsRepository(policy, reference);
}
