import type { Job, JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";
import { lookAt, wakeAll } from "./wake.ts";

type Dependents = JobOfKind["recheck-dependents"];

/**
 * A repository was renamed, moved, deleted, or made private or public: wakes every pull request that links to an issue
 * there and every repository whose configuration builds on it, those of other installations too. Each of them finds out
 * for itself what it may see there now.
 */
export async function recheckDependents(job: Dependents, tools: Pick<JobTools, "index" | "queue">): Promise<void> {
  const { index } = tools;
  const { id } = job.repository;
  const [owner = "", name = ""] = job.knownAs.split("/");
  const linking = await index.pullRequestsLinkingInto({ repositoryId: id, owner, name });
  const building = await index.repositoriesBuildingOn({ owner, name });
  const repositories = building.map((one) => lookAtRepository(one, job));
  await wakeAll(job, [...linking.map(lookAt), ...repositories], tools);
}

type Building = Awaited<ReturnType<JobTools["index"]["repositoriesBuildingOn"]>>[number];

function lookAtRepository({ installation, repositoryId: id, owner, name }: Building, { pace }: Dependents): Job {
  const repository = { id, owner, name };
  return { kind: "recheck-repository", installation, repository, ...(pace && { pace }) };
}
