import type { Octokit } from "@octokit/rest";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import type { RenamedLabel } from "../core/follow-up/labels.ts";
import type { Write } from "../core/plan/write.ts";
import { GitHubError, hasStatus, unexpected } from "./errors.ts";
import { requireCreated } from "./require-created.ts";

type Label = Extract<Write, { readonly kind: "create-label" }>["label"];

export async function createLabel(octokit: Octokit, { owner, name }: RepositoryName, label: Label): Promise<void> {
  try {
    requireCreated(await octokit.rest.issues.createLabel({ owner, repo: name, ...label }));
  } catch (error) {
    // It exists: somebody else made it first, or GitHub had made it before our last request failed.
    if (!isAlreadyThere(error)) throw error;
  }
}

export async function renameLabel(
  octokit: Octokit,
  { owner, name: repo }: RepositoryName,
  { from, to }: RenamedLabel,
): Promise<void> {
  try {
    await octokit.rest.issues.updateLabel({ owner, repo, name: from, new_name: to });
  } catch (error) {
    // Somebody renamed it first, or made another one by that name: people's labels stay as they are.
    if (!isAlreadyThere(error) && !hasStatus(error, 404)) throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  return (
    error instanceof GitHubError &&
    error.failure.kind === "status" &&
    error.failure.status === 422 &&
    error.failure.codes.includes("already_exists")
  );
}

/** Adding answers 200, and so would the GET that a redirect makes of a POST: here a redirect is not followed. */
export async function addLabel(octokit: Octokit, thread: Reference, label: string): Promise<void> {
  const { status } = await octokit.rest.issues.addLabels({
    ...place(thread),
    labels: [label],
    request: { redirect: "manual" },
  });
  if (isRedirect(status)) throw unexpected(`Adding a label was redirected with ${status}`);
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

export async function removeLabel(octokit: Octokit, thread: Reference, label: string): Promise<void> {
  try {
    await octokit.rest.issues.removeLabel({ ...place(thread), name: label });
  } catch (error) {
    // It is off already.
    if (!hasStatus(error, 404)) throw error;
  }
}

function place({ owner, name, number }: Reference) {
  return { owner, repo: name, issue_number: number };
}
