import type { ListedQueueEntry, SweepReading } from "../sources/ports.ts";

/** What a sweep found that nobody looked at. */
export interface Unseen {
  readonly pullRequests: readonly number[];
  readonly issues: readonly number[];
  readonly groups: readonly Pick<ListedQueueEntry, "sha" | "ref">[];
}

/** In milliseconds. A merge group's check is answered or failed by then, if anybody is at it. */
const LEFT_MS = 10 * 60_000;

/**
 * Compares GitHub's list with when each was looked at. The clocks are GitHub's and ours: one of ours that is ahead can
 * miss what happened within the difference, and a delivery tells of that too.
 */
export function findUnseen(listing: SweepReading, looks: ReadonlyMap<number, Date>, now: Date): Unseen {
  const unseen = (number: number, happened: Date) => !isAfter(looks.get(number), happened);
  return {
    pullRequests: [
      ...listing.open.filter((one) => !one.answered || unseen(one.number, one.updatedAt)),
      ...listing.merged.filter((one) => unseen(one.number, one.mergedAt)),
    ].map(({ number }) => number),
    issues: listing.issues.filter((one) => unseen(one.number, one.updatedAt)).map(({ number }) => number),
    groups: listing.queued.filter(({ run }) => isLeft(run, now)).map(({ sha, ref }) => ({ sha, ref })),
  };
}

/** GitHub tells full seconds. */
function isAfter(look: Date | undefined, happened: Date): boolean {
  return look !== undefined && look.getTime() >= happened.getTime();
}

function isLeft(run: ListedQueueEntry["run"], now: Date): boolean {
  if (run === "none") return true;
  if (run === "completed") return false;
  return run.runningSince === null || now.getTime() - run.runningSince.getTime() > LEFT_MS;
}
