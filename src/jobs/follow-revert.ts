import type { JobOfKind } from "../queue/job.ts";
import { settleOf } from "./settle-of.ts";
import type { JobTools } from "./tools.ts";

type Tools = Pick<JobTools, "followUps"> & { readonly queue: Pick<JobTools["queue"], "send"> };

/** What it takes back is looked at again where it is followed up. */
export async function followRevert(
  { installation, repository, number }: JobOfKind["follow-revert"],
  { followUps, queue }: Tools,
): Promise<void> {
  const of = { installation, repositoryId: repository.id };
  const below = await followUps.takenBackBy(of, number);
  const homes = await Promise.all(below.map((one) => followUps.homeOf(of, one)));
  await queue.send(homes.flatMap((home) => (home === null ? [] : [settleOf(home)])));
}
