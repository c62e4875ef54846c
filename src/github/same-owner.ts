import type { RepositoryName } from "../core/facts/reference.ts";

/** GitHub compares logins without regard to case. */
export function sameOwner(a: RepositoryName, b: RepositoryName): boolean {
  return a.owner.toLowerCase() === b.owner.toLowerCase();
}
