import { z } from "zod";
import type { Reference, RepositoryName } from "../core/facts/reference.ts";
import { answerMarker } from "../core/report/marker.ts";
import type { GivenComment } from "../sources/ports.ts";
import { hasStatus } from "./errors.ts";
import { readAnswer } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

const page = z.array(
  z.object({ body: z.string().nullish(), user: z.object({ login: z.string(), type: z.string() }).nullish() }),
);

/** Pages of a hundred comments. Who answers does so soon: far behind the command nothing of ours is to be found. */
const MOST_PAGES = 10;

/** Whether we answered this command in words. Over REST, because GraphQL may not show yet what was just written. */
export async function hasAnswer(
  { app, client }: ReaderContext,
  { owner, name, number }: Reference,
  { commentId, since }: GivenComment,
): Promise<boolean> {
  const marker = answerMarker(commentId);
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
    const isOurs = ({ user }: (typeof comments)[number]) => user?.type === "Bot" && user.login.toLowerCase() === ours;
    if (comments.some((one) => isOurs(one) && one.body?.startsWith(marker) === true)) return true;
    if (comments.length < 100) return false;
  }
  return false;
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
