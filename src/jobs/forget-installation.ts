import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/**
 * Else an issue that one of its pull requests links to would go on waking it, and each look would be refused. GitHub is
 * asked whether it is gone: who was told may have been told by somebody who kept what GitHub had signed. Should GitHub's
 * list still have it, the next sweep looks again.
 */
export async function forgetInstallation(
  { installation }: JobOfKind["forget-installation"],
  { app, index, queue, marks, dropJobsOf }: Pick<JobTools, "app" | "index" | "queue" | "marks" | "dropJobsOf">,
): Promise<void> {
  const listed = await app.listInstallations();
  if (listed.some(({ id }) => id === installation)) return;
  await dropJobsOf(installation);
  await index.forgetInstallation(installation);
  await marks.write(`parked-${installation}`, null);
  await queue.resume(installation);
}
