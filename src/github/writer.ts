import type { Reference } from "../core/facts/reference.ts";
import type { Write } from "../core/plan/write.ts";
import type { ApplyResult, CreatedComment, GitHubWriter, RefusedWrite, WriteObserver } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import type { Failure } from "./errors.ts";
import { GitHubError } from "./errors.ts";
import { createCheckRun, startCheckRun, updateCheckRun } from "./write-check-run.ts";
import {
  addReaction,
  createComment,
  deleteComment,
  minimiseComment,
  restoreComment,
  updateComment,
} from "./write-comment.ts";
import { addLabel, createLabel, removeLabel, renameLabel } from "./write-label.ts";

/** The only hands. Nothing is repeated here: the job is, and plans again from what is true then. */
export function createWriter(client: GitHubClient): GitHubWriter {
  return { apply: (thread, writes, observer) => applyWrites({ client, observer }, thread, writes) };
}

interface Context {
  readonly client: GitHubClient;
  readonly observer: WriteObserver | undefined;
}

/**
 * One after the other, as GitHub asks of writes. What has no room is left out with all that follows: a label is put on
 * after it was made. The check comes before, so that verdicts do not wait for comments.
 */
async function applyWrites(context: Context, thread: Reference, writes: readonly Write[]): Promise<ApplyResult> {
  const refused: RefusedWrite[] = [];
  for (const write of writes) {
    const ended = await tryWrite(context, thread, write);
    if (ended.kind === "no-room") return { refused, postponedTo: ended.at };
    if (ended.kind === "refused") refused.push({ write, reason: ended.reason });
  }
  return { refused };
}

type Ended = { readonly kind: "done" } | Extract<Failure, { readonly kind: "refused" | "no-room" }>;

async function tryWrite({ client, observer }: Context, thread: Reference, write: Write): Promise<Ended> {
  await observer?.before(write);
  try {
    const created = await applyWrite(client, thread, write);
    await observer?.after(write, created);
    return { kind: "done" };
  } catch (error) {
    // Trying again would be refused again, and a label that may not be set must not stop what else there is to write.
    if (error instanceof GitHubError && isAnswered(error.failure)) return error.failure;
    throw error;
  }
}

function isAnswered(failure: Failure): failure is Exclude<Ended, { readonly kind: "done" }> {
  return failure.kind === "refused" || failure.kind === "no-room";
}

async function applyWrite(client: GitHubClient, thread: Reference, write: Write): Promise<CreatedComment | null> {
  if (write.kind === "create-comment") return createComment(client.octokit, thread, write.body);
  await changeThread(client, thread, write);
  return null;
}

type Change = Exclude<Write, { readonly kind: "create-comment" }>;

function changeThread(client: GitHubClient, thread: Reference, write: Change): Promise<void> {
  const { octokit } = client;
  switch (write.kind) {
    case "create-check-run":
      return createCheckRun(octokit, thread, write);
    case "start-check-run":
      return startCheckRun(octokit, thread, write);
    case "update-check-run":
      return updateCheckRun(octokit, thread, write);
    case "update-comment":
      return updateComment(octokit, thread, write);
    case "delete-comment":
      return deleteComment(octokit, thread, write.id);
    case "minimise-comment":
      return minimiseComment(client, write.nodeId);
    case "restore-comment":
      return restoreComment(client, write.nodeId);
    case "add-reaction":
      return addReaction(octokit, thread, write);
    case "create-label":
      return createLabel(octokit, thread, write.label);
    case "rename-label":
      return renameLabel(octokit, thread, write);
    case "add-label":
      return addLabel(octokit, thread, write.name);
    case "remove-label":
      return removeLabel(octokit, thread, write.name);
  }
}
