import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/**
 * The store knows nothing of the installation, or the app was away for long: each of its repositories is swept that is
 * configured or was so when it was read last. Of the others it is noted that nothing is asked there.
 */
export async function sweepInstallation(
  { installation }: JobOfKind["sweep-installation"],
  { connect, queue, policies }: JobTools,
): Promise<void> {
  const { reader } = await connect(installation);
  const repositories = await reader.listRepositories();
  const configured = new Set((await reader.findConfigured(repositories)).map(({ id }) => id));
  const before = (await policies.configured()).filter((one) => one.installation === installation);
  const were = new Set(before.map(({ repositoryId }) => repositoryId));
  const swept = repositories.filter(({ id }) => configured.has(id) || were.has(id));
  const others = repositories.filter(({ id }) => !configured.has(id));
  await policies.noteUnasked(others.map(({ id: repositoryId, ...name }) => ({ installation, repositoryId, ...name })));
  await queue.sendInWaves(
    swept.map(({ id, owner, name }) => {
      return { kind: "sweep-repository", installation, repository: { id, owner, name } };
    }),
  );
}
