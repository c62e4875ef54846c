import { loadConfig } from "../config/load.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import type { SweepReading } from "../sources/ports.ts";
import { findUnseen } from "./find-unseen.ts";
import { listFollowUpsSeldom } from "./list-follow-ups.ts";
import { listProblemsSeldom } from "./list-problems.ts";
import { noteBases } from "./note-bases.ts";
import { isNewVersion, notePolicy, versionOf } from "./note-policy.ts";
import { atHome, knownRepository, repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Sweep = JobOfKind["sweep-repository"];

/** In milliseconds. What was looked at is told apart by the index: it costs a page, and finds what was given up on. */
const OVERLAP_MS = 24 * 3600 * 1000;

/** In milliseconds: what was merged or edited so long before the first sweep, and in the overlap, is looked at once. */
const FIRST_MS = 14 * 24 * 3600 * 1000;

/** Lists a configured repository in a few requests, and wakes what nobody looked at since it changed. */
export async function sweepRepository(asked: Sweep, tools: JobTools): Promise<void> {
  const { reader } = await tools.connect(asked.installation);
  const began = tools.now();
  const reading = await reader.readConfiguration(knownRepository(asked));
  if (reading === null) return tools.policies.forget(repositoryOf(asked));
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  const [before, swept] = [await tools.policies.of(repositoryOf(job)), await tools.policies.swept(repositoryOf(job))];
  await notePolicy(tools.policies, job, loaded);
  await noteBases(tools.index, job, reading);
  const version = versionOf(reading);
  // A push that was never told of, and a configuration that was taken away: the one job that looks at all of them does.
  const isNews =
    swept.version === null ? (before ?? "nothing") !== "nothing" : isNewVersion(swept.version, version, loaded);
  if (isNews) await tools.queue.send([{ ...job, kind: "recheck-repository" }]);
  if (loaded.kind === "absent") return;
  // Before anything is woken: comments may name some. Where it fails, what was missed does not wait for it.
  const [listed] = await Promise.allSettled([listProblemsSeldom(job, tools, { reader, loaded })]);
  await listFollowUpsSeldom(job, tools);
  const sweptAt = swept.at ?? new Date(began.getTime() - FIRST_MS);
  // While the configuration is broken the checks of what is open say so. The rest is looked at once it is repaired.
  const since = loaded.kind === "ok" ? new Date(sweptAt.getTime() - OVERLAP_MS) : began;
  await wakeUnseen(job, tools, await reader.listForSweep(job.repository, since));
  // Where it is news, by whoever looks at all of them because of it.
  if (!isNews && swept.version === null) await tools.policies.noteVersion(repositoryOf(job), version);
  await tools.policies.noteSwept(repositoryOf(job), loaded.kind === "ok" ? began : sweptAt);
  if (listed.status === "rejected") throw listed.reason;
}

async function wakeUnseen(job: Sweep, tools: JobTools, listing: SweepReading): Promise<void> {
  const { installation, repository } = job;
  const listed = [...listing.open, ...listing.merged, ...listing.issues].map(({ number }) => number);
  const looks = await tools.looks.of(repositoryOf(job), listed);
  const { pullRequests, issues, groups } = findUnseen(listing, looks, tools.now());
  const wake = (kind: "reconcile-pull-request" | "review-problem" | "recheck-linked-pull-requests") => {
    return (number: number): Job => ({ kind, installation, repository, number });
  };
  // Among what was not told of may be a comment with a command.
  await tools.commands.doubt(repositoryOf(job), [...pullRequests, ...issues]);
  await tools.queue.send(groups.map((group) => ({ kind: "judge-merge-group", installation, repository, ...group })));
  await tools.queue.sendInWaves([
    ...newestFirst(pullRequests).map(wake("reconcile-pull-request")),
    ...newestFirst(issues).flatMap((n) => [wake("review-problem")(n), wake("recheck-linked-pull-requests")(n)]),
  ]);
}

function newestFirst(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => b - a);
}
