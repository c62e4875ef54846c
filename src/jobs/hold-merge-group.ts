import { desireUnread } from "../core/plan/desire-merge-group.ts";
import { lastTry, planMergeGroup } from "../core/plan/plan-merge-group.ts";
import type { Failing } from "../core/report/given-up.ts";
import { groupRefOf, writeGroupRun } from "./merge-group.ts";
import type { GroupLook } from "./merge-group.ts";

/**
 * For when not even the configuration could be read: the run is in progress, and fails after the same time as for
 * everything that is not known. "over": it failed, and nobody needs to look again.
 */
export async function holdMergeGroup(look: GroupLook, because: unknown): Promise<"held" | "over"> {
  try {
    return (await mayBeAsked(look)) ? await hold(look, look.tools.blame(because)) : "held";
  } catch (error) {
    // What went wrong first says more, and decides when the group is looked at again.
    look.tools.logger.warn({ err: error, job: look.job }, "A merge group could not be held");
    return "held";
  }
}

/** Whether its newest pull request was asked something before, by the index: who never was configured hears nothing. */
async function mayBeAsked({ job, group, tools }: GroupLook): Promise<boolean> {
  const ref = groupRefOf(job);
  return (await tools.mergeGroups.knows(ref)) && (await tools.index.head({ ...ref, number: group.newest })) !== null;
}

async function hold(look: GroupLook, failing: Failing): Promise<"held" | "over"> {
  const { job, group, tools, github } = look;
  const run = await github.reader.readGroupRun(group);
  // An answer that was given stands until another is known.
  if (run?.completed === true) return run.conclusion === "failure" ? "over" : "held";
  const now = { sha: group.sha, run, now: tools.now() };
  const { writes, again } = planMergeGroup(now, desireUnread(group.newest, failing));
  await writeGroupRun(look, writes);
  if (again === null) return "over";
  // The tries of this job may end before the ten minutes do: GitHub may have been down for longer before it.
  await tools.queue.sendLater(job, lastTry(now), "fresh");
  return "held";
}
