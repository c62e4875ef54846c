import type { JobOfKind } from "../queue/job.ts";
import { settleOf } from "./settle-of.ts";
import type { JobTools } from "./tools.ts";

type Thread = Pick<JobOfKind["review-problem"], "installation" | "repository" | "number">;

interface Tools {
  readonly followUps: Pick<JobTools["followUps"], "homeOf">;
  readonly queue: Pick<JobTools["queue"], "send">;
}

/** A thread changed: what is followed up there, or what it was merged for, is looked at. */
export async function settleHomeOf({ installation, repository, number }: Thread, tools: Tools): Promise<void> {
  const home = await tools.followUps.homeOf({ installation, repositoryId: repository.id }, number);
  if (home !== null) await tools.queue.send([settleOf(home)]);
}
