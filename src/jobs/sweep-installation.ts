import type { JobOfKind } from "../queue/job.ts";
import { findAskedRepositories } from "./find-asked-repositories.ts";
import type { JobTools } from "./tools.ts";

/** The store knows nothing of the installation, or the app was away for long: each repository is swept that matters. */
export async function sweepInstallation(
  { installation }: JobOfKind["sweep-installation"],
  { connect, queue, policies }: JobTools,
): Promise<void> {
  const asked = await findAskedRepositories(installation, await connect(installation), policies);
  await queue.sendInWaves(
    asked.map(({ id, owner, name }) => {
      return { kind: "sweep-repository", installation, repository: { id, owner, name } };
    }),
  );
}
