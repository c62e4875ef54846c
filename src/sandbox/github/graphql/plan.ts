import {
  type DocumentNode,
  executeSync,
  getOperationAST,
  GraphQLError,
  type GraphQLFieldResolver,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import type { Access } from "../server/access.ts";
import type { Answer, Asked, Planned } from "../server/answer.ts";
import type { Violation } from "../rest/route.ts";
import { accountTypes } from "./account-fields.ts";
import { commitTypes } from "./commit-fields.ts";
import { discussionTypes } from "./discussion-fields.ts";
import { type Cost, costOf, mostNodes } from "./cost.ts";
import { type Fields, graphqlError, type GraphqlContext, NotSimulated, type Registry } from "./field.ts";
import { mergeQueueTypes } from "./merge-queue.ts";
import { pullRequestTypes } from "./pull-request-fields.ts";
import { releaseTypes } from "./release-fields.ts";
import { repositoryTypes } from "./repository-fields.ts";
import { githubSchema } from "./schema.ts";
import { rootTypes } from "./root-fields.ts";

export type GraphqlSetting = { access: Access; violations: Violation[] };
type Query = { query: string; variables: Record<string, unknown> | undefined; operationName: string | undefined };
type Checked = { document: DocumentNode; errors: readonly GraphQLError[] };

const registry: Registry = {
  ...rootTypes,
  ...accountTypes,
  ...commitTypes,
  ...discussionTypes,
  ...pullRequestTypes,
  ...repositoryTypes,
  ...mergeQueueTypes,
  ...releaseTypes,
};
const fieldsByType: ReadonlyMap<string, Fields<never>> = new Map(Object.entries(registry));

const notJson: Answer = { status: 400, body: { message: "Problems parsing JSON" } };

/** An app asks the same few queries again and again. */
const checkedQueries = new Map<string, Checked>();

export function planGraphql(setting: GraphqlSetting, asked: Asked): Planned {
  const query = readQuery(asked.body);
  if (query === undefined) return { operation: "graphql", kind: "read", run: () => notJson };
  const checked = check(query.query);
  const operation = getOperationAST(checked.document, query.operationName);
  const name = operation?.name?.value ?? "graphql";
  const kind = operation?.operation === OperationTypeNode.MUTATION ? "write" : "read";
  return { operation: name, kind, run: () => answer(setting, { asked, query, checked, name }) };
}

function readQuery(body: string): Query | undefined {
  try {
    const { query, variables, operationName } = JSON.parse(body);
    return typeof query === "string" ? { query, variables, operationName } : undefined;
  } catch {
    // No JSON: GitHub answers 400, and so does the caller of this.
    return undefined;
  }
}

function check(query: string): Checked {
  const known = checkedQueries.get(query);
  if (known !== undefined) return known;
  const checked = checkAnew(query);
  checkedQueries.set(query, checked);
  return checked;
}

function checkAnew(query: string): Checked {
  try {
    const document = parse(query);
    return { document, errors: validate(githubSchema(), document) };
  } catch (error) {
    // A query that is no GraphQL is answered with its error, like one that the schema refuses.
    if (!(error instanceof GraphQLError)) throw error;
    return { document: parse("{ __typename }"), errors: [error] };
  }
}

type Asking = { asked: Asked; query: Query; checked: Checked; name: string };

function answer(setting: GraphqlSetting, { asked, query, checked, name }: Asking): Answer {
  if (asked.caller.kind === "refused") return { status: 401, body: { message: asked.caller.message } };
  if (asked.caller.kind === "app") return { status: 403, body: { message: "Resource not accessible by integration" } };
  const variables = query.variables ?? {};
  const selection = getOperationAST(checked.document, query.operationName)?.selectionSet;
  const cost = selection === undefined ? { nodes: 0, points: 1 } : costOf(checked.document, selection, variables);
  const errors = [...checked.errors, ...(cost.nodes > mostNodes ? [tooManyNodes(cost)] : [])];
  if (errors.length > 0) {
    for (const each of errors) setting.violations.push({ operation: name, problem: each.message });
    return { status: 200, body: { errors: errors.map(presentError) } };
  }
  const context = { world: setting.access.world, caller: asked.caller, cost };
  return { ...execute(setting, { query, checked, name }, context), charge: cost.points };
}

function tooManyNodes({ nodes }: Cost): GraphQLError {
  return graphqlError(
    "MAX_NODE_LIMIT_EXCEEDED",
    `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${mostNodes}.`,
  );
}

function execute(
  setting: GraphqlSetting,
  { query, checked, name }: Omit<Asking, "asked">,
  contextValue: GraphqlContext,
): Answer {
  const { data, errors = [] } = executeSync({
    schema: githubSchema(),
    document: checked.document,
    variableValues: query.variables ?? {},
    operationName: query.operationName ?? null,
    contextValue,
    fieldResolver: resolveField,
    typeResolver: (value: { kind: string }) => value.kind,
  });
  return withErrors(setting, { data, errors, name });
}

function withErrors(
  { violations }: GraphqlSetting,
  result: { data: unknown; errors: readonly GraphQLError[]; name: string },
): Answer {
  for (const { originalError } of result.errors) {
    if (originalError instanceof NotSimulated) {
      violations.push({ operation: result.name, problem: originalError.message });
      return { status: 400, body: { message: originalError.message } };
    }
    // Only errors that the resolvers made on purpose are GitHub's; others are bugs of the simulation.
    if (originalError !== undefined && originalError !== null && !(originalError instanceof GraphQLError))
      throw originalError;
  }
  const bounds = result.errors.filter((each) => String(each.extensions["type"]).includes("PAGINATION"));
  for (const each of bounds) violations.push({ operation: result.name, problem: each.message });
  if (result.errors.length === 0) return { status: 200, body: { data: result.data } };
  return { status: 200, body: { data: result.data, errors: result.errors.map(presentError) } };
}

/** GitHub gives its errors a `type` of their own. */
function presentError(error: GraphQLError): object {
  const { message, path, locations, extensions } = error;
  const { type } = extensions;
  return { ...(type === undefined ? { extensions } : { type }), path: path ?? [], locations: locations ?? [], message };
}

/** Resolvers answer for the types of the state; of plain values the field is read as it is. Nothing is null by silence. */
const resolveField: GraphQLFieldResolver<unknown, GraphqlContext> = (...[source, args, context, info]) => {
  const type = info.parentType.name;
  const fields = fieldsByType.get(type);
  const resolver: Fields<unknown>[string] | undefined = fields?.[info.fieldName];
  if (resolver !== undefined) return resolver(source, args, context);
  if (fields === undefined && typeof source === "object" && source !== null && info.fieldName in source) {
    return Object.entries(source).find(([name]) => name === info.fieldName)?.[1];
  }
  throw new NotSimulated(`not simulated: ${type}.${info.fieldName}`);
};
