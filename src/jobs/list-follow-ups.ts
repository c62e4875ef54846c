import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

export async function listFollowUps(
  { installation, repository }: JobOfKind["list-follow-ups"],
  { followUps, now }: Pick<JobTools, "followUps" | "now">,
): Promise<void> {
  await followUps.noteListed({ installation, repositoryId: repository.id }, now());
}
