import type { Verdict } from "../core/verdict/verdict.ts";
import type { JobOfKind } from "../queue/job.ts";
import { boardChanged } from "./board-changed.ts";
import type { JobTools } from "./tools.ts";

/** Why nothing is asked of a pull request, for the board. Never who said so. */
export async function noteOptOut(
  { installation, repository, number }: JobOfKind["reconcile-pull-request"],
  verdict: Verdict,
  { optOuts, queue, now }: Pick<JobTools, "optOuts" | "queue" | "now">,
): Promise<void> {
  const reason = verdict.kind === "opted-out" ? verdict.reason : null;
  const place = { installation, repositoryId: repository.id };
  const { changed } = await optOuts.note(place, { number, reason, at: now() });
  if (changed) await boardChanged({ installation, repository }, queue);
}
