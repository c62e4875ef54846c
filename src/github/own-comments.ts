import { z } from "zod";
import type { CommentReading, KnownComment } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { pageInfo } from "./connection.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

/** `fullDatabaseId`, because comment ids have outgrown GraphQL's 32-bit `databaseId`. */
const commentFragment = `
fragment Comment on IssueComment {
  id fullDatabaseId body isMinimized minimizedReason
  author { ${actorFields} }
}`;
const pageSelection = `comments(first: 100) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }`;

const comment = z.object({
  id: z.string(),
  fullDatabaseId: z.union([z.string(), z.number()]).transform(Number),
  body: z.string(),
  isMinimized: z.boolean(),
  minimizedReason: z.string().nullish(),
  author: actor,
});

/** Null for what is no comment any more: a node of another type comes without these fields. */
export const knownComment = z.union([comment, z.object({}).transform(() => null)]).nullish();
export const commentPage = z.object({ nodes: z.array(comment.nullable()).nullish(), pageInfo });

type Comment = z.output<typeof comment>;
type CommentPage = z.output<typeof commentPage>;

/** The parts of a thread's query that find our comments. */
export interface CommentQuery {
  readonly parameter: string;
  readonly fragment: string;
  readonly onThread: string;
  readonly atRoot: string;
  readonly variables: Readonly<Record<string, string>>;
}

const nothing: CommentQuery = { parameter: "", fragment: "", onThread: "", atRoot: "", variables: {} };

/** As far as the index does not know it: the one comment, the first page of all, or nothing. */
export function commentQuery(known: KnownComment): CommentQuery {
  switch (known.kind) {
    case "none":
      return nothing;
    case "present":
      return {
        ...nothing,
        parameter: ", $comment: ID!",
        fragment: commentFragment,
        atRoot: "knownComment: node(id: $comment) { ...Comment }",
        variables: { comment: known.nodeId },
      };
    case "cold":
      return { ...nothing, fragment: commentFragment, onThread: pageSelection };
  }
}

interface ThreadComments {
  readonly id: string;
  /** The first page, where it was asked for. */
  readonly comments?: CommentPage | undefined;
}

/** Ours are those that this app wrote and that carry a marker: anybody can write the marker. */
export async function ownComments(
  context: ReaderContext,
  thread: ThreadComments,
  known: z.output<typeof knownComment>,
): Promise<readonly CommentReading[]> {
  const found = known ? [known] : await allComments(context, thread);
  return found.filter((one) => isOurselves(one.author, context.app) && context.isOurs(one.body)).map(toCommentReading);
}

async function allComments(context: ReaderContext, thread: ThreadComments): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  let page = thread.comments;
  while (page !== undefined) {
    comments.push(...(page.nodes ?? []).filter((one) => one !== null));
    const { hasNextPage, endCursor } = page.pageInfo;
    page = hasNextPage ? await readPage(context, thread.id, endCursor) : undefined;
  }
  return comments;
}

const pageQuery = `
query Comments($thread: ID!, $after: String) {
  thread: node(id: $thread) {
    ... on PullRequest { comments(first: 100, after: $after) { ...CommentPage } }
    ... on Issue { comments(first: 100, after: $after) { ...CommentPage } }
  }
}
fragment CommentPage on IssueCommentConnection { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
${commentFragment}`;

async function readPage({ client }: ReaderContext, thread: string, after: string | null): Promise<CommentPage> {
  const { data, errors } = await client.graphql(pageQuery, { thread, after });
  throwFailures(errors);
  return readAnswer(z.object({ thread: z.object({ comments: commentPage }) }), data).thread.comments;
}

function toCommentReading(one: Comment): CommentReading {
  return {
    id: one.fullDatabaseId,
    nodeId: one.id,
    body: one.body,
    minimised: one.isMinimized,
    minimisedReason: one.isMinimized ? (one.minimizedReason?.toLowerCase() ?? null) : null,
  };
}
