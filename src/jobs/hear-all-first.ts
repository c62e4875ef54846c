import { findOptOut } from "../core/follow-up/opt-out-record.ts";
import { findRecord } from "../core/follow-up/record.ts";
import type { Desired } from "../core/plan/desired.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import type { KnownThread } from "./known-thread.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

interface Look {
  readonly job: JobOfKind["reconcile-pull-request"];
  readonly tools: {
    readonly commands: Pick<JobTools["commands"], "doubt">;
    readonly queue: Pick<JobTools["queue"], "send">;
  };
  readonly thread: Pick<KnownThread, "asked">;
  readonly reading: Pick<PullRequestReading, "state" | "checkRun" | "reference" | "thread">;
}

/**
 * What is recorded of a merge stays, so everything that people said is heard before, also what no delivery has told of yet.
 * Answers whether that is still to be done: the next look reads all comments, at the price of one request.
 */
export async function hearAllFirst({ job, tools, thread, reading }: Look, desired: Desired): Promise<boolean> {
  if (thread.asked.kind === "cold" || reading.state !== "merged" || !beginsFollowUp(reading, desired)) return false;
  await tools.commands.doubt(repositoryOf(job), [job.number]);
  await tools.queue.send([job], "fresh");
  return true;
}

function beginsFollowUp({ checkRun, reference, thread }: Look["reading"], desired: Desired): boolean {
  const shown = checkRun?.text ?? "";
  const isRecorded = findRecord(shown, reference.number) !== null || findOptOut(shown, reference.number) !== null;
  const labels = new Set(thread.labels.map((name) => name.toLowerCase()));
  return (
    !isRecorded &&
    (desired.checkRun.kind === "record" || desired.labels.some(({ name }) => !labels.has(name.toLowerCase())))
  );
}
