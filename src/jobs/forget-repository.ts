import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** It was taken out of the installation: nothing may be written there, so nothing of it is looked at any more. */
export async function forgetRepository(
  { installation, repository }: JobOfKind["forget-repository"],
  { index }: Pick<JobTools, "index">,
): Promise<void> {
  await index.forgetRepository({ installation, repositoryId: repository.id });
}
