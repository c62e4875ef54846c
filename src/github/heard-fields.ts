import type { Heard, IssueReading, ReferenceReading } from "../sources/ports.ts";
import { z } from "zod";
import { sameReference } from "../core/facts/reference.ts";
import { commentPage, commentSelection } from "./comment-fields.ts";
import type { Comment, CommentPage } from "./comment-fields.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import type { SchemaFeatures } from "./schema-features.ts";
import { isCommand, newestCommands } from "./thread-comments.ts";

export const heardPage = `nodes { ${commentSelection} } pageInfo { hasNextPage endCursor }`;
/** Of a comment that is asked for by its id. */
export const knownNode = `... on IssueComment { ${commentSelection} }`;

/** What stands below a linked issue and its parent, which is often the problem, in the query that reads the issue itself. */
export function heardFragment({ parents }: SchemaFeatures): string {
  const heard = `heard: comments(first: 100) { ${heardPage} }`;
  return `
fragment Heard on Issue { number repository { name owner { login } } ${heard} ${parents ? `parent { ${heard} }` : ""} }`;
}

/**
 * Of the first development links, as many as problems are heard of, and of those alone: a hundred comments may be 26 MB,
 * and of all twenty links the query would cost a point more.
 */
export const heardLinkSelection = "heardLinks: closingIssuesReferences(first: 5) { nodes { ...Heard } }";

const heardLink = z.object({
  number: z.number(),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
  heard: commentPage.nullish(),
  parent: z.object({ heard: commentPage.nullish() }).nullish(),
});

export const heardLinks = z
  .object({ nodes: z.array(heardLink.nullable()).nullish() })
  .nullish()
  .transform((value) => value?.nodes ?? []);

const place = ["repository", "pullRequest", "heardLinks"] as const;

/** Whether a failure touches only what stands below linked issues: that is then asked for once more, by itself. */
export function concernsHeard(error: GraphqlError): boolean {
  return errorsUnder([error], place).length > 0;
}

type Context = Pick<ReaderContext, "isCommand">;

/** The links' issues with what stands below them, as far as it was read. */
export function withHeard(
  links: readonly ReferenceReading[],
  found: z.output<typeof heardLinks>,
  { errors, context }: { readonly errors: readonly GraphqlError[]; readonly context: Context },
): readonly ReferenceReading[] {
  const failures = errors.filter((error) => concernsHeard(error) && !isAnswer(error));
  const whole = failures.length > 0 ? [] : found.flatMap((one) => one ?? []);
  return links.map((link) => {
    if (link.kind !== "issue") return link;
    const own = whole.find(({ number, repository: { name, owner } }) =>
      sameReference(link.issue.reference, { owner: owner.login, name, number }),
    );
    return { ...link, ...hearLine(link, [own?.heard, own?.parent?.heard], context) };
  });
}

interface Line {
  readonly issue: IssueReading;
  readonly parents: readonly IssueReading[];
}

/** An issue and its parents, nearest first, each with the page of what stands below it, as far as there is one. */
export function hearLine(
  { issue, parents }: Line,
  [own, ...above]: readonly (CommentPage | null | undefined)[],
  context: Context,
): Line {
  const hear = (one: IssueReading, page: CommentPage | null | undefined): IssueReading =>
    page ? { ...one, heard: heardOf(page, context) } : one;
  return { issue: hear(issue, own), parents: parents.map((parent, at) => hear(parent, above[at])) };
}

/** By the first page alone. */
function heardOf(page: CommentPage, context: Context): Heard {
  return toHeard({ first: commentsOf(page), others: [] }, page.pageInfo.hasNextPage, context);
}

export function commentsOf(page: CommentPage | null | undefined): readonly Comment[] {
  return (page?.nodes ?? []).filter((one) => one !== null);
}

/** The beginning of a conversation, and what else was found of it, some perhaps again. */
export interface Found {
  readonly first: readonly Comment[];
  readonly others: readonly Comment[];
}

export function toHeard({ first, others }: Found, isPart: Heard["isPart"], context: Context): Heard {
  const all = [...new Map([...first, ...others].map((one) => [one.id, one])).values()];
  return {
    // What somebody hid is not read by others either.
    remarks: first
      .filter(({ isMinimized }) => !isMinimized)
      .map(({ author, body, createdAt }) => ({ author, body, createdAt })),
    commands: newestCommands(all.filter((one) => isCommand(context, one))),
    isPart,
  };
}
