import type { JobOfKind } from "../queue/job.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Refused {
  readonly job: Pick<JobOfKind["reconcile-pull-request"], "installation" | "repository">;
  readonly tools: { readonly queue: Pick<JobTools["queue"], "send"> };
  readonly github: { readonly reader: Pick<Connection["reader"], "holds"> };
}

/**
 * Everybody may read a public repository, so that only a refused write tells that it was taken out of the installation
 * where the delivery about that was lost. Else each sweep would look at all of it again, in vain. True: it was let go.
 */
export async function letGoIfRemoved({ job, tools, github }: Refused): Promise<boolean> {
  const { installation, repository } = job;
  if (await github.reader.holds(repository.id)) return false;
  await tools.queue.send([{ kind: "forget-repository", installation, repository }]);
  return true;
}
