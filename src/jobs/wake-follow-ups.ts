import type { JobTools } from "./tools.ts";
import { settleOf } from "./settle-of.ts";

/** In milliseconds. */
const WOKEN_EVERY_MS = 60_000;

/** A slot of a thousand homes takes a few runs: each run reads what is due anew, and what was looked at is due no more. */
const MOST = 300;

type Tools = Pick<JobTools, "followUps" | "now"> & { readonly queue: Pick<JobTools["queue"], "send" | "sendLater"> };

/**
 * Looks at every follow-up that has something due by now. What passed while nobody was there is found like what is due
 * this minute, and a home that waits already is not sent twice: equal jobs merge.
 */
export async function wakeFollowUps(_job: unknown, { followUps, queue, now }: Tools): Promise<void> {
  const at = now();
  // First: whatever goes wrong below, there is a next time.
  await queue.sendLater({ kind: "wake-follow-ups" }, new Date(at.getTime() + WOKEN_EVERY_MS));
  const due = await followUps.due(at, MOST);
  await queue.send(due.map(settleOf));
}
