import type { JobOfKind } from "../queue/job.ts";
import { atHome, knownRepository } from "./thread.ts";
import type { JobTools } from "./tools.ts";

/** Somebody asked for a check again: looks at every open pull request of that commit. */
export async function recheckCommit(asked: JobOfKind["recheck-commit"], { connect, queue }: JobTools): Promise<void> {
  const { reader } = await connect(asked.installation);
  const place = await reader.findRepository(knownRepository(asked));
  if (place === null) return;
  const { installation, repository, sha } = atHome(asked, place);
  const numbers = await reader.listPullRequestsOfCommit(repository, sha);
  await queue.send(numbers.map((number) => ({ kind: "reconcile-pull-request", installation, repository, number })));
}
