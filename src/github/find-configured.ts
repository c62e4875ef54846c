import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { GitHubClient } from "./client.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder, isAnswer, readAnswer } from "./graphql.ts";

type Repository = RepositoryName & { readonly id: number };

/** No connection is asked for, so that a query of fifty costs one point. */
const AT_ONCE = 50;

const place = z.object({ isArchived: z.boolean(), yml: z.unknown(), yaml: z.unknown() });

const answer = z.record(z.string(), place.nullable());

/** One alias a repository: a failure then names the one that it touches. */
function queryFor(repositories: readonly RepositoryName[]): string {
  const parameters = repositories.map((_, i) => `$owner${i}: String!, $name${i}: String!`);
  const aliases = repositories.map(
    (_, i) => `
  r${i}: repository(owner: $owner${i}, name: $name${i}) {
    isArchived
    yml: object(expression: "HEAD:.github/outcome.yml") { __typename }
    yaml: object(expression: "HEAD:.github/outcome.yaml") { __typename }
  }`,
  );
  return `query FindConfigured(${parameters.join(", ")}) {${aliases.join("")}\n}`;
}

/**
 * Those of an owner's repositories that have a configuration, of their own or from the owner's `.github` repository, and
 * those for which GitHub did not answer. An archived one takes no writes.
 */
export async function findConfigured(
  client: GitHubClient,
  repositories: readonly Repository[],
): Promise<readonly Repository[]> {
  const found: Found[] = [];
  for (let from = 0; from < repositories.length; from += AT_ONCE) {
    found.push(...(await findSome(client, repositories.slice(from, from + AT_ONCE))));
  }
  const owners = new Set(found.filter((one) => one.has && isForAll(one.repository)).map((one) => one.repository.owner));
  return found
    .filter(({ archived, has, repository }) => !archived && (has || owners.has(repository.owner)))
    .map(({ repository }) => repository);
}

interface Found {
  readonly repository: Repository;
  readonly archived: boolean;
  readonly has: boolean;
}

async function findSome(client: GitHubClient, repositories: readonly Repository[]): Promise<readonly Found[]> {
  const names = repositories.flatMap(({ owner, name }, i) => [
    [`owner${i}`, owner] as const,
    [`name${i}`, name] as const,
  ]);
  const { data, errors } = await client.graphql(queryFor(repositories), Object.fromEntries(names));
  const places = readAnswer(answer, data);
  return repositories.map((repository, i) =>
    toFound(repository, places[`r${i}`] ?? null, errorsUnder(errors, [`r${i}`])),
  );
}

function toFound(repository: Repository, found: z.output<typeof place> | null, errors: readonly GraphqlError[]): Found {
  const unknown = errors.some((error) => !isAnswer(error));
  const has = Boolean(found?.yml) || Boolean(found?.yaml);
  return { repository, archived: found?.isArchived ?? false, has: has || unknown };
}

function isForAll({ name }: RepositoryName): boolean {
  return name.toLowerCase() === ".github";
}
