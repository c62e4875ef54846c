import type { Octokit } from "@octokit/rest";
import type { Reference } from "../core/facts/reference.ts";
import type { Write } from "../core/plan/write.ts";
import { checkRunName } from "./check-run-name.ts";
import { requireCreated } from "./require-created.ts";

type Creation = Extract<Write, { readonly kind: "create-check-run" }>;
type Update = Extract<Write, { readonly kind: "update-check-run" }>;

/** GitHub's limits in characters: label 20, description 40, identifier 20. */
const recheckButton = {
  label: "Re-check",
  description: "Read everything again and judge anew",
  identifier: "recheck",
};

export async function createCheckRun(
  octokit: Octokit,
  thread: Reference,
  { headSha, content }: Creation,
): Promise<void> {
  const answer = await octokit.rest.checks.create({ ...checkRun(thread, content), head_sha: headSha });
  requireCreated(answer);
}

export async function updateCheckRun(octokit: Octokit, thread: Reference, { id, content }: Update): Promise<void> {
  await octokit.rest.checks.update({ ...checkRun(thread, content), check_run_id: id });
}

/**
 * `external_id` names the pull request, because GitHub leaves a fork's run without one: of those that share the commit,
 * the one that was looked at.
 */
function checkRun(thread: Reference, { conclusion, title, summary, text }: Creation["content"]) {
  return {
    owner: thread.owner,
    repo: thread.name,
    name: checkRunName,
    status: "completed" as const,
    conclusion,
    external_id: String(thread.number),
    output: { title, summary, text },
    actions: [recheckButton],
  };
}
