import { askAgainAt } from "../core/plan/ask-again.ts";
import type { Desired } from "../core/plan/desired.ts";
import { threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

interface Look {
  readonly job: Parameters<typeof threadOf>[0];
  readonly tools: Pick<JobTools, "looks" | "now">;
}

/** What GitHub does not answer for is asked again, later each time. `silentSince`: null where it answered. */
export async function waitLonger({ job, tools }: Look, desired: Desired) {
  if (desired.retryAt === null) return { desired, silentSince: null };
  const now = tools.now();
  const silentSince = (await tools.looks.silentSince(threadOf(job))) ?? now;
  return { desired: { ...desired, retryAt: askAgainAt(silentSince, now) }, silentSince };
}
