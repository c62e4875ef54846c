import type { Job, JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";
import { lookAt } from "./wake.ts";

/**
 * A repository was renamed, moved, deleted, or made private or public: wakes every pull request that links to an issue
 * there and every repository whose configuration builds on it, those of other installations too. Each of them finds out
 * for itself what it may see there now.
 */
export async function recheckDependents(
  { repository: { id }, knownAs }: JobOfKind["recheck-dependents"],
  { index, queue }: Pick<JobTools, "index" | "queue">,
): Promise<void> {
  const [owner = "", name = ""] = knownAs.split("/");
  const linking = await index.pullRequestsLinkingInto({ repositoryId: id, owner, name });
  const building = await index.repositoriesBuildingOn({ owner, name });
  await queue.send([...linking.map(lookAt), ...building.map(lookAtRepository)]);
}

type Building = Awaited<ReturnType<JobTools["index"]["repositoriesBuildingOn"]>>[number];

function lookAtRepository({ installation, repositoryId: id, owner, name }: Building): Job {
  return { kind: "recheck-repository", installation, repository: { id, owner, name } };
}
