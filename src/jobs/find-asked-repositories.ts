import type { ListedRepository } from "../sources/ports.ts";
import type { Connection, JobTools } from "./tools.ts";

/**
 * The installation's repositories in which anything is asked, or was when they were read last. Of the others it is noted
 * that nothing is: they cost a fiftieth of a point each, and no job of their own.
 */
export async function findAskedRepositories(
  installation: number,
  { reader }: Pick<Connection, "reader">,
  policies: Pick<JobTools["policies"], "configured" | "noteUnasked">,
): Promise<readonly ListedRepository[]> {
  const repositories = await reader.listRepositories();
  const configured = new Set((await reader.findConfigured(repositories)).map(({ id }) => id));
  const before = (await policies.configured()).filter((one) => one.installation === installation);
  const were = new Set(before.map(({ repositoryId }) => repositoryId));
  const others = repositories.filter(({ id }) => !configured.has(id));
  await policies.noteUnasked(others.map(({ id: repositoryId, ...name }) => ({ installation, repositoryId, ...name })));
  return repositories.filter(({ id }) => configured.has(id) || were.has(id));
}
