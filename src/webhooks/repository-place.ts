import type { RepositoryRef } from "../queue/job.ts";

interface Told {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly login: string };
}

/** A repository as jobs name it. */
export function repositoryPlace({ id, name, owner }: Told): RepositoryRef {
  return { id, owner: owner.login, name };
}
