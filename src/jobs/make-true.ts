import type { Observed } from "../core/facts/observed.ts";
import type { Desired } from "../core/plan/desired.ts";
import { nextLook, planWrites } from "../core/plan/plan-writes.ts";
import type { Write } from "../core/plan/write.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { KnownComment, WriteObserver } from "../sources/ports.ts";
import { rememberObserved, rememberRefused, rememberWrites } from "./remember.ts";
import { referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Difference {
  readonly job: JobOfKind["reconcile-pull-request" | "review-problem"];
  readonly tools: Pick<JobTools, "index" | "queue" | "now">;
  readonly github: Pick<Connection, "writer">;
  readonly known: KnownComment;
  readonly observed: Observed;
  readonly desired: Desired;
  /** Told after each write, once the index knows of it. */
  readonly written?: (write: Write) => Promise<void>;
}

/** Writes the difference between what GitHub shows and what it should show, and makes sure that somebody looks again. */
export async function makeTrue(difference: Difference): Promise<void> {
  const { job, tools, github, known, observed, desired } = difference;
  const now = tools.now();
  const thread = threadOf(job);
  await rememberObserved(tools.index, thread, { known, observed });
  const writes = planWrites(observed, desired, now);
  if (writes.length > 0) {
    const { refused, postponedTo } = await github.writer.apply(referenceOf(job), writes, observeWrites(difference));
    for (const { write } of refused) await rememberRefused(tools.index, thread, write);
    if (postponedTo !== undefined) await tools.queue.sendLater(job, postponedTo);
  }
  const again = nextLook(observed, desired, now);
  if (again !== null) await tools.queue.sendLater(job, again);
}

function observeWrites({ job, tools, written }: Difference): WriteObserver {
  const index = rememberWrites(tools.index, threadOf(job));
  return {
    ...index,
    async after(write, created) {
      await index.after(write, created);
      await written?.(write);
    },
  };
}
