import type { BegunWord, FollowUpIndex, HomeRef } from "../queue/known-follow-ups.ts";
import type { HomeReading } from "../sources/follow-up/home-reading.ts";
import type { GitHubReader } from "../sources/ports.ts";

/** In milliseconds: so far GitHub's clock may be behind ours. Two of a kind are made days apart, or are twins. */
const CLOCKS_MS = 5 * 60_000;

interface Means {
  readonly job: HomeRef;
  readonly begun: BegunWord | null;
  readonly reader: Pick<GitHubReader, "findWords">;
  readonly followUps: Pick<FollowUpIndex, "noteBegun">;
}

/**
 * A comment whose making was not confirmed, or that was made a moment ago, may not be on GitHub's copies yet, and its
 * twin would notify everybody once more. Where such a one is noted and not shown, it is looked for over REST.
 */
export async function showBegun(home: HomeReading, { job, begun, reader, followUps }: Means): Promise<HomeReading> {
  if (begun === null) return home;
  const { thread, reference } = home;
  const since = new Date(begun.at.getTime() - CLOCKS_MS);
  const isShown = thread.followUpComments.some(({ kind, createdAt }) => kind === begun.kind && createdAt >= since);
  const found = isShown ? [] : await reader.findWords(reference, { kind: begun.kind, since });
  if (found.length === 0) await followUps.noteBegun(job, null);
  return { ...home, thread: { ...thread, followUpComments: [...thread.followUpComments, ...found] } };
}
