import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** Somebody asked for a check again: looks at every open pull request of that commit. */
export async function recheckCommit(job: JobOfKind["recheck-commit"], { connect, queue }: JobTools): Promise<void> {
  const { installation, repository, sha } = job;
  const { reader } = await connect(installation);
  const numbers = await reader.listPullRequestsOfCommit(repository, sha);
  await queue.send(numbers.map((number) => ({ kind: "reconcile-pull-request", installation, repository, number })));
}
