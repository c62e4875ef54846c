import type { z } from "zod";
import { mayHoldCommand, mayStateHypothesis, mayTellLearning } from "../core/commands/may-hold-command.ts";
import type { Job } from "../queue/job.ts";
import type { issueCommentPayload } from "./payloads.ts";
import { repositoryPlace } from "./repository-place.ts";
import { isOfIssueAuthor, wakesReview } from "./wakes-review.ts";

type CommentPayload = z.output<typeof issueCommentPayload>;

/**
 * A comment with a command is run when it is created, and never else: people with write access may edit what others wrote.
 * When one is edited or deleted it no longer says anything, so its thread is looked at. Whatever bots write asks for
 * nothing: two that answer each other would never end.
 */
export function jobsForComment(payload: CommentPayload): readonly Job[] {
  const { action, installation, repository, issue, comment, sender } = payload;
  const thread = { installation: installation.id, repository: repositoryPlace(repository), number: issue.number };
  const isBots = comment.user?.type === "Bot";
  const heard: readonly Job[] = wakesReview(payload) ? [{ kind: "review-problem", ...thread }] : [];
  const linked: readonly Job[] = isInherited(payload) ? [{ kind: "recheck-linked-pull-requests", ...thread }] : [];
  if (isBots || !says(payload, mayHoldCommand)) return [...heard, ...linked];
  const on = isPullRequest(payload) ? "pull_request" : "problem";
  if (action !== "created") {
    return [{ kind: on === "problem" ? "review-problem" : "reconcile-pull-request", ...thread }, ...linked];
  }
  if (sender?.type === "Bot" || (comment.user ?? null) === null) return [];
  // What a problem's author says besides is part of the problem, and what only looked like a command is no less so.
  const run: Job = { kind: "run-command", ...thread, on, comment: comment.node_id, commentId: comment.id };
  return [run, ...heard, ...linked];
}

/**
 * Whether pull requests that link to the issue may be judged by it. Any issue may be their problem, and what its author
 * says counts for them as its text does.
 */
function isInherited(payload: CommentPayload): boolean {
  if (isPullRequest(payload)) return false;
  if (isOfIssueAuthor(payload)) return true;
  const isBots = payload.comment.user?.type === "Bot";
  return !isBots && (says(payload, mayTellLearning) || says(payload, mayStateHypothesis));
}

/** Now, or before it was edited. */
function says({ comment, changes }: CommentPayload, what: (text: string) => boolean): boolean {
  return [comment.body, changes?.body?.from].some((text) => what(text ?? ""));
}

function isPullRequest({ issue }: CommentPayload): boolean {
  return (issue.pull_request ?? null) !== null;
}
