import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import type { CreatedComment } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { GitHubError, hasStatus } from "./errors.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import { requireCreated } from "./require-created.ts";

const created = z.object({ id: z.number(), node_id: z.string() });

export async function createComment(octokit: Octokit, thread: Reference, body: string): Promise<CreatedComment> {
  const answer = await octokit.rest.issues.createComment({
    owner: thread.owner,
    repo: thread.name,
    issue_number: thread.number,
    body,
  });
  requireCreated(answer);
  const { id, node_id: nodeId } = readAnswer(created, answer.data);
  return { id, nodeId };
}

export async function updateComment(
  octokit: Octokit,
  { owner, name }: RepositoryName,
  { id, body }: { readonly id: number; readonly body: string },
): Promise<void> {
  await unlessGone(octokit.rest.issues.updateComment({ owner, repo: name, comment_id: id, body }));
}

export async function deleteComment(octokit: Octokit, { owner, name }: RepositoryName, id: number): Promise<void> {
  await unlessGone(octokit.rest.issues.deleteComment({ owner, repo: name, comment_id: id }));
}

/** GitHub answers 200 where we have set it before, and 201 where it is new. */
export async function addReaction(
  octokit: Octokit,
  { owner, name }: RepositoryName,
  { commentId, content }: { readonly commentId: number; readonly content: "+1" | "confused" },
): Promise<void> {
  const request = { owner, repo: name, comment_id: commentId, content };
  await unlessGone(octokit.rest.reactions.createForIssueComment(request));
}

/** Somebody deleted it meanwhile. Nothing is left to do to it, and the next look sees that. */
async function unlessGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    // What is gone cannot be changed, now or later; all else is thrown on.
    if (!hasStatus(error, 404, 410)) throw error;
  }
}

const minimise = `
mutation Minimise($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) { clientMutationId } }`;

const restore = `
mutation Restore($id: ID!) { unminimizeComment(input: { subjectId: $id }) { clientMutationId } }`;

export async function minimiseComment(client: GitHubClient, nodeId: string): Promise<void> {
  await mutate(client, minimise, nodeId);
}

export async function restoreComment(client: GitHubClient, nodeId: string): Promise<void> {
  await mutate(client, restore, nodeId);
}

/** REST cannot minimise. GraphQL says with NOT_FOUND what REST says with 404, with FORBIDDEN what REST says with 403. */
async function mutate(client: GitHubClient, mutation: string, id: string): Promise<void> {
  const { errors } = await client.graphql(mutation, { id });
  throwFailures(errors);
  const forbidden = errors.find((error) => error.type === "FORBIDDEN");
  if (forbidden !== undefined) throw new GitHubError(forbidden.message, { kind: "refused", reason: forbidden.message });
}
