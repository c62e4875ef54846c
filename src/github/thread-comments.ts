import { z } from "zod";
import type { CommandComment, CommentReading, FollowUpCommentReading, KnownComment } from "../sources/ports.ts";
import { isOurselves } from "./actor.ts";
import { chooseCommands } from "./choose-commands.ts";
import { commentFragment, commentNode, commentPage, toCommandComment, toCommentReading } from "./comment-fields.ts";
import type { Comment, CommentPage } from "./comment-fields.ts";
import { unlessTooLarge } from "./errors.ts";
import type { Variables } from "./graphql.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";

/**
 * Comments of one thread in one query; few where many are more than an answer may hold, and the rest in halves: half a
 * hundred of the longest are less than that, however GitHub escapes what stands in them.
 */
export const atOnce = { many: 100, half: 50, few: 5 } as const;

/** A page that others follow is shorter only where more were too much, and of the next ones they would be again. */
export function sizeAfter(page: Pick<CommentPage, "nodes">): number {
  return (page.nodes ?? []).length > atOnce.half ? atOnce.many : atOnce.half;
}

export const pageSelection = (size: number) =>
  `comments(first: ${size}) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }`;

/** What is known of a thread's comments before it is read. */
export interface KnownComments {
  readonly comment: KnownComment;
  /** Node ids of comments with commands, at most 100: so many GitHub looks up at once. */
  readonly commands: readonly string[];
}

/** The parts of a thread's query that find our comment and people's commands. */
export interface CommentQuery {
  readonly parameters: string;
  readonly fragment: string;
  readonly onThread: string;
  readonly atRoot: string;
  readonly variables: Variables;
}

const nothing: CommentQuery = { parameters: "", fragment: "", onThread: "", atRoot: "", variables: {} };

/** As far as the index does not know them: the known ones each by its id, the first page of all, or nothing. */
export function commentQuery({ comment, commands }: KnownComments, size: number = atOnce.many): CommentQuery {
  if (comment.kind === "cold") return { ...nothing, fragment: commentFragment, onThread: pageSelection(size) };
  const own = comment.kind === "present" ? byId(comment.nodeId) : nothing;
  const theirs = commands.length > 0 ? byIds(commands) : nothing;
  return {
    parameters: own.parameters + theirs.parameters,
    fragment: own.fragment || theirs.fragment,
    onThread: "",
    atRoot: `${own.atRoot} ${theirs.atRoot}`,
    variables: { ...own.variables, ...theirs.variables },
  };
}

function byId(nodeId: string): CommentQuery {
  return {
    ...nothing,
    parameters: ", $comment: ID!",
    fragment: commentFragment,
    atRoot: "knownComment: node(id: $comment) { ...Comment }",
    variables: { comment: nodeId },
  };
}

/** One that was deleted is null, with a NOT_FOUND of its own beside the others. */
function byIds(commands: readonly string[]): CommentQuery {
  return {
    ...nothing,
    parameters: ", $commands: [ID!]!",
    fragment: commentFragment,
    atRoot: "knownCommands: nodes(ids: $commands) { ...Comment }",
    variables: { commands },
  };
}

export const commandsField = z.array(commentNode).nullish();

/** What such a query brings at its root. */
export const knownCommentFields = { knownComment: commentNode, knownCommands: commandsField };

interface Found {
  readonly knownComment?: Comment | null | undefined;
  readonly knownCommands?: readonly (Comment | null | undefined)[] | null | undefined;
}

interface ThreadComments {
  readonly id: string;
  /** The first page, where it was asked for. */
  readonly comments?: CommentPage | undefined;
}

export interface ReadComments {
  readonly ownComments: readonly CommentReading[];
  readonly commandComments: readonly CommandComment[];
  readonly followUpComments: readonly FollowUpCommentReading[];
}

/** Ours are those that this app wrote and that carry a marker: anybody can write the marker. */
export async function readComments(
  context: ReaderContext,
  thread: ThreadComments,
  { knownComment, knownCommands }: Found,
): Promise<ReadComments> {
  const all = await oursAndCommands(context, thread);
  const own = knownComment ? [knownComment] : all;
  const commands = [
    ...(knownCommands ?? []).flatMap((one) => one ?? []),
    ...all.filter((one) => isCommand(context, one)),
  ];
  return {
    ownComments: own.filter((one) => isOurs(context, one)).map(toCommentReading),
    commandComments: newestCommands(commands),
    followUpComments: all.flatMap((one) => toFollowUpComment(context, one)),
  };
}

/** Pages come oldest first. */
function toFollowUpComment({ app, followUpKind }: ReaderContext, one: Comment): readonly FollowUpCommentReading[] {
  const kind = isOurselves(one.author, app) ? (followUpKind?.(one.body) ?? null) : null;
  return kind === null ? [] : [{ ...toCommentReading(one), kind, createdAt: one.createdAt }];
}

/** Oldest first. */
export function newestCommands(commands: readonly Comment[]): readonly CommandComment[] {
  return chooseCommands(commands.map(toCommandComment));
}

function isOurs({ app, isOurs: hasMarker }: ReaderContext, { author, body }: Comment): boolean {
  return isOurselves(author, app) && hasMarker(body);
}

/** Neither a bot's, ours among them, nor that of a deleted account. */
export function isCommand(
  { isCommand: holdsCommand }: Pick<ReaderContext, "isCommand">,
  { author, body }: Comment,
): boolean {
  return author?.kind === "user" && holdsCommand?.(body) === true;
}

/** From the oldest to the newest, however many others wrote. All of them, of the longest, would be half a gigabyte. */
async function oursAndCommands(context: ReaderContext, thread: ThreadComments): Promise<readonly Comment[]> {
  const comments: Comment[] = [];
  let page = thread.comments;
  while (page !== undefined) {
    const read = (page.nodes ?? []).filter((one) => one !== null);
    comments.push(...read.filter((one) => isOurselves(one.author, context.app) || isCommand(context, one)));
    const { hasNextPage, endCursor } = page.pageInfo;
    page = hasNextPage ? await readPage(context, thread.id, { size: sizeAfter(page), after: endCursor }) : undefined;
  }
  return comments;
}

async function readPage(context: ReaderContext, thread: string, asked: AskedPage): Promise<CommentPage> {
  const page = await unlessTooLarge(() => askPage(context, thread, asked));
  return page === "too-large" ? askPage(context, thread, { ...asked, size: atOnce.half }) : page;
}

const pageQuery = `
query Comments($thread: ID!, $size: Int!, $after: String) {
  thread: node(id: $thread) {
    ... on PullRequest { comments(first: $size, after: $after) { ...CommentPage } }
    ... on Issue { comments(first: $size, after: $after) { ...CommentPage } }
  }
}
fragment CommentPage on IssueCommentConnection { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
${commentFragment}`;

interface AskedPage {
  readonly size: number;
  readonly after: string | null;
}

/** Comments of a pull request or an issue, the oldest first. */
export async function askPage({ client }: ReaderContext, thread: string, asked: AskedPage): Promise<CommentPage> {
  const { data, errors } = await client.graphql(pageQuery, { thread, ...asked });
  throwFailures(errors);
  return readAnswer(z.object({ thread: z.object({ comments: commentPage }) }), data).thread.comments;
}
