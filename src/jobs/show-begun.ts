import type { JobOfKind } from "../queue/job.ts";
import type { BegunWord, FollowUpIndex } from "../queue/known-follow-ups.ts";
import type { HomeReading } from "../sources/follow-up/home-reading.ts";
import type { GitHubReader } from "../sources/ports.ts";
import type { JobTools } from "./tools.ts";

type Settle = JobOfKind["settle-follow-up"];

/** In milliseconds: so far GitHub's clock may be behind ours. Two of a kind are made days apart, or are twins. */
const CLOCKS_MS = 5 * 60_000;

/** In milliseconds: REST answers from copies too, which are behind less. */
const DOUBTFUL_MS = 60_000;

/** In milliseconds: should it show up after all, two stand there no longer than this. */
const TWINS_MS = 15 * 60_000;

interface Means {
  readonly job: Settle;
  readonly begun: BegunWord | null;
  readonly now: Date;
  readonly reader: Pick<GitHubReader, "findWords">;
  readonly followUps: Pick<FollowUpIndex, "noteBegun">;
  readonly queue: Pick<JobTools["queue"], "sendLater">;
}

/**
 * A comment whose making was not confirmed, or that was made a moment ago, may not be on GitHub's copies yet, and its
 * twin would notify everybody once more. Where such a one is noted and not shown, it is looked for over REST. Null: it was
 * begun a moment ago, and nothing tells yet whether it was made.
 */
export async function showBegun(home: HomeReading, means: Means): Promise<HomeReading | null> {
  const { job, begun, now, reader, followUps } = means;
  if (begun === null) return home;
  const { thread, reference } = home;
  const since = new Date(begun.at.getTime() - CLOCKS_MS);
  const isShown = thread.followUpComments.some(({ kind, createdAt }) => kind === begun.kind && createdAt >= since);
  const found = isShown ? [] : await reader.findWords(reference, { kind: begun.kind, since });
  const isNowhere = !isShown && found.length === 0;
  if (isNowhere && now.getTime() - begun.at.getTime() < DOUBTFUL_MS) return null;
  if (isNowhere) await means.queue.sendLater(job, new Date(now.getTime() + TWINS_MS));
  if (found.length === 0) await followUps.noteBegun(job, null);
  return { ...home, thread: { ...thread, followUpComments: [...thread.followUpComments, ...found] } };
}
