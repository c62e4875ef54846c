import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import { desireGivenUp } from "../core/plan/desire-given-up.ts";
import { planWrites } from "../core/plan/plan-writes.ts";
import { policyFor } from "../core/verdict/require-from.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { Asks } from "../queue/known-policies.ts";
import { asksOf } from "./note-policy.ts";
import { repositoryOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

type Tell = JobOfKind["tell-given-up"];

type Means = Pick<JobTools, "isGivenUp" | "connect" | "putOff" | "now" | "logger"> & {
  readonly looks: Pick<JobTools["looks"], "forget">;
  readonly policies: Pick<JobTools["policies"], "of">;
  readonly queue: Pick<JobTools["queue"], "send" | "sendLater">;
};

/** In milliseconds: GitHub answers again, for this much at least. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Says on the check of a pull request that it could not be evaluated, for as long as that is so: a look that came to an
 * end since says it better. Reads as little as it can, for GitHub may answer for little.
 */
export async function tellGivenUp(job: Tell, tools: Means): Promise<void> {
  const look = lookOf(job);
  if (!(await tools.isGivenUp(look))) return;
  // What is not known to have been looked at is looked at by the next sweep.
  await tools.looks.forget(threadOf(look));
  await tell(job, tools);
  // One that began meanwhile may have read what stood there before.
  if (!(await tools.isGivenUp(look))) return tools.queue.send([look]);
  if (job.failing === "github") {
    await tools.queue.sendLater(look, new Date(tools.now().getTime() + LOOK_AGAIN_MS));
  }
}

function lookOf({ installation, repository, number }: Tell): JobOfKind["reconcile-pull-request"] {
  return { kind: "reconcile-pull-request", installation, repository, number };
}

async function tell(job: Tell, tools: Means): Promise<void> {
  const { reader, writer } = await tools.connect(job.installation);
  const { asksOfOneFrom, place } = await findAsks(job, tools, reader);
  const pullRequest = { owner: place.owner, name: place.name, number: job.number };
  const head = await reader.readHead(pullRequest);
  if (head?.state !== "open") return;
  const checkRun = await reader.readRunOfCommit(place, head.sha);
  const { failing } = job;
  const asks = asksOfOneFrom(head.createdAt);
  const desired = desireGivenUp({ headSha: head.sha, failing, asks, wasTold: checkRun !== null });
  const observed = { checkRun, comment: { kind: "none" }, labels: noLabels } as const;
  const { refused } = await writer.apply(pullRequest, planWrites(observed, desired, tools.now()));
  for (const { write, reason } of refused) {
    tools.logger.warn({ write: write.kind, reason, job }, "GitHub refused a write");
  }
}

const noLabels = { onThread: [], removedByAPerson: [], inRepository: [] };

interface Asked {
  readonly asksOfOneFrom: (createdAt: Date) => Asks | null;
  readonly place: RepositoryName;
}

/** What is asked now of a pull request that was opened then, or was of any when the configuration could be read last. */
async function findAsks(job: Tell, tools: Means, reader: Connection["reader"]): Promise<Asked> {
  const { repository } = job;
  const known = await tools.policies.of(repositoryOf(job));
  const place: RepositoryName = { owner: repository.owner, name: repository.name };
  try {
    const reading = await reader.readConfiguration({ ...place, repositoryId: repository.id });
    if (reading === null) return { asksOfOneFrom: () => "nothing", place };
    const loaded = loadConfig(reading);
    return { asksOfOneFrom: (at) => asksOf(heldBack(loaded, at)) ?? known, place: reading.repository };
  } catch (error) {
    // GitHub's limits forbid whatever would come next. Anything else may be the very error that nobody got past.
    if (tools.putOff(error) !== null) throw error;
    return { asksOfOneFrom: () => known, place };
  }
}

function heldBack(loaded: LoadedConfig, createdAt: Date): LoadedConfig {
  return loaded.kind === "ok" ? { ...loaded, config: policyFor(loaded.config, createdAt) } : loaded;
}
