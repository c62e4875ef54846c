import type { HomeRef } from "../queue/known-follow-ups.ts";
import type { JobTools } from "./tools.ts";

/** Something that the board shows changed. */
export async function boardChanged(
  { installation, repository }: Pick<HomeRef, "installation" | "repository">,
  queue: Pick<JobTools["queue"], "send">,
): Promise<void> {
  await queue.send([{ kind: "refresh-board", installation, repository }]);
}
