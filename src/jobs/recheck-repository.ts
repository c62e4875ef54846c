import { loadConfig } from "../config/load.ts";
import type { JobOfKind } from "../queue/job.ts";
import { boardChanged } from "./board-changed.ts";
import { listProblems } from "./list-problems.ts";
import { noteBases } from "./note-bases.ts";
import { isSeenByOthers, notePolicy, versionOf, withoutMerged } from "./note-policy.ts";
import { renameLabels } from "./rename-labels.ts";
import { settleOf } from "./settle-of.ts";
import { atHome, knownRepository, repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";
import { wakeAll } from "./wake.ts";

type RecheckRepository = JobOfKind["recheck-repository"];

/**
 * The configuration changed or the app came here: every open pull request is looked at, where anything is asked at all.
 * Where others see the repository now, numbers of metrics may not stand where they do: all merged work is looked at, too.
 */
export async function recheckRepository(asked: RecheckRepository, tools: JobTools): Promise<void> {
  const github = await tools.connect(asked.installation);
  const { reader } = github;
  const reading = await reader.readConfiguration(knownRepository(asked));
  if (reading === null) return forget(asked, tools);
  const job = atHome(asked, reading.repository);
  const { installation, repository } = job;
  const loaded = loadConfig(reading);
  assertReadable(loaded);
  await noteBases(tools.index, job, reading);
  await notePolicy(tools.policies, job, loaded);
  // Before anything gets the new ones.
  await renameLabels(job, loaded, github);
  // Before the pull requests are looked at: their comments may name some. Where it fails they do not wait for it.
  const [listed] = await Promise.allSettled([listProblems(job, tools, { reader, loaded })]);
  const place = repositoryOf(job);
  // Where nothing is configured only those matter that were asked something while it was.
  const numbers =
    loaded.kind === "absent" ? await tools.index.pullRequestsOf(place) : await reader.listOpenPullRequests(repository);
  const version = versionOf(reading);
  const { version: before } = await tools.policies.swept(place);
  const hasOtherReaders = isSeenByOthers(before, version);
  const looksAtMerged = hasOtherReaders && loaded.kind === "ok";
  const recorded = looksAtMerged ? await tools.followUps.measuredInside(place) : [];
  const newestFirst = [...numbers, ...recorded].toSorted((a, b) => b - a);
  // Slot, window and labels are told by it.
  const followedUp = await (looksAtMerged ? tools.followUps.all(place) : tools.followUps.open(place));
  await wakeAll(
    job,
    [
      ...newestFirst.map((number) => ({ kind: "reconcile-pull-request", installation, repository, number }) as const),
      ...followedUp.map((home) => settleOf({ ...home, repository })),
    ],
    tools,
  );
  await boardChanged(job, tools.queue);
  // With a broken configuration nobody looks at merged work: all of it is looked at when that is repaired.
  const isOwed = before !== null && hasOtherReaders && !looksAtMerged;
  await tools.policies.noteVersion(place, isOwed ? withoutMerged(before, version) : version);
  if (listed.status === "rejected") await listLater(job, tools);
}

/** By a sweep, which is tried again for as long as it takes: to try this again would wake all pull requests each time. */
async function listLater(job: RecheckRepository, tools: JobTools): Promise<void> {
  await tools.problems.forgetListed(repositoryOf(job));
  await tools.queue.send([{ kind: "sweep-repository", installation: job.installation, repository: job.repository }]);
}

/** It is gone, or another installation's: else every change of a base, and every sweep, would look for it again. */
async function forget(
  { installation, repository: { id, owner, name } }: RecheckRepository,
  { index, policies }: Pick<JobTools, "index" | "policies">,
): Promise<void> {
  await index.replaceBases({ installation, repositoryId: id, owner, name }, []);
  await policies.forget({ installation, repositoryId: id });
}
