import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import type { DesiredGroup } from "../core/plan/desire-merge-group.ts";
import { desireMergeGroup, desireMisconfiguredGroup, desireUnaskedGroup } from "../core/plan/desire-merge-group.ts";
import { planMergeGroup } from "../core/plan/plan-merge-group.ts";
import { requiresAnything } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { MergeGroupReading } from "../sources/ports.ts";
import { judgeMembers, judgeRepairs } from "./judge-members.ts";
import { holdMergeGroup } from "./hold-merge-group.ts";
import { groupOf, groupRefOf, writeGroupRun } from "./merge-group.ts";
import type { GroupLook } from "./merge-group.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Job = JobOfKind["judge-merge-group"];

/** Looks at every pull request of a merge group again, and answers for all of them on the group's commit. */
export async function judgeMergeGroup(job: Job, tools: JobTools): Promise<void> {
  const group = groupOf(job);
  if (group === null) return tools.logger.warn({ job }, "A merge group has a name of an unknown form");
  const look: GroupLook = { job, group, tools, github: await tools.connect(job.installation) };
  await tools.mergeGroups.note(groupRefOf(job), group.newest);
  try {
    await lookAt(look);
  } catch (error) {
    // Whatever it is, the queue waits: the run says so, and fails in time. GitHub's limits forbid even that.
    if (tools.putOff(error) !== null || (await holdMergeGroup(look)) === "held") throw error;
    tools.logger.warn({ err: error, job }, "A merge group was given up");
  }
}

async function lookAt(look: GroupLook): Promise<void> {
  const { job, group, tools, github } = look;
  const reading = await github.reader.readMergeGroup(group);
  // An archived repository takes no writes.
  if (reading === null || reading.place.kind === "gone" || reading.repository.archived) {
    return tools.mergeGroups.forget(groupRefOf(job));
  }
  // The repository may have another name by now: writes go there.
  const { owner, name } = reading.repository;
  await makeTrue({ ...look, group: { ...group, owner, name } }, reading);
}

async function makeTrue(look: GroupLook, reading: MergeGroupReading): Promise<void> {
  const { job, group, tools } = look;
  const desired = await desire(look, reading);
  const { writes, again } = planMergeGroup({ sha: group.sha, run: reading.checkRun, now: tools.now() }, desired);
  if (writes.length > 0 && !(await isStillQueued(look))) return tools.mergeGroups.forget(groupRefOf(job));
  await writeGroupRun(look, writes);
  if (again !== null) await tools.queue.sendLater(job, again);
}

async function desire(look: GroupLook, reading: MergeGroupReading): Promise<DesiredGroup> {
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  const readings = await look.github.reader.readMembers(reading);
  await look.tools.mergeGroups.noteMembers(
    groupRefOf(look.job),
    readings.map(({ number }) => number),
  );
  switch (loaded.kind) {
    case "absent":
      return desireUnaskedGroup(readings.some((one) => (one.reading?.checkRun ?? null) !== null));
    case "invalid":
      return desireMisconfiguredGroup({
        broken: loaded,
        repository: reading.repository,
        members: await judgeRepairs(look, loaded, readings),
      });
    case "ok":
      return desireMergeGroup({
        members: await judgeMembers(look, loaded, readings),
        listed: reading.place.kind === "queued",
        policy: policyOf(loaded),
      });
  }
}

function policyOf({ config }: LoadedConfig & { kind: "ok" }): "advises" | "requires" {
  return requiresAnything(config) ? "requires" : "advises";
}

/** Reading takes a while. The index is told of the end by a delivery, GitHub's answer needs none. */
async function isStillQueued({ job, group, tools, github }: GroupLook): Promise<boolean> {
  if (!(await tools.mergeGroups.knows(groupRefOf(job)))) return false;
  return (await github.reader.readMergeGroupPlace(group)).kind !== "gone";
}
