import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

type Settle = JobOfKind["settle-follow-up"];

/** Looks at all that is followed up on one thread, and makes GitHub show how far that is. */
export async function settleFollowUp(job: Settle, { followUps }: Pick<JobTools, "followUps">): Promise<void> {
  const served = await followUps.servedBy(job);
  if (served.length === 0) await followUps.forgetHome(job);
}
