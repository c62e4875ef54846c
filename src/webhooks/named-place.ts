import type { RepositoryRef } from "../queue/job.ts";

/** A repository of a payload by its full name, which is there even where the owner is null or goes by another field. */
export function namedPlace({
  id,
  full_name: fullName,
}: {
  readonly id: number;
  readonly full_name: string;
}): RepositoryRef {
  const [owner = "", name = ""] = fullName.split("/");
  return { id, owner, name };
}
