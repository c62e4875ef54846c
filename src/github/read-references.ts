import { z } from "zod";
import { sameReference } from "../core/facts/reference.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { ReferenceReading, RepositoryPlace } from "../sources/ports.ts";
import { findWhereabouts } from "./find-whereabouts.ts";
import { visibility as visibilityField } from "./connection.ts";
import { unlessTooLarge } from "./errors.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer, isTooMuch, readAnswer, throwFailures } from "./graphql.ts";
import { heardFragment, hearLine } from "./heard-fields.ts";
import { issueFragments, issueWithParents } from "./issue-fields.ts";
import type { ReaderContext } from "./reader-context.ts";
import type { SchemaFeatures } from "./schema-features.ts";

/** One alias a reference: a failure then names the reference that it touches. */
function referencesQuery({ references, heard }: Asked, features: SchemaFeatures): string {
  const isHeard = (one: Reference) => heard.some((other) => sameReference(one, other));
  const parameters = references.map((_, i) => `$owner${i}: String!, $name${i}: String!, $number${i}: Int!`);
  const aliases = references.map(
    (one, i) => `
  r${i}: repository(owner: $owner${i}, name: $name${i}, followRenames: true) {
    databaseId name owner { login } visibility
    target: issueOrPullRequest(number: $number${i}) { __typename ...IssueWithParents ${isHeard(one) ? "...Heard" : ""} }
  }`,
  );
  const fragment = references.some(isHeard) ? heardFragment(features) : "";
  return `query References(${parameters.join(", ")}) {${aliases.join("")}\n}${issueFragments(features)}${fragment}`;
}

interface Asked {
  readonly references: readonly Reference[];
  /** Those whose comments are read with them. */
  readonly heard: readonly Reference[];
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

type Context = Pick<ReaderContext, "client" | "features" | "isCommand">;

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
  heard: readonly Reference[] = [],
): Promise<readonly ReferenceReading[]> {
  const first = await askTogether(context, { references, heard });
  return Promise.all(first.map(async (one) => (one.kind === "not-here" ? follow(context, one) : one)));
}

async function askTogether(context: Context, asked: Asked): Promise<readonly (ReferenceReading | NotHere)[]> {
  const read = await unlessTooLarge(() => askOnce(context, asked));
  // What stands below the issues is asked for by itself then.
  return read === "too-large" ? askOnce(context, { ...asked, heard: [] }) : read;
}

async function askOnce(context: Context, asked: Asked): Promise<readonly (ReferenceReading | NotHere)[]> {
  const { references } = asked;
  if (references.length === 0) return [];
  const variables = references.flatMap(({ owner, name, number }, i): [string, string | number][] => [
    [`owner${i}`, owner],
    [`name${i}`, name],
    [`number${i}`, number],
  ]);
  const { data, errors } = await context.client.graphql(
    referencesQuery(asked, context.features),
    Object.fromEntries(variables),
  );
  throwFailures(errors, (error) => error.path.length > 0 && !(asked.heard.length > 0 && isTooMuch(error)));
  const found = readAnswer(answer, data);
  return references.map((one, i) =>
    settle(context, one, { found: found[`r${i}`], errors: errorsUnder(errors, [`r${i}`]) }),
  );
}

interface Answered {
  readonly found: Found | undefined;
  readonly errors: readonly GraphqlError[];
}

function settle(context: Context, asked: Reference, { found, errors }: Answered): ReferenceReading | NotHere {
  // A parent that GitHub failed to read may be the problem: then the whole reference is not known.
  if (!errors.every(isAnswer)) return { kind: "unreachable", asked };
  if (!found) return { kind: errors.some(concernsAll) ? "unreadable" : "unreachable", asked };
  const { databaseId: id, owner, name, visibility } = found;
  const place = { id, owner: owner.login, name, visibility };
  if (found.target === "pull-request") return { kind: "pull-request", asked, place };
  if (found.target !== null) {
    return { kind: "issue", asked, ...hearLine(found.target, found.target.heard, context) };
  }
  if (errors.some((error) => error.type === "FORBIDDEN" && concernsAll(error))) return { kind: "unreadable", asked };
  return { kind: "not-here", asked, place };
}

/** The repository or the number: a part of an issue that is kept from us may empty all of it, and says nothing of that. */
function concernsAll({ path: [, field, part] }: GraphqlError): boolean {
  return part === undefined && (field === undefined || field === "target");
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
  const [now] = await askOnce(context, { references: [to], heard: [] });
  return now?.kind === "issue" || now?.kind === "unreachable" ? { ...now, asked } : { kind: "moved-away", asked };
}
