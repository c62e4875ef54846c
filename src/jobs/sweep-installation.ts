import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** The store knows nothing of the installation, or the app was away for long: each of its repositories is swept. */
export async function sweepInstallation(
  { installation }: JobOfKind["sweep-installation"],
  { connect, queue }: JobTools,
): Promise<void> {
  const { reader } = await connect(installation);
  const repositories = await reader.listRepositories();
  await queue.sendInWaves(
    repositories.map(({ id, owner, name }) => {
      return { kind: "sweep-repository", installation, repository: { id, owner, name } };
    }),
  );
}
