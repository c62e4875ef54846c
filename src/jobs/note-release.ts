import type { JobOfKind } from "../queue/job.ts";
import { settleOf } from "./settle-of.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Tools = Pick<JobTools, "followUps"> & { readonly queue: Pick<JobTools["queue"], "sendInWaves"> };

/** Each home that waits for a release asks GitHub whether this one holds its merges. */
export async function noteRelease(job: JobOfKind["note-release"], { followUps, queue }: Tools): Promise<void> {
  const waiting = await followUps.waiting(repositoryOf(job));
  await queue.sendInWaves(waiting.map((home) => settleOf({ ...home, repository: job.repository })));
}
