import { setImmediate as nextTurn } from "node:timers/promises";
import type { LoadedConfig } from "../config/load.ts";
import { plainText } from "../core/candidates/open-problem.ts";
import { isOfReviewedKind, reviewedKinds } from "../core/facts/reviewed-issue.ts";
import { effectiveLevel } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { KnownProblem } from "../queue/known-problems.ts";
import type { ListedProblem } from "../sources/ports.ts";
import { countsHere } from "./find-candidates.ts";
import { repositoryOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

type RepositoryJob = Pick<JobOfKind["recheck-repository"], "installation" | "repository">;

/** In milliseconds. Looks keep the index; the list is for what nobody was told of, and for a store that was lost. */
const LISTED_EVERY_MS = 24 * 3600 * 1000;

/** Lists the open problems where the last list is too old. */
export async function listProblemsSeldom(job: RepositoryJob, tools: Tools, means: Means): Promise<void> {
  const listed = await tools.problems.listedAt(repositoryOf(job));
  const isOld = listed === null || tools.now().getTime() - listed.getTime() >= LISTED_EVERY_MS;
  if (isOld) await listProblems(job, tools, means);
}

type Tools = Pick<JobTools, "problems" | "now">;

interface Means {
  readonly reader: Pick<Connection["reader"], "listOpenProblems">;
  readonly loaded: LoadedConfig;
}

/** Lists the open problems where pull requests are asked for one: else nobody needs to know them. */
export async function listProblems(
  job: RepositoryJob,
  { problems, now }: Tools,
  { reader, loaded }: Means,
): Promise<void> {
  if (loaded.kind !== "ok" || !asksForLinks(loaded, job.repository)) return;
  const policy = loaded.config.problems;
  const began = now();
  const listed = await reader.listOpenProblems(job.repository, reviewedKinds(policy));
  const found = listed.filter((issue) => isOfReviewedKind(issue, policy));
  await problems.replaceListed(repositoryOf(job), await readWords(found), began);
}

/** One text in each turn of Node's loop: a thousand at once keep deliveries waiting for seconds. */
async function readWords(listed: readonly ListedProblem[]): Promise<readonly KnownProblem[]> {
  const read: KnownProblem[] = [];
  for (const { number, title, body } of listed) {
    read.push({ number, title, words: plainText(body) });
    await nextTurn();
  }
  return read;
}

function asksForLinks({ config }: LoadedConfig & { kind: "ok" }, repository: RepositoryJob["repository"]): boolean {
  const level = effectiveLevel(config, "links-problem");
  const asks = level === "advise" || level === "require";
  return asks && config.comments.when !== "never" && countsHere(config.problems, repository);
}
