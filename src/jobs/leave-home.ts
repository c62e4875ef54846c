import { nameAnew } from "../core/follow-up/summarise.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { RoundSummary } from "../core/follow-up/summary.ts";
import type { HomeRef } from "../queue/known-follow-ups.ts";
import type { GitHubReader } from "../sources/ports.ts";
import { boardChanged } from "./board-changed.ts";
import { settleOf } from "./settle-of.ts";
import type { JobTools } from "./tools.ts";

type Tools = Pick<JobTools, "followUps"> & {
  readonly queue: Pick<JobTools["queue"], "send">;
  readonly reader: Pick<GitHubReader, "readServed">;
};

/** Nothing is asked any more. What was only taken back may come back. */
const over: ReadonlySet<RoundSummary["state"]> = new Set([
  "validated",
  "invalidated",
  "inconclusive",
  "unmeasured",
  "cancelled",
]);

/**
 * The thread is gone, or in another repository: what was merged for a problem is followed up on the first of it from now
 * on. The record still names the problem, so that is known by the index alone; with a new one it is found out once more.
 * What came to an end there is over: the answers went with it, and nobody is asked for them a second time. It is told below
 * the first pull request's name, for whoever deletes a problem wants its title gone.
 */
export async function leaveHome(home: HomeRef, { followUps, queue, reader }: Tools): Promise<void> {
  const summary = readSummary((await followUps.lastLook(home))?.summary);
  const state = summary?.rounds.at(-1)?.state;
  const known = await followUps.servedBy(home);
  const numbers = known.map(({ number }) => number).filter((number) => number !== home.number);
  const read = await reader.readServed(home.repository, numbers);
  const served = read.flatMap((one) => (one === null ? [] : [one]));
  const [first] = served.toSorted((a, b) => a.mergedAt.getTime() - b.mergedAt.getTime());
  if (first !== undefined && summary !== null && state !== undefined && over.has(state)) {
    const named = nameAnew(summary, first);
    const { changed } = await followUps.note(home, { nextAt: null, waits: false, summary: named });
    return changed ? boardChanged(home, queue) : undefined;
  }
  if (first !== undefined) {
    const next: HomeRef = { ...home, on: "pull_request", number: first.reference.number };
    for (const { reference } of served) await followUps.noteServed(next, reference.number);
    await queue.send([settleOf(next)]);
  }
  await followUps.forgetHome(home);
  await boardChanged(home, queue);
}
