import { schema as published } from "@octokit/graphql-schema";
import type { GraphQLFormattedError } from "graphql";
import { buildSchema, execute, extendSchema, GraphQLError, parse, validate } from "graphql";
import nock from "nock";
import { z } from "zod";

export const api = "https://api.github.test";

/** The published schema is older than issue types, which GitHub has had since 2025. */
const schema = extendSchema(
  buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true }),
  parse("type IssueType { name: String! } extend type Issue { issueType: IssueType }"),
  { assumeValid: true, assumeValidSDL: true },
);

const request = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });

export interface GraphqlLog {
  readonly queries: string[];
}

/** A GitHub that answers every query by its published schema from `root`, in which functions take the arguments. */
export function answerFrom(root: unknown, headers: Readonly<Record<string, string>> = {}): GraphqlLog {
  const log: GraphqlLog = { queries: [] };
  nock(api)
    .persist()
    .post("/graphql")
    .reply(async (asked: Request) => {
      const { query, variables } = request.parse(await asked.json());
      log.queries.push(query);
      return [200, await answer(root, query, variables), headers];
    });
  return log;
}

async function answer(root: unknown, query: string, variables: Readonly<Record<string, unknown>>) {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid.map((error) => ({ message: error.message })) };
  const { data, errors } = await execute({ schema, document, rootValue: root, variableValues: variables });
  // As GitHub words it: `type` stands beside the message, and there are no `errors` without one.
  return errors === undefined ? { data } : { data, errors: errors.map((error) => toGitHub(error.toJSON())) };
}

function toGitHub({ message, path, extensions }: GraphQLFormattedError) {
  return { message, path, ...extensions };
}

/** To be thrown or returned where GitHub would answer a partial error. */
export function graphqlError(type: string | null, message = "made for a test"): GraphQLError {
  return new GraphQLError(message, { extensions: type === null ? {} : { type } });
}

export function notFound(): GraphQLError {
  return graphqlError("NOT_FOUND", "Could not resolve to a thing of that name");
}

interface Slice {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A connection that pages as GitHub does, by cursor, in either direction. */
export function paged(nodes: readonly unknown[]) {
  return ({ first, last, after, before }: Slice) => {
    const to = before ? Number(before) : nodes.length;
    const start = after ? Number(after) : last === undefined ? 0 : Math.max(0, to - last);
    const end = Math.min(to, start + (first ?? last ?? 0));
    return {
      nodes: nodes.slice(start, end),
      totalCount: nodes.length,
      pageInfo: {
        hasNextPage: end < nodes.length,
        endCursor: String(end),
        hasPreviousPage: start > 0,
        startCursor: String(start),
      },
    };
  };
}
