import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ListedProblem, ProblemKinds } from "../sources/ports.ts";
import { connection, pageInfo } from "./connection.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import type { SchemaFeatures } from "./schema-features.ts";

/** How many pages of a hundred are read of one label, and of all issues for the sake of types. */
const [pagesOfLabel, pagesOfAll] = [10, 5];

function queryFor({ issueTypes }: SchemaFeatures): string {
  return `
query OpenProblems($owner: String!, $name: String!, $labels: [String!], $after: String) {
  repository(owner: $owner, name: $name, followRenames: true) {
    issues(states: OPEN, labels: $labels, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number title body labels(first: 50) { nodes { name } } ${issueTypes ? "issueType { name }" : ""} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
}

const issue = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  labels: connection(z.object({ name: z.string() })),
  issueType: z.object({ name: z.string() }).nullish(),
});

const answer = z.object({
  repository: z.object({ issues: z.object({ nodes: z.array(issue.nullable()).nullish(), pageInfo }) }).nullable(),
});

/**
 * Open issues among which the problems are, the newest first; none of a repository that cannot be seen. One list for each
 * label, because GitHub does not say whether several mean all or any. It cannot list by type, so the newest of all issues
 * are listed where types count.
 */
export async function listOpenProblems(
  context: ReaderContext,
  repository: RepositoryName,
  { labels, types }: ProblemKinds,
): Promise<readonly ListedProblem[]> {
  const found = new Map<number, ListedProblem>();
  const byType = types.length > 0 && context.features.issueTypes;
  const lists = [
    ...labels.map((label) => ({ labels: [label], types: null, pages: pagesOfLabel })),
    ...(byType ? [{ labels: null, types, pages: pagesOfAll }] : []),
  ];
  for (const list of lists) {
    for (const one of await listIssues(context, repository, list)) found.set(one.number, one);
  }
  return [...found.values()].toSorted((a, b) => b.number - a.number);
}

interface List {
  readonly labels: readonly string[] | null;
  /** Only these are kept: of whatever else anybody may have written, the texts of hundreds fill the memory. */
  readonly types: readonly string[] | null;
  readonly pages: number;
}

async function listIssues(
  { client, features }: ReaderContext,
  { owner, name }: RepositoryName,
  { labels, types, pages }: List,
): Promise<readonly ListedProblem[]> {
  const found: ListedProblem[] = [];
  let after: string | null = null;
  for (let page = 0; page < pages && (page === 0 || after !== null); page += 1) {
    const { data, errors } = await client.graphql(queryFor(features), { owner, name, labels, after });
    throwFailures(errors);
    const { repository } = readAnswer(answer, data);
    if (!repository) {
      throwUnlessMissing(errors, [["repository"]]);
      return [];
    }
    const listed = (repository.issues.nodes ?? []).flatMap((one) => (one === null ? [] : [toListed(one)]));
    found.push(...listed.filter(({ type }) => types === null || isOneOf(types, type)));
    const { hasNextPage, endCursor } = repository.issues.pageInfo;
    after = hasNextPage ? endCursor : null;
  }
  return found;
}

function toListed({ number, title, body, labels, issueType }: z.output<typeof issue>): ListedProblem {
  return { number, title, body, labels: labels.map(({ name }) => name), type: issueType?.name ?? null };
}

function isOneOf(types: readonly string[], type: string | null): boolean {
  return type !== null && types.some((one) => one.toLowerCase() === type.toLowerCase());
}
