import type { Octokit } from "@octokit/rest";
import type { Annotation } from "../core/facts/observed.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { Write } from "../core/plan/write.ts";
import { checkRunName } from "./check-run-name.ts";
import { requireCreated } from "./require-created.ts";

type Creation = Extract<Write, { readonly kind: "create-check-run" }>;
type Start = Extract<Write, { readonly kind: "start-check-run" }>;
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

/** GitHub shows buttons only once a run is completed. */
export async function startCheckRun(octokit: Octokit, thread: Reference, write: Start): Promise<void> {
  const answer = await octokit.rest.checks.create({
    ...nameOf(thread),
    head_sha: write.headSha,
    status: "in_progress",
    started_at: write.startedAt.toISOString(),
    output: { title: write.content.title, summary: write.content.summary },
  });
  requireCreated(answer);
}

export async function updateCheckRun(octokit: Octokit, thread: Reference, { id, content }: Update): Promise<void> {
  await octokit.rest.checks.update({ ...checkRun(thread, content), check_run_id: id });
}

function checkRun(thread: Reference, { conclusion, title, summary, text, annotations = [] }: Creation["content"]) {
  return {
    ...nameOf(thread),
    status: "completed" as const,
    conclusion,
    output: { title, summary, text, ...(annotations.length > 0 && { annotations: annotations.map(toAnnotation) }) },
    actions: [recheckButton],
  };
}

/**
 * `external_id` names the pull request, because GitHub leaves a fork's run without one: of those that share the commit,
 * the one that was looked at; of a merge group, the one that was queued last.
 */
function nameOf({ owner, name, number }: Reference) {
  return { owner, repo: name, name: checkRunName, external_id: String(number) };
}

function toAnnotation({ path, line, level, message }: Annotation) {
  return { path, start_line: line, end_line: line, annotation_level: level, message };
}
