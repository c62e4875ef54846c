import { findRecord } from "../core/follow-up/record.ts";
import type { Desired } from "../core/plan/desired.ts";
import { withoutInside } from "../core/report/recorded-reading.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import type { Look } from "./look.ts";
import { noteFollowed } from "./note-followed.ts";
import { settleHomeOf } from "./settle-home-of.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Merged = Pick<Look, "job" | "tools" | "reading">;

interface Means {
  readonly tools: { readonly followUps: Pick<JobTools["followUps"], "homeOf"> };
}

/** What is merged is followed up from the moment of its record on; one that reverts may take back what is. */
export async function followMerged({ job, tools, reading }: Merged, { checkRun }: Desired): Promise<void> {
  if (reading.state !== "merged") return;
  const { installation, repository, number } = job;
  if (mayRevert(reading)) await tools.queue.send([{ kind: "follow-revert", installation, repository, number }]);
  const written = checkRun.kind === "record" ? checkRun.content.text : "";
  const record = recordOf(reading) ?? findRecord(written, number);
  if (record !== null) await noteFollowed(job, record, tools.followUps);
  await settleHomeOf(job, tools);
}

/** Once recorded, its labels are those of its follow-up: two that decide about them would undo each other's. */
export function leaveLabels(desired: Desired, reading: PullRequestReading): Desired {
  return reading.state === "merged" && recordOf(reading) !== null ? { ...desired, labels: [] } : desired;
}

/** GitHub's copies may not show a record yet that was just written: the check of what is followed up stays. */
export async function keepFollowed(desired: Desired, { job, tools }: Pick<Look, "job"> & Means): Promise<Desired> {
  if (desired.checkRun.kind !== "instead-of-promise") return desired;
  const home = await tools.followUps.homeOf(repositoryOf(job), job.number);
  return home === null ? desired : { ...desired, checkRun: { kind: "as-it-is" } };
}

/** What was read while not everybody saw the repository may not stay in a check that everybody sees. */
export function takeInsideOff(desired: Desired, reading: PullRequestReading): Desired {
  if (reading.state !== "merged" || reading.repository.visibility !== "public" || recordOf(reading) === null)
    return desired;
  const recordText = withoutInside(reading.checkRun?.text ?? "");
  return recordText === null ? desired : { ...desired, recordText };
}

function recordOf({ checkRun, reference }: PullRequestReading) {
  return findRecord(checkRun?.text ?? "", reference.number);
}

/** A hint only: what it takes back is read from its own words and its commits'. */
function mayRevert({ body }: PullRequestReading): boolean {
  return /reverts/i.test(body);
}
