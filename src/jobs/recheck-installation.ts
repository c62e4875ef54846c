import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** The app was installed or its owner's configuration changed: every repository that it may see. */
export async function recheckInstallation(
  { installation }: JobOfKind["recheck-installation"],
  { connect, queue }: JobTools,
): Promise<void> {
  const { reader } = await connect(installation);
  const repositories = await reader.listRepositories();
  await queue.send(
    repositories.map(({ id, owner, name }) => {
      return { kind: "recheck-repository", installation, repository: { id, owner, name } };
    }),
  );
}
