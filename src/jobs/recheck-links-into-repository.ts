import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";
import { lookAt } from "./wake.ts";

/**
 * A repository was renamed, moved, deleted, or made private or public: wakes every pull request that links to an issue
 * there, those of other installations too. Each of them finds out for itself what it may see there now.
 */
export async function recheckLinksIntoRepository(
  { repository: { id }, knownAs }: JobOfKind["recheck-links-into-repository"],
  { index, queue }: Pick<JobTools, "index" | "queue">,
): Promise<void> {
  const [owner = "", name = ""] = knownAs.split("/");
  const threads = await index.pullRequestsLinkingInto({ repositoryId: id, owner, name });
  await queue.send(threads.map(lookAt));
}
