import type { LabelSettings } from "../core/follow-up/labels.ts";
import type { ThreadWrites } from "../core/plan/plan-follow-up.ts";
import type { Write } from "../core/plan/write.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

interface Written {
  readonly planned: readonly ThreadWrites[];
  readonly labels: Pick<LabelSettings, "invalidated">;
}

/**
 * By the label that was just put on a problem or taken off, the pull requests that link to it show what was learned there,
 * or no longer; by another answer, which our words there quote, something else. What we write ourselves is heard of as no
 * event, and an answer may be given on what was merged.
 */
export async function tellLearning(
  { installation, repository, number, on }: JobOfKind["settle-follow-up"],
  { planned, labels }: Written,
  { queue }: { readonly queue: Pick<JobTools["queue"], "send"> },
): Promise<void> {
  if (on !== "problem") return;
  const writes = planned.flatMap((one) => (one.thread.number === number ? one.writes : []));
  if (writes.some((write) => tells(write, labels)))
    await queue.send([{ kind: "recheck-linked-pull-requests", installation, repository, number }]);
}

function tells(write: Write, { invalidated }: Written["labels"]): boolean {
  const isLabel = write.kind === "add-label" || write.kind === "remove-label";
  return isLabel ? write.name === invalidated.name : write.kind === "update-comment";
}
