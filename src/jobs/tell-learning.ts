import type { LabelSettings } from "../core/follow-up/labels.ts";
import type { ThreadWrites } from "../core/plan/plan-follow-up.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { JobTools } from "./tools.ts";

interface Written {
  readonly planned: readonly ThreadWrites[];
  readonly labels: Pick<LabelSettings, "invalidated">;
}

/**
 * By the label that was just put on a problem or taken off, the pull requests that link to it show what was learned there,
 * or no longer. What we write ourselves is heard of as no event.
 */
export async function tellLearning(
  { installation, repository, number, on }: JobOfKind["settle-follow-up"],
  { planned, labels }: Written,
  { queue }: { readonly queue: Pick<JobTools["queue"], "send"> },
): Promise<void> {
  if (on !== "problem") return;
  const writes = planned.flatMap((one) => (one.thread.number === number ? one.writes : []));
  const isTold = writes.some(
    (write) => (write.kind === "add-label" || write.kind === "remove-label") && write.name === labels.invalidated.name,
  );
  if (isTold) await queue.send([{ kind: "recheck-linked-pull-requests", installation, repository, number }]);
}
