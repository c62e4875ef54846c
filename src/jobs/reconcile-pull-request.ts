import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import { findLinkTargets } from "../core/facts/link-targets.ts";
import { desireMisconfigured } from "../core/plan/desire-misconfigured.ts";
import { desirePullRequest } from "../core/plan/desire-pull-request.ts";
import { evaluate } from "../core/verdict/evaluate.ts";
import type { JobOfKind } from "../queue/job.ts";
import { gatherPullRequest } from "../sources/gather.ts";
import { observe } from "../sources/observe.ts";
import type { KnownComment, PullRequestReading } from "../sources/ports.ts";
import { knownComment } from "./known-comment.ts";
import { makeTrue } from "./make-true.ts";
import { referenceOf, threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Job = JobOfKind["reconcile-pull-request"];

/** Looks at one pull request once, and makes GitHub show what is true now. */
export async function reconcilePullRequest(job: Job, tools: JobTools): Promise<void> {
  const github = await tools.connect(job.installation);
  const known = await knownComment(tools.index, threadOf(job));
  const reading = await github.reader.readPullRequest(referenceOf(job), known);
  if (reading === null) return tools.index.forgetThread(threadOf(job));
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  // Installed but not asked: silence. An archived repository takes no writes.
  if (loaded.kind === "absent" || reading.repository.archived) return;
  const look: Look = { job, tools, github, known, reading };
  await (loaded.kind === "ok" ? judge(look, loaded) : reportBroken(look, loaded));
}

interface Look {
  readonly job: Job;
  readonly tools: JobTools;
  readonly github: Connection;
  readonly known: KnownComment;
  readonly reading: PullRequestReading;
}

async function judge(look: Look, { config, sources, configuredAt }: LoadedConfig & { kind: "ok" }): Promise<void> {
  const { job, tools, github, known, reading } = look;
  const around = { github: github.reader, known, now: tools.now(), configuredAt, webUrl: tools.webUrl };
  const { facts, observed } = await gatherPullRequest(reading, config, around);
  const verdict = evaluate(facts, config);
  const desired = desirePullRequest(facts, verdict, { ...config, sources });
  // A change of the issue wakes open pull requests only: what is merged or closed no longer depends on it.
  const targets = facts.pullRequest.state === "open" ? findLinkTargets(facts.links) : [];
  await tools.index.replaceLinks(threadOf(job), targets);
  await makeTrue({ job, tools, github, known, observed, desired });
}

async function reportBroken(look: Look, broken: LoadedConfig & { kind: "invalid" }): Promise<void> {
  const { job, tools, github, known, reading } = look;
  const desired = desireMisconfigured(reading, broken);
  await makeTrue({ job, tools, github, known, observed: observe(reading, known), desired });
}
