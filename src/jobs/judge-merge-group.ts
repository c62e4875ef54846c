import { loadConfig } from "../config/load.ts";
import type { DesiredGroup } from "../core/plan/desire-merge-group.ts";
import { desireMergeGroup, desireMisconfiguredGroup, desireUnaskedGroup } from "../core/plan/desire-merge-group.ts";
import { planMergeGroup } from "../core/plan/plan-merge-group.ts";
import { strengthOf } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { MergeGroupReading } from "../sources/ports.ts";
import { judgeMembers, judgeRepairs } from "./judge-members.ts";
import { holdMergeGroup } from "./hold-merge-group.ts";
import { groupOf, groupRefOf, writeGroupRun } from "./merge-group.ts";
import type { GroupLook } from "./merge-group.ts";
import { readMembers } from "./read-members.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Job = JobOfKind["judge-merge-group"];

/**
 * In milliseconds: when to look again at a group that GitHub's queue does not have. A delivery may come before the copy
 * that GraphQL reads from has caught up, and a group that is let go by mistake would hold up its queue.
 */
const SECOND_LOOK_MS = 30_000;

/** Looks at every pull request of a merge group again, and answers for all of them on the group's commit. */
export async function judgeMergeGroup(job: Job, tools: JobTools): Promise<void> {
  const group = groupOf(job);
  if (group === null) return tools.logger.warn({ job }, "A merge group has a name of an unknown form");
  const look: GroupLook = { job, group, tools, github: await tools.connect(job.installation) };
  const isFirst = !(await tools.mergeGroups.knows(groupRefOf(job)));
  await tools.mergeGroups.note(groupRefOf(job), group.newest);
  try {
    if ((await lookAt(look)) === "gone") await letGo(look, isFirst);
  } catch (error) {
    // Whatever it is, the queue waits: the run says so, and fails in time. GitHub's limits forbid even that.
    if (tools.putOff(error) !== null || (await holdMergeGroup(look, error)) === "held") throw error;
    tools.logger.warn({ err: error, job }, "A merge group was given up");
  }
}

async function lookAt(look: GroupLook): Promise<"done" | "gone"> {
  const { job, group, tools, github } = look;
  const reading = await github.reader.readMergeGroup(group);
  // An archived repository takes no writes.
  if (reading === null || reading.repository.archived) {
    await tools.mergeGroups.forget(groupRefOf(job));
    return "done";
  }
  if (reading.place.kind === "gone") return "gone";
  // The repository may have another name by now: writes go there.
  const { owner, name } = reading.repository;
  await makeTrue({ ...look, group: { ...group, owner, name } }, reading);
  return "done";
}

async function letGo(look: GroupLook, isFirst: boolean): Promise<void> {
  if (isFirst) return lookOnceMore(look);
  await look.tools.mergeGroups.forget(groupRefOf(look.job));
}

function lookOnceMore({ job, tools }: GroupLook): Promise<void> {
  return tools.queue.sendLater(job, new Date(tools.now().getTime() + SECOND_LOOK_MS), "fresh");
}

async function makeTrue(look: GroupLook, reading: MergeGroupReading): Promise<void> {
  const { job, group, tools } = look;
  const desired = await desire(look, reading);
  const { writes, again } = planMergeGroup({ sha: group.sha, run: reading.checkRun, now: tools.now() }, desired);
  if (writes.length > 0 && !(await isStillQueued(look))) return lookOnceMore(look);
  await writeGroupRun(look, writes);
  if (again !== null) await tools.queue.sendLater(job, again, "fresh");
}

async function desire(look: GroupLook, reading: MergeGroupReading): Promise<DesiredGroup> {
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  const numbers = reading.place.kind === "gone" ? [] : reading.place.numbers;
  // Noted before they are read: who is edited from here on wakes the group again.
  await look.tools.mergeGroups.noteMembers(groupRefOf(look.job), numbers);
  const readings = await readMembers(look, reading, numbers);
  switch (loaded.kind) {
    case "absent":
      return desireUnaskedGroup(readings.some((one) => (one.reading?.checkRun ?? null) !== null));
    case "invalid":
      return desireMisconfiguredGroup({
        broken: loaded,
        repository: reading.repository,
        members: await judgeRepairs(look, loaded, readings),
        listed: reading.place.kind === "queued",
      });
    case "ok":
      return desireMergeGroup({
        members: await judgeMembers(look, loaded, readings),
        listed: reading.place.kind === "queued",
        policy: strengthOf(loaded.config),
      });
  }
}

/**
 * Reading takes a while. GitHub alone decides: GitHub may have built a group that ended anew, with the same commit, and
 * an answer too much does no harm where one too few holds up the queue.
 */
async function isStillQueued({ group, github }: GroupLook): Promise<boolean> {
  return (await github.reader.readMergeGroupPlace(group)).kind !== "gone";
}
