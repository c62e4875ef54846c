import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import type { Label } from "../core/follow-up/labels.ts";
import { GitHubError, hasStatus, unexpected } from "./errors.ts";
import { readAnswer } from "./graphql.ts";
import { requireCreated } from "./require-created.ts";

export async function createLabel(octokit: Octokit, { owner, name }: RepositoryName, label: Label): Promise<void> {
  try {
    requireCreated(await octokit.rest.issues.createLabel({ owner, repo: name, ...label }));
  } catch (error) {
    // It exists: somebody else made it first, or GitHub had made it before our last request failed.
    if (!isAlreadyThere(error)) throw error;
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

const labels = z.array(z.object({ name: z.string() }));

export async function addLabel(octokit: Octokit, thread: Reference, label: string): Promise<void> {
  const { data } = await octokit.rest.issues.addLabels({ ...place(thread), labels: [label] });
  // The answer lists what the thread has now; a redirected POST would list it too, without having added ours.
  const added = readAnswer(labels, data).some(({ name }) => name.toLowerCase() === label.toLowerCase());
  if (!added) throw unexpected(`"${label}" was not added`);
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
