import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { Comment, CommentPage } from "./comment-fields.ts";
import { commentPage } from "./comment-fields.ts";
import { unlessTooLarge } from "./errors.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { Found } from "./heard-fields.ts";
import { commentsOf, heardPage, knownNode } from "./heard-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import { atOnce, commandsField } from "./thread-comments.ts";

export interface AskedIssue extends Reference {
  /** Node ids of the commands that stand there; "cold": nobody knows whether these are all. */
  readonly known: readonly string[] | "cold";
}

/** Pages of one conversation in one look. Everybody may write comments, and these are read at each look. */
const MOST_PAGES = 20;

/** As many comments as are part of what an issue says. */
const FIRST = 100;

interface Ends {
  readonly first: CommentPage;
  readonly last: readonly Comment[];
}

/** What stands between both ends of a conversation; null where the issue is gone by now. */
export async function readBetween(
  context: ReaderContext,
  issue: AskedIssue,
  { first, last }: Ends,
): Promise<readonly Comment[] | null> {
  if (!first.pageInfo.hasNextPage || meets(first, last)) return [];
  return readOn(context, issue, { size: atOnce.many, after: first.pageInfo.endCursor, last, most: MOST_PAGES });
}

/**
 * One issue alone, in several requests; null where the issue is gone by now, or even that is too much for an answer: whoever
 * writes that much keeps nobody from being judged by everything else.
 */
export async function readInSmallPages(context: ReaderContext, issue: AskedIssue): Promise<Found | null> {
  const found = await unlessTooLarge(() => readSmall(context, issue));
  return found === "too-large" ? null : found;
}

async function readSmall(context: ReaderContext, issue: AskedIssue): Promise<Found | null> {
  const end = await askPage(context, issue, { end: "last", size: atOnce.half, after: null });
  if (end === null) return null;
  const last = commentsOf(end);
  const most = issue.known === "cold" ? MOST_PAGES : FIRST / atOnce.half;
  const all = await readOn(context, issue, { size: atOnce.half, after: null, last, most });
  const known = issue.known === "cold" ? [] : await readKnown(context, issue.known);
  return all === null ? null : { first: all.slice(0, FIRST), others: [...all, ...known, ...last] };
}

interface Reach {
  readonly size: number;
  readonly after: string | null;
  /** The end of the conversation, which is read already. */
  readonly last: readonly Comment[];
  /** Pages. */
  readonly most: number;
}

/** From there on until what is read already, or as far as is read at all. */
async function readOn(context: ReaderContext, issue: AskedIssue, reach: Reach): Promise<readonly Comment[] | null> {
  const comments: Comment[] = [];
  let { after } = reach;
  for (let pages = 0; pages < reach.most; pages += 1) {
    const page = await askPage(context, issue, { end: "first", size: reach.size, after });
    if (page === null) return null;
    comments.push(...commentsOf(page));
    if (!page.pageInfo.hasNextPage || meets(page, reach.last)) return onceEach([...comments, ...reach.last]);
    after = page.pageInfo.endCursor;
  }
  return comments;
}

function onceEach(comments: readonly Comment[]): readonly Comment[] {
  return [...new Map(comments.map((one) => [one.id, one])).values()];
}

function meets(page: CommentPage, last: readonly Comment[]): boolean {
  return commentsOf(page).some(({ id }) => last.some((other) => other.id === id));
}

interface Page {
  readonly end: "first" | "last";
  readonly size: number;
  readonly after: string | null;
}

const pageAnswer = z.object({
  repository: z.object({ issue: z.object({ comments: commentPage }).nullable() }).nullable(),
});

async function askPage(
  { client }: ReaderContext,
  { owner, name, number }: AskedIssue,
  { end, size, after }: Page,
): Promise<CommentPage | null> {
  const query = `
query HeardPage($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    issue(number: $number) { comments(${end}: ${size}, after: $after) { ${heardPage} } }
  }
}`;
  const { data, errors } = await client.graphql(query, { owner, name, number, after });
  throwFailures(errors);
  return readAnswer(pageAnswer, data).repository?.issue?.comments ?? null;
}

async function readKnown({ client }: ReaderContext, ids: readonly string[]): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  for (let from = 0; from < ids.length; from += atOnce.half) {
    const query = `query HeardKnown($ids: [ID!]!) { known: nodes(ids: $ids) { ${knownNode} } }`;
    const { data, errors } = await client.graphql(query, { ids: ids.slice(from, from + atOnce.half) });
    throwFailures(errors);
    comments.push(...presentIn(readAnswer(z.object({ known: commandsField }), data).known));
  }
  return comments;
}

/** One that was deleted is null. */
export function presentIn(nodes: z.output<typeof commandsField>): readonly Comment[] {
  return (nodes ?? []).flatMap((one) => one ?? []);
}
