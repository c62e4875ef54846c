import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

/**
 * The installation may be asked again. GitHub delivers nothing of a suspended one, so all of it is looked at: what is
 * open, and by the sweep what was merged or edited meanwhile.
 */
export async function unparkInstallation(
  { installation }: JobOfKind["unpark-installation"],
  { queue, marks }: Pick<JobTools, "queue" | "marks">,
): Promise<void> {
  await queue.send([
    { kind: "recheck-installation", installation },
    { kind: "sweep-installation", installation },
  ]);
  await queue.resume(installation);
  await marks.write(`parked-${installation}`, null);
}
