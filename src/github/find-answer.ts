import { z } from "zod";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import { answerMarker, followUpKind } from "../core/report/marker.ts";
import type { FollowUpCommentReading, GivenComment, WordsSince } from "../sources/ports.ts";
import { date } from "./connection.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

const page = z.array(
  z.object({
    id: z.number(),
    node_id: z.string(),
    body: z.string().nullish(),
    created_at: date,
    user: z.object({ login: z.string(), type: z.string() }).nullish(),
  }),
);

type Listed = z.output<typeof page>[number];

/** Pages of a hundred comments. Who answers does so soon: far behind the command nothing of ours is to be found. */
const MOST_PAGES = 10;

/** Whether we answered this command in words. Over REST, because GraphQL may not show yet what was just written. */
export async function hasAnswer(
  context: ReaderContext,
  thread: Reference,
  { commentId, since }: GivenComment,
): Promise<boolean> {
  const marker = answerMarker(commentId);
  for await (const { body } of ownSince(context, thread, since)) {
    if (body?.startsWith(marker) === true) return true;
  }
  return false;
}

/** REST lists what changed since then, older ones that were edited among it, and does not tell what is hidden. */
export async function findWords(
  context: ReaderContext,
  thread: Reference,
  { kind, since }: WordsSince,
): Promise<readonly FollowUpCommentReading[]> {
  const found: FollowUpCommentReading[] = [];
  for await (const { id, node_id: nodeId, body: text, created_at: createdAt } of ownSince(context, thread, since)) {
    const body = text ?? "";
    if (createdAt < since || followUpKind(body) !== kind) continue;
    found.push({ kind, id, nodeId, body, createdAt, minimised: false, minimisedReason: null });
  }
  return found;
}

async function* ownSince(
  { app, client }: ReaderContext,
  { owner, name, number }: Reference,
  since: Date,
): AsyncGenerator<Listed> {
  const ours = `${app.slug}[bot]`.toLowerCase();
  for (let at = 1; at <= MOST_PAGES; at += 1) {
    const { data } = await client.octokit.rest.issues.listComments({
      owner,
      repo: name,
      issue_number: number,
      since: since.toISOString(),
      per_page: 100,
      page: at,
    });
    const comments = readAnswer(page, data);
    yield* comments.filter(({ user }) => user?.type === "Bot" && user.login.toLowerCase() === ours);
    if (comments.length < 100) return;
  }
}

export async function hasComment(
  { client }: ReaderContext,
  { owner, name }: RepositoryName,
  id: number,
): Promise<boolean> {
  try {
    await client.octokit.rest.issues.getComment({ owner, repo: name, comment_id: id });
    return true;
  } catch (error) {
    // Deleted, alone or with its issue.
    if (hasStatus(error, 404, 410)) return false;
    throw error;
  }
}
