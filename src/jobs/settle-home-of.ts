import type { JobOfKind } from "../queue/job.ts";
import { settleOf } from "./settle-of.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Thread = Pick<JobOfKind["review-problem"], "installation" | "repository" | "number">;

interface Tools {
  readonly followUps: Pick<JobTools["followUps"], "homeOf">;
  readonly queue: Pick<JobTools["queue"], "send">;
}

/** A thread changed: what is followed up there, or what it was merged for, is looked at. */
export async function settleHomeOf(thread: Thread, tools: Tools): Promise<void> {
  const home = await tools.followUps.homeOf(repositoryOf(thread), thread.number);
  if (home !== null) await tools.queue.send([settleOf(home)]);
}
