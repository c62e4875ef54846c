import type { ObservedGroupRun } from "../facts/observed.ts";
import type { DesiredGroup } from "./desire-merge-group.ts";
import { untouched } from "./desired.ts";
import { planWrites } from "./plan-writes.ts";
import type { Write } from "./write.ts";

/** How long the undetermined is asked for, in milliseconds. */
const askedFor = 10 * 60_000;

/** How long to wait in between, in milliseconds. */
const [shortestWait, longestWait] = [15_000, 2 * 60_000];

interface GroupPlan {
  readonly writes: readonly Write[];
  /** When to look again though nothing may have happened by then. */
  readonly again: Date | null;
}

interface GroupNow {
  readonly sha: string;
  readonly run: ObservedGroupRun | null;
  readonly now: Date;
}

/** When the run fails if nothing was determined by then. */
export function lastTry({ run, now }: GroupNow): Date {
  return new Date((run?.runningSince ?? now).getTime() + askedFor);
}

const nothing: GroupPlan = { writes: [], again: null };

/** The difference between the check that a merge group has and the one that it should have: none when they agree. */
export function planMergeGroup(group: GroupNow, desired: DesiredGroup): GroupPlan {
  switch (desired.kind) {
    case "silent":
      return nothing;
    case "answered":
      return { writes: planContent(group, desired.content), again: null };
    case "undetermined":
      return planUndetermined(group, desired);
  }
}

type Undetermined = DesiredGroup & { kind: "undetermined" };

/** The run itself says since when it waits, so that no restart and no lost store gives it more time. */
function planUndetermined(group: GroupNow, { waiting, expired }: Undetermined): GroupPlan {
  const { sha, run, now } = group;
  const since = run?.runningSince ?? null;
  if (since !== null) {
    const waited = now.getTime() - since.getTime();
    if (waited >= askedFor) return { writes: planContent(group, expired), again: null };
    const wait = Math.min(Math.max(waited, shortestWait), longestWait, askedFor - waited);
    return { writes: [], again: new Date(now.getTime() + wait) };
  }
  // It failed after its last try: only somebody who asks for it again starts anew.
  if (run?.completed === true && run.conclusion === "failure") return nothing;
  // A completed run does not go back to in progress (taskcluster#5085); of two, GitHub counts the newer.
  return {
    writes: [{ kind: "start-check-run", headSha: sha, startedAt: now, content: waiting }],
    again: new Date(now.getTime() + shortestWait),
  };
}

function planContent({ sha, run, now }: GroupNow, content: (DesiredGroup & { kind: "answered" })["content"]) {
  const observed = { checkRun: run, comment: { kind: "none" }, labels: noLabels } as const;
  return planWrites(observed, { ...untouched, checkRun: { kind: "set", headSha: sha, content } }, now);
}

const noLabels = { onThread: [], removedByAPerson: [], inRepository: [] };
