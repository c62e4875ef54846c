import type { Job, JobOfKind } from "../queue/job.ts";
import { threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Reconcile = JobOfKind["reconcile-pull-request"];

/** What saying so takes. */
type Means = Pick<JobTools, "putOff" | "blame" | "now"> & {
  readonly looks: Pick<JobTools["looks"], "forget">;
  readonly queue: Pick<JobTools["queue"], "sendLater">;
};

interface Try<Tools> {
  readonly job: Reconcile;
  readonly tools: Tools;
  readonly context: { readonly triesLeft: number };
}

/** In milliseconds: until then the queue has put the job among the dead letters. */
const SETTLED_MS = 5000;

/** After the last try somebody must say so on the check. GitHub may be away just then, so that is a job of its own. */
export async function orGiveUp<Tools extends Means>(
  { job, tools, context }: Try<Tools>,
  look: (job: Reconcile, tools: Tools) => Promise<void>,
): Promise<void> {
  try {
    await look(job, tools);
  } catch (error) {
    // Whatever it was, nobody could look. A limit spends no try, so that it never ends them.
    if (context.triesLeft <= 0 && tools.putOff(error) === null) await giveUp(job, tools, error);
    throw error;
  }
}

async function giveUp(job: Reconcile, tools: Means, error: unknown): Promise<void> {
  // What is not known to have been looked at is looked at by the next sweep.
  await tools.looks.forget(threadOf(job));
  const tell: Job = { ...job, kind: "tell-given-up", failing: tools.blame(error) };
  await tools.queue.sendLater(tell, new Date(tools.now().getTime() + SETTLED_MS));
}
