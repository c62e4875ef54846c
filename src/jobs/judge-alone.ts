import type { LoadedConfig } from "../config/load.ts";
import { desirePullRequest } from "../core/plan/desire-pull-request.ts";
import { desireWithProposal } from "../core/plan/desire-proposal.ts";
import { evaluate } from "../core/verdict/evaluate.ts";
import { strengthOf } from "../core/verdict/policy.ts";
import { policyFor } from "../core/verdict/require-from.ts";
import { gatherPullRequest } from "../sources/gather.ts";
import type { NotedProblem } from "../queue/known-problems.ts";
import type { KnownComment, PullRequestReading } from "../sources/ports.ts";
import { findCandidates } from "./find-candidates.ts";
import { heardIndex } from "./heard-index.ts";
import { readBaseline } from "./read-baseline.ts";
import { readProposal } from "./read-proposal.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Means {
  readonly job: { readonly installation: number };
  readonly tools: Pick<JobTools, "commands" | "followUps" | "metrics" | "now" | "webUrl">;
  readonly github: Pick<Connection, "reader">;
}

interface Subject {
  readonly reading: PullRequestReading;
  readonly known: KnownComment;
  /** Where its comment may name some. */
  readonly openProblems?: () => Promise<readonly NotedProblem[]>;
}

const none = (): Promise<readonly NotedProblem[]> => Promise.resolve([]);

/** How one pull request should look if its head were its own, and no merge group's. */
export async function judgeAlone(
  { job, tools, github }: Means,
  loaded: LoadedConfig & { kind: "ok" },
  { reading, known, openProblems = none }: Subject,
) {
  const { sources, configuredAt } = loaded;
  const settings = policyFor({ ...loaded.config, sources }, reading.createdAt);
  const around = {
    github: github.reader,
    known,
    now: tools.now(),
    configuredAt,
    webUrl: tools.webUrl,
    heardIndex: heardIndex({ job, tools }),
  };
  const { facts, observed, watched } = await gatherPullRequest(reading, settings, around);
  const verdict = evaluate(facts, settings);
  const candidates = await findCandidates({ reading, facts, verdict }, settings, openProblems);
  const unmeasured = desirePullRequest(facts, verdict, { ...settings, candidates });
  const baseline = await readBaseline({ job, tools, github }, { facts, desired: unmeasured, reading });
  const alone =
    baseline === null ? unmeasured : desirePullRequest(facts, verdict, { ...settings, candidates, baseline });
  const policy = strengthOf(loaded.config);
  const desired = desireWithProposal(alone, await readProposal(github, reading), { ...reading, policy });
  return { watched, observed, desired, verdict };
}
