import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds. As long as it stays suspended, each sweep says so anew. */
const PARKED_MS = 30 * 24 * 3600 * 1000;

/** The installation was suspended: GitHub refuses whatever is asked of it, so nothing is, until it is taken up again. */
export async function parkInstallation(
  { installation }: JobOfKind["park-installation"],
  { queue, marks, now }: Pick<JobTools, "queue" | "marks" | "now">,
): Promise<void> {
  await marks.write(`parked-${installation}`, now().toISOString());
  await queue.pause(installation, new Date(now().getTime() + PARKED_MS), "The installation is suspended");
}
