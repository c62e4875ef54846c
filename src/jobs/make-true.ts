import type { Observed } from "../core/facts/observed.ts";
import type { Desired } from "../core/plan/desired.ts";
import { nextLook, planWrites } from "../core/plan/plan-writes.ts";
import type { Write } from "../core/plan/write.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { ApplyResult, KnownComment, WriteObserver } from "../sources/ports.ts";
import { letGoIfRemoved } from "./let-go-if-removed.ts";
import { isUrgent } from "./slow-down.ts";
import { rememberObserved, rememberRefused, rememberWrites } from "./remember.ts";
import { referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Difference {
  readonly job: JobOfKind["reconcile-pull-request" | "review-problem"];
  readonly tools: Pick<JobTools, "index" | "queue" | "now" | "slowDown" | "blame">;
  readonly github: { readonly writer: Connection["writer"]; readonly reader: Pick<Connection["reader"], "holds"> };
  readonly known: KnownComment;
  readonly observed: Observed;
  readonly desired: Desired;
  /** Told after each write, once the index knows of it. */
  readonly written?: (write: Write) => Promise<void>;
}

/** Writes the difference between what GitHub shows and what it should show, and makes sure that somebody looks again. */
export async function makeTrue(difference: Difference): Promise<void> {
  const { job, tools, known, observed, desired } = difference;
  const now = tools.now();
  const thread = threadOf(job);
  await rememberObserved(tools.index, thread, { known, observed });
  const planned = planWrites(observed, desired, now);
  const waitUntil = tools.slowDown?.waitUntil(thread, now) ?? null;
  const writes = waitUntil === null ? planned : planned.filter((write) => isUrgent(write, observed));
  if (writes.length > 0 && (await applyNow(difference, writes)) === "removed") return;
  if (waitUntil !== null && writes.length < planned.length) await tools.queue.sendLater(job, waitUntil);
  const again = nextLook(observed, desired, now);
  if (again !== null) await tools.queue.sendLater(job, again);
}

async function applyNow(difference: Difference, writes: readonly Write[]): Promise<"applied" | "removed"> {
  const { job, tools } = difference;
  const thread = threadOf(job);
  tools.slowDown?.note(thread, tools.now());
  const applied = await applyOrLetGo(difference, writes);
  if (applied === "removed") return applied;
  const { refused, postponedTo } = applied;
  for (const one of refused) await rememberRefused(tools.index, thread, one.write);
  if (postponedTo !== undefined) await tools.queue.sendLater(job, postponedTo);
  return "applied";
}

async function applyOrLetGo(difference: Difference, writes: readonly Write[]): Promise<ApplyResult | "removed"> {
  const { job, tools, github } = difference;
  try {
    const applied = await github.writer.apply(referenceOf(job), writes, observeWrites(difference));
    return applied.refused.length > 0 && (await letGoIfRemoved(difference)) ? "removed" : applied;
  } catch (error) {
    // GitHub may also say that there is no such thing. All else is thrown on.
    if (tools.blame(error) === "refused" && (await letGoIfRemoved(difference))) return "removed";
    throw error;
  }
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
