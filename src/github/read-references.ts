import { z } from "zod";
import type { Reference } from "../core/facts/reference.ts";
import type { ReferenceReading, RepositoryPlace } from "../sources/ports.ts";
import type { GitHubClient } from "./client.ts";
import { findWhereabouts } from "./find-whereabouts.ts";
import { visibility as visibilityField } from "./connection.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer, readAnswer, throwFailures } from "./graphql.ts";
import { issueFragments, issueWithParents } from "./issue-fields.ts";
import type { SchemaFeatures } from "./schema-features.ts";

/** One alias a reference: a failure then names the reference that it touches. */
function referencesQuery(references: readonly Reference[], features: SchemaFeatures): string {
  const parameters = references.map((_, i) => `$owner${i}: String!, $name${i}: String!, $number${i}: Int!`);
  const aliases = references.map(
    (_, i) => `
  r${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: true) {
    databaseId name owner { login } visibility
    target: issueOrPullRequest(number: $number${i}) { __typename ...IssueWithParents }
  }`,
  );
  return `query References(${parameters.join(", ")}) {${aliases.join("")}\n}${issueFragments(features)}`;
}

const target = z
  .union([
    z.object({ __typename: z.literal("PullRequest") }).transform(() => "pull-request" as const),
    issueWithParents,
  ])
  .nullable();

const answer = z.record(
  z.string(),
  z
    .object({
      databaseId: z.number(),
      name: z.string(),
      owner: z.object({ login: z.string() }),
      visibility: visibilityField,
      target,
    })
    .nullable(),
);

type Found = z.output<typeof answer>[string];

interface Context {
  readonly client: GitHubClient;
  readonly features: SchemaFeatures;
}

/** The repository is there, under this name, and has no such number now. */
interface NotHere {
  readonly kind: "not-here";
  readonly asked: Reference;
  readonly place: RepositoryPlace;
}

/** Up to 20 by the product's rule; GitHub's limit of 500,000 nodes would allow some hundreds. */
export async function readReferences(
  context: Context,
  references: readonly Reference[],
): Promise<readonly ReferenceReading[]> {
  const first = await askOnce(context, references);
  return Promise.all(first.map(async (one) => (one.kind === "not-here" ? follow(context, one) : one)));
}

async function askOnce(
  { client, features }: Context,
  references: readonly Reference[],
): Promise<readonly (ReferenceReading | NotHere)[]> {
  if (references.length === 0) return [];
  const variables = references.flatMap(({ owner, name, number }, i): [string, string | number][] => [
    [`owner${i}`, owner],
    [`name${i}`, name],
    [`number${i}`, number],
  ]);
  const { data, errors } = await client.graphql(referencesQuery(references, features), Object.fromEntries(variables));
  throwFailures(errors, (error) => error.path.length > 0);
  const found = readAnswer(answer, data);
  return references.map((asked, i) => settle(asked, found[`r${i}`], errorsUnder(errors, [`r${i}`])));
}

function settle(
  asked: Reference,
  found: Found | undefined,
  errors: readonly GraphqlError[],
): ReferenceReading | NotHere {
  // A parent that GitHub failed to read may be the problem: then the whole reference is not known.
  if (!errors.every(isAnswer)) return { kind: "unreachable", asked };
  if (!found) return { kind: "unreadable", asked };
  const { databaseId: id, owner, name, visibility } = found;
  const place = { id, owner: owner.login, name, visibility };
  if (found.target === "pull-request") return { kind: "pull-request", asked, place };
  if (found.target !== null) return { kind: "issue", asked, ...found.target };
  if (errors.some((error) => error.type === "FORBIDDEN")) return { kind: "unreadable", asked };
  return { kind: "not-here", asked, place };
}

/** GraphQL answers NOT_FOUND to numbers that never were, to deleted issues and to transferred ones. REST tells them apart. */
async function follow(context: Context, { asked, place }: NotHere): Promise<ReferenceReading> {
  const whereabouts = await findWhereabouts(context.client.octokit, { ...place, number: asked.number });
  switch (whereabouts.kind) {
    case "missing":
    case "gone":
      return { kind: whereabouts.kind, asked, place };
    case "moved-away":
    case "unreadable":
    case "unreachable":
      return { kind: whereabouts.kind, asked };
    case "moved":
      return readMoved(context, asked, whereabouts.to);
  }
}

async function readMoved(context: Context, asked: Reference, to: Reference): Promise<ReferenceReading> {
  const [now] = await askOnce(context, [to]);
  return now?.kind === "issue" || now?.kind === "unreachable" ? { ...now, asked } : { kind: "moved-away", asked };
}
