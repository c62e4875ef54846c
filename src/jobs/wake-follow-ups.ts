import type { JobTools } from "./tools.ts";
import { settleOf } from "./settle-of.ts";

/** In milliseconds. */
const WOKEN_EVERY_MS = 60_000;

/** More than can be looked at until the next run: what is left then waits for nothing but its turn. */
const MOST = 1000;

/** In milliseconds. What fails is tried again by the queue, which gives up before that: sent each minute, it never would. */
const SENT_AGAIN_MS = 3600 * 1000;

type Tools = Pick<JobTools, "followUps" | "now"> & { readonly queue: Pick<JobTools["queue"], "send" | "sendLater"> };

/** Looks at every follow-up that has something due by now. What passed while nobody was there is found like what is due this minute. */
export async function wakeFollowUps(_job: unknown, { followUps, queue, now }: Tools): Promise<void> {
  const at = now();
  // First: whatever goes wrong below, there is a next time.
  await queue.sendLater({ kind: "wake-follow-ups" }, new Date(at.getTime() + WOKEN_EVERY_MS));
  const due = await followUps.due(at, MOST);
  await queue.send(due.map(settleOf));
  await followUps.noteWoken(due, { now: at, until: new Date(at.getTime() + SENT_AGAIN_MS) });
}
