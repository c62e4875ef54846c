import { loadConfig } from "../config/load.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import { desireGivenUp } from "../core/plan/desire-given-up.ts";
import { planWrites } from "../core/plan/plan-writes.ts";
import type { Job, JobOfKind } from "../queue/job.ts";
import { asksOf } from "./note-policy.ts";
import type { Connection, JobTools } from "./tools.ts";

type Tell = JobOfKind["tell-given-up"];

type Means = Pick<JobTools, "isGivenUp" | "connect" | "putOff" | "now" | "logger"> & {
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
  await tell(job, tools);
  // One that began meanwhile may have read what stood there before.
  if (!(await tools.isGivenUp(look))) return tools.queue.send([look]);
  if (job.failing === "github") {
    await tools.queue.sendLater(look, new Date(tools.now().getTime() + LOOK_AGAIN_MS));
  }
}

function lookOf({ installation, repository, number }: Tell): Job {
  return { kind: "reconcile-pull-request", installation, repository, number };
}

async function tell(job: Tell, tools: Means): Promise<void> {
  const { reader, writer } = await tools.connect(job.installation);
  const { asks, place } = await findAsks(job, tools, reader);
  const pullRequest = { owner: place.owner, name: place.name, number: job.number };
  const head = await reader.readHead(pullRequest);
  if (head?.state !== "open") return;
  const checkRun = await reader.readRunOfCommit(place, head.sha);
  const { failing } = job;
  const desired = desireGivenUp({ headSha: head.sha, failing, asks, wasTold: checkRun !== null });
  const observed = { checkRun, comment: { kind: "none" }, labels: noLabels } as const;
  const { refused } = await writer.apply(pullRequest, planWrites(observed, desired, tools.now()));
  for (const { write, reason } of refused) {
    tools.logger.warn({ write: write.kind, reason, job }, "GitHub refused a write");
  }
}

const noLabels = { onThread: [], removedByAPerson: [], inRepository: [] };

/** What is asked now, or was when the configuration could be read last. */
async function findAsks(job: Tell, tools: Means, reader: Connection["reader"]) {
  const { installation, repository } = job;
  const known = await tools.policies.of({ installation, repositoryId: repository.id });
  const place: RepositoryName = { owner: repository.owner, name: repository.name };
  try {
    const reading = await reader.readConfiguration({ ...place, repositoryId: repository.id });
    if (reading === null) return { asks: "nothing", place } as const;
    return { asks: asksOf(loadConfig(reading)) ?? known, place: reading.repository };
  } catch (error) {
    // GitHub's limits forbid whatever would come next. Anything else may be the very error that nobody got past.
    if (tools.putOff(error) !== null) throw error;
    return { asks: known, place };
  }
}
