import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { BoardFactsReading, ProblemKinds } from "../sources/ports.ts";
import { boardFactsQuery, boardIssues, closedPullRequests } from "./board-facts-query.ts";
import type { BoardIssue, ClosedPullRequest } from "./board-facts-query.ts";
import { closingComment } from "./closing-fields.ts";
import { readAnswer, throwFailures, throwUnlessMissing } from "./graphql.ts";
import type { ReaderContext } from "./reader-context.ts";
import { toWeight } from "./weight-fields.ts";

const most = { problems: 30, declined: 30, unmerged: 50 } as const;

const answer = z.object({
  repository: z.object({ pullRequests: closedPullRequests }).catchall(z.unknown()).nullable(),
});

/** None of anything in a repository that cannot be seen. */
export async function readBoardFacts(
  context: ReaderContext,
  { owner, name }: RepositoryName,
  kinds: ProblemKinds,
): Promise<BoardFactsReading> {
  const lists = boardFactsQuery(kinds, context.features);
  const { data, errors } = await context.client.graphql(lists.query, { owner, name, ...lists.variables });
  throwFailures(errors);
  const { repository } = readAnswer(answer, data);
  if (repository === null) {
    throwUnlessMissing(errors, [["repository"]]);
    return { problems: [], declined: [], unmerged: [] };
  }
  const listed = (prefix: "open" | "closed") => issuesOf(repository, prefix, kinds);
  const declined = latest(
    listed("closed").filter(({ stateReason }) => stateReason === "NOT_PLANNED"),
    most.declined,
  );
  const unmerged = latest(
    repository.pullRequests.filter(({ author }) => author?.kind !== "bot"),
    most.unmerged,
  );
  const said = await readTexts(context, [...declined, ...unmerged]);
  const problems = listed("open").toSorted((a, b) => b.commentCount - a.commentCount || b.number - a.number);
  return {
    problems: problems.slice(0, most.problems).map(toProblem),
    declined: declined.map((one) => ({
      ...named(one),
      labels: labelsOf(one),
      type: typeOf(one),
      ...closedOf(one, said),
    })),
    unmerged: unmerged.map((one) => ({ ...named(one), linked: linkedOf(one), ...closedOf(one, said) })),
  };
}

/** Of all lists, each once. Types cannot be listed by, so that what is listed without label is looked through for them. */
function issuesOf(
  repository: Readonly<Record<string, unknown>>,
  prefix: "open" | "closed",
  { types }: ProblemKinds,
): readonly BoardIssue[] {
  const wanted = new Set(types.map((type) => type.toLowerCase()));
  const found = new Map<number, BoardIssue>();
  for (const [key, list] of Object.entries(repository)) {
    if (!key.startsWith(prefix)) continue;
    for (const one of readAnswer(boardIssues, list)) {
      const counts = !key.endsWith("Typed") || wanted.has((typeOf(one) ?? "").toLowerCase());
      if (counts) found.set(one.number, one);
    }
  }
  return [...found.values()];
}

type Listed = Pick<BoardIssue | ClosedPullRequest, "closedAt" | "closing" | "number">;
type Closed = Listed & { readonly closedAt: Date };

function latest<One extends Listed>(listed: readonly One[], count: number): readonly (One & Closed)[] {
  const closed = listed.flatMap((one) => (one.closedAt ? [{ ...one, closedAt: one.closedAt }] : []));
  return closed.toSorted((a, b) => b.closedAt.getTime() - a.closedAt.getTime() || b.number - a.number).slice(0, count);
}

const textsQuery = `
query ClosingWords($comments: [ID!]!) { comments: nodes(ids: $comments) { ... on IssueComment { id body } } }`;

const text = z.union([z.object({ id: z.string(), body: z.string() }), z.object({}).transform(() => null)]).nullable();

/** What was said at the closing, by the comment's id. One that was deleted meanwhile says nothing. */
async function readTexts({ client }: ReaderContext, closed: readonly Closed[]): Promise<ReadonlyMap<string, string>> {
  const comments = closed.flatMap(({ closing }) => closingComment(closing) ?? []);
  if (comments.length === 0) return new Map();
  const { data, errors } = await client.graphql(textsQuery, { comments });
  throwFailures(errors);
  const found = readAnswer(z.object({ comments: z.array(text) }), data).comments;
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.body] as const])));
}

function closedOf({ closedAt, closing }: Closed, said: ReadonlyMap<string, string>) {
  const comment = closingComment(closing);
  return { closedAt, reason: comment === null ? null : (said.get(comment) ?? null) };
}

function named({ number, title }: BoardIssue | ClosedPullRequest) {
  return { number, title };
}

function labelsOf({ labels }: BoardIssue): readonly string[] {
  return labels.map((label) => label.name);
}

function typeOf({ issueType }: BoardIssue): string | null {
  return issueType?.name ?? null;
}

function linkedOf({ closingIssuesReferences, repository }: ClosedPullRequest): readonly number[] {
  return closingIssuesReferences.flatMap((issue) =>
    issue.repository.databaseId === repository.databaseId ? [issue.number] : [],
  );
}

function toProblem(one: BoardIssue) {
  return { ...named(one), body: one.body ?? "", labels: labelsOf(one), type: typeOf(one), weight: toWeight(one) };
}
