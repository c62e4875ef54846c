import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

type Refresh = JobOfKind["refresh-board"];

/** Makes the board of a repository show what is true now, where merged work is followed up. */
export async function refreshBoard(
  { installation, repository }: Refresh,
  { followUps, boards }: Pick<JobTools, "followUps" | "boards">,
): Promise<void> {
  const place = { installation, repositoryId: repository.id };
  const summaries = await followUps.summaries(place);
  if (summaries.length === 0) await boards.forget(place);
}
