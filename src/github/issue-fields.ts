import { z } from "zod";
import type { IssueReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { commentPage } from "./comment-fields.ts";
import type { CommentPage } from "./comment-fields.ts";
import { connection, date, visibility } from "./connection.ts";
import type { SchemaFeatures } from "./schema-features.ts";
import { joinedSelection, total, toWeight, weightFields, weightFragment, weightSelection } from "./weight-fields.ts";

/** How far up parents are read: product rule, five levels. */
const parentLevels = 5;

function issueFragment(features: SchemaFeatures): string {
  return `
fragment Issue on Issue {
  number title body url state createdAt
  author { ${actorFields} }
  labels(first: 100) { nodes { name } }
  ${features.issueTypes ? "issueType { name }" : ""}
  repository { databaseId name owner { login } visibility }
  commentCount: comments { totalCount }
  ${weightSelection}
}
${weightFragment}`;
}

/**
 * Fragments `Issue` and `IssueWithParents`. Parents nest, because GraphQL has no recursion. People and duplicates are
 * counted of the issue alone and not of its parents: of all of them, a query would cost a point more.
 */
export function issueFragments(features: SchemaFeatures): string {
  return `${issueFragment(features)}
fragment IssueWithParents on Issue { ...Issue ${joinedSelection} ${features.parents ? parentSelection(parentLevels) : ""} }`;
}

function parentSelection(levels: number): string {
  return levels === 0 ? "" : `parent { ...Issue ${parentSelection(levels - 1)} }`;
}

export const issueFields = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  createdAt: date,
  author: actor,
  labels: connection(z.object({ name: z.string() })),
  issueType: z.object({ name: z.string() }).nullish(),
  repository: z.object({
    databaseId: z.number(),
    name: z.string(),
    owner: z.object({ login: z.string() }),
    visibility,
  }),
  commentCount: total,
  ...weightFields,
});

type IssueFields = z.output<typeof issueFields>;

interface IssueNode extends IssueFields {
  readonly parent?: IssueNode | null | undefined;
  readonly heard?: CommentPage | null | undefined;
}

const issueNode: z.ZodType<IssueNode> = z.lazy(() =>
  issueFields.extend({ parent: issueParent, heard: commentPage.nullish() }),
);

export const issueParent = z.lazy(() => issueNode.nullish());

export interface IssueWithParents {
  readonly issue: IssueReading;
  /** Nearest first. They end where a parent stands in a place that cannot be read here. */
  readonly parents: readonly IssueReading[];
  /** What stands below each of them, where it was asked for. */
  readonly heard: readonly (CommentPage | null | undefined)[];
}

export const issueWithParents = issueNode.transform((node): IssueWithParents => ({
  issue: toIssue(node),
  parents: parentsOf(node).map(toIssue),
  heard: [node, ...parentsOf(node)].map(({ heard }) => heard),
}));

/** Nearest first. They end where a parent stands in a place that cannot be read here. */
export function parentsOf(node: Pick<IssueNode, "parent">): readonly IssueNode[] {
  return node.parent ? [node.parent, ...parentsOf(node.parent)] : [];
}

export function toIssue(fields: IssueFields): IssueReading {
  const { number, title, body, url, author, createdAt, repository } = fields;
  return {
    reference: { owner: repository.owner.login, name: repository.name, number },
    repositoryId: repository.databaseId,
    visibility: repository.visibility,
    title,
    body,
    url,
    state: fields.state === "OPEN" ? "open" : "closed",
    labels: fields.labels.map((label) => label.name),
    type: fields.issueType?.name ?? null,
    author,
    createdAt,
    weight: toWeight(fields),
    commentCount: fields.commentCount,
  };
}
