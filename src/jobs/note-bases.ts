import { namedBases } from "../config/find-bases.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { ThreadIndex } from "../queue/thread-index.ts";
import type { ConfigurationReading } from "../sources/ports.ts";

type RepositoryJob = Pick<JobOfKind["recheck-repository"], "installation" | "repository">;

/** So that a push to a base wakes the repositories that build on it. */
export async function noteBases(
  index: Pick<ThreadIndex, "replaceBases">,
  { installation, repository: { id, owner, name } }: RepositoryJob,
  reading: ConfigurationReading,
): Promise<void> {
  await index.replaceBases({ installation, repositoryId: id, owner, name }, namedBases(reading));
}
