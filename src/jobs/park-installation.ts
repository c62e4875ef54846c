import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/** In milliseconds. As long as it stays suspended, each sweep says so anew. */
const PARKED_MS = 30 * 24 * 3600 * 1000;

/**
 * The installation was suspended: GitHub refuses whatever is asked of it, so nothing is, until it is taken up again. GitHub
 * is asked whether it is so still: who was told may have been told late, or by somebody who kept what GitHub had signed.
 */
export async function parkInstallation(
  { installation }: JobOfKind["park-installation"],
  { app, queue, marks, now }: Pick<JobTools, "app" | "queue" | "marks" | "now">,
): Promise<void> {
  const listed = await app.listInstallations();
  if (!listed.some(({ id, suspended }) => id === installation && suspended)) return;
  await marks.write(`parked-${installation}`, now().toISOString());
  await queue.pause(installation, new Date(now().getTime() + PARKED_MS), "The installation is suspended");
}
