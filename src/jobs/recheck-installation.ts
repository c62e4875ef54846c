import type { JobOfKind } from "../queue/job.ts";
import { findAskedRepositories } from "./find-asked-repositories.ts";
import type { JobTools } from "./tools.ts";

/** The app was installed or its owner's configuration changed: every repository in which anything is or was asked. */
export async function recheckInstallation(
  { installation }: JobOfKind["recheck-installation"],
  { connect, queue, policies }: JobTools,
): Promise<void> {
  const repositories = await findAskedRepositories(installation, await connect(installation), policies);
  await queue.send(
    repositories.map(({ id, owner, name }) => {
      return { kind: "recheck-repository", installation, repository: { id, owner, name } };
    }),
  );
}
