import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** A repository's configuration changed: looks at every repository whose own builds on it, as far as the index knows. */
export async function recheckBuildingOn(
  { repository: base }: JobOfKind["recheck-building-on"],
  { index, queue }: Pick<JobTools, "index" | "queue">,
): Promise<void> {
  const found = await index.repositoriesBuildingOn(base);
  await queue.send(
    found.map(({ installation, repositoryId: id, owner, name }) => {
      return { kind: "recheck-repository", installation, repository: { id, owner, name } };
    }),
  );
}
