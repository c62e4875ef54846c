import { z } from "zod";
import type { ProblemKinds } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { closingFields, closingSelection } from "./closing-fields.ts";
import { connection } from "./connection.ts";
import type { Variables } from "./graphql.ts";
import type { SchemaFeatures } from "./schema-features.ts";
import { joinedSelection, total, weightFields, weightFragment, weightSelection } from "./weight-fields.ts";

/** Of each list. GitHub cannot list by type, so that of a list for the sake of types not all counts. */
const listed = { labelled: { open: 30, closed: 40 }, typed: { open: 60, closed: 60 } } as const;

/** Labels that are listed by. */
const mostLabels = 5;

/**
 * One query for all of it: two points where problems have one label, one and a half more for each further one, two and a
 * half where they have types. Lists by one label each, because GitHub does not say whether several mean all or any. Without
 * `enableDuplicate` what was closed as a duplicate is not told from what was declined.
 */
export function boardFactsQuery(
  { labels, types }: ProblemKinds,
  features: SchemaFeatures,
): { readonly query: string; readonly variables: Variables } {
  const byLabel = labels.slice(0, mostLabels).map((label, i) => ({ name: `Labelled${i}`, label }));
  const byType = types.length > 0 && features.issueTypes;
  const lists = [...byLabel.map(({ name }) => labelled(name)), ...(byType ? [typed] : [])];
  const parameters = byLabel.map(({ name }) => `, $${name}: String!`).join("");
  const query = `
query BoardFacts($owner: String!, $name: String!${parameters}) {
  repository(owner: $owner, name: $name, followRenames: true) {
    ${lists.map(openList).join("\n    ")}
    ${lists.map(closedList).join("\n    ")}
    pullRequests(states: CLOSED, first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes {
        number title repository { databaseId } author { ${actorFields} }
        closingIssuesReferences(first: 10) { nodes { number repository { databaseId } } }
        ${closingSelection}
      }
    }
  }
}
${lists.length > 0 ? listFragments(features) : ""}`;
  return { query, variables: Object.fromEntries(byLabel.map(({ name, label }) => [name, label])) };
}

function listFragments({ issueTypes, duplicates }: SchemaFeatures): string {
  return `
fragment Listed on Issue { number title labels(first: 30) { nodes { name } } ${issueTypes ? "issueType { name }" : ""} }
fragment Open on Issue {
  ...Listed body author { ${actorFields} } commentCount: comments { totalCount }
  ${weightSelection}
  ${joinedSelection}
}
fragment Closed on Issue { ...Listed stateReason${duplicates ? "(enableDuplicate: true)" : ""} ${closingSelection} }
${weightFragment}`;
}

interface List {
  readonly name: string;
  readonly filter: string;
  readonly size: { readonly open: number; readonly closed: number };
}

const typed: List = { name: "Typed", filter: "", size: listed.typed };

function labelled(name: string): List {
  return { name, filter: `labels: [$${name}]`, size: listed.labelled };
}

function openList({ name, filter, size }: List): string {
  const order = "orderBy: { field: COMMENTS, direction: DESC }";
  return `open${name}: issues(states: OPEN, first: ${size.open}, ${order} ${filter}) { nodes { ...Open } }`;
}

function closedList({ name, filter, size }: List): string {
  const order = "orderBy: { field: UPDATED_AT, direction: DESC }";
  return `closed${name}: issues(states: CLOSED, first: ${size.closed}, ${order} ${filter}) { nodes { ...Closed } }`;
}

const boardIssue = z.object({
  number: z.number(),
  title: z.string(),
  labels: connection(z.object({ name: z.string() })),
  issueType: z.object({ name: z.string() }).nullish(),
  stateReason: z.string().nullish(),
  body: z.string().nullish(),
  author: actor,
  commentCount: total,
  ...weightFields,
  ...closingFields,
});

export type BoardIssue = z.output<typeof boardIssue>;

export const boardIssues = connection(boardIssue);

const pullRequest = z.object({
  number: z.number(),
  title: z.string(),
  author: actor,
  repository: z.object({ databaseId: z.number() }),
  closingIssuesReferences: connection(
    z.object({ number: z.number(), repository: z.object({ databaseId: z.number() }) }),
  ),
  ...closingFields,
});

export type ClosedPullRequest = z.output<typeof pullRequest>;

export const closedPullRequests = connection(pullRequest);
