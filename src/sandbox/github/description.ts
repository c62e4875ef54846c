import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import ajvFormats from "ajv-formats";
import type { JsonObject } from "./json.ts";

type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; schema: JsonObject };
type Body = { content?: { "application/json": { schema: JsonObject } } };
type DescribedOperation = {
  operationId: string;
  parameters: readonly Parameter[];
  requestBody?: Body;
  responses: Readonly<Record<string, Body>>;
};
type Description = {
  paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  webhooks: Readonly<Record<string, { post: { requestBody: Body } }>>;
  components: { schemas: Readonly<Record<string, JsonObject>> };
};

export type Endpoint = { id: string; method: string; path: string };
export type Refusal = { where: "path" | "query" | "body"; message: string; field: string };
export type Checks = { path: ValidateFunction; query: ValidateFunction; body: ValidateFunction | undefined };

/** The committed slice of GitHub's OpenAPI description: `npm run slice` makes it. */
const description: Description = JSON.parse(readFileSync(new URL("openapi.json", import.meta.url), "utf8"));

const operations = new Map(
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [operation.operationId, { method, path, operation }] as const),
  ),
);

const ajv = newAjv({ coerce: false });
/** Paths and queries arrive as text. */
const coercingAjv = newAjv({ coerce: true });
const compiled = new Map<string, ValidateFunction>();

export const endpoints: readonly Endpoint[] = [...operations].map(([id, { method, path }]) => ({ id, method, path }));
export const describedWebhooks: readonly string[] = Object.keys(description.webhooks);

export function checkRequest(id: string, request: { path: JsonObject; query: JsonObject; body: unknown }): Refusal[] {
  const { operation } = described(id);
  const schema = operation.requestBody?.content?.["application/json"].schema;
  return [
    ...refusals("path", parametersCheck(operation, "path"), request.path),
    ...refusals("query", parametersCheck(operation, "query"), request.query),
    ...(schema === undefined || request.body === undefined
      ? []
      : refusals("body", compile(`${id} body`, schema), request.body)),
  ];
}

/** A response that the description refuses is a bug of the simulation, so it is loud. */
export function assertResponse(id: string, status: number, body: unknown): void {
  const response = described(id).operation.responses[String(status)];
  if (response === undefined) throw new Error(`${id} cannot answer ${status} by GitHub's description`);
  const schema = response.content?.["application/json"].schema;
  if (schema !== undefined) assertValid(compile(`${id} ${status}`, schema), body, `The answer to ${id}`);
}

export function assertWebhook(name: string, payload: unknown): void {
  const webhook = description.webhooks[name];
  const schema = webhook?.post.requestBody.content?.["application/json"].schema;
  if (schema === undefined) throw new Error(`The slice of GitHub's description has no webhook ${name}`);
  assertValid(compile(`webhook ${name}`, schema), payload, `The webhook ${name}`);
}

function described(id: string): { operation: DescribedOperation } {
  const found = operations.get(id);
  if (found === undefined) throw new Error(`The slice of GitHub's description has no operation ${id}`);
  return found;
}

function assertValid(validate: ValidateFunction, value: unknown, what: string): void {
  if (validate(value)) return;
  throw new Error(
    `${what} is not what GitHub describes: ${(validate.errors ?? []).slice(0, 8).map(worded).join("; ")}`,
  );
}

function refusals(where: Refusal["where"], validate: ValidateFunction, value: unknown): Refusal[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({ where, field: error.instancePath, message: worded(error) }));
}

function worded(error: ErrorObject): string {
  return `${error.instancePath || "it"} ${error.message ?? "is refused"} ${JSON.stringify(error.params)}`;
}

function parametersCheck(operation: DescribedOperation, place: "path" | "query"): ValidateFunction {
  const key = `${operation.operationId} ${place}`;
  const found = compiled.get(key);
  if (found !== undefined) return found;
  const parameters = operation.parameters.filter((each) => each.in === place);
  const validate = coercingAjv.compile({
    type: "object",
    properties: Object.fromEntries(parameters.map((each) => [each.name, each.schema])),
    required: parameters.filter((each) => each.required).map((each) => each.name),
    // GitHub ignores parameters that it does not know; a simulation had better say so.
    additionalProperties: false,
  });
  compiled.set(key, validate);
  return validate;
}

function compile(key: string, schema: JsonObject): ValidateFunction {
  const found = compiled.get(key);
  if (found !== undefined) return found;
  const validate = ajv.compile(rooted(schema));
  compiled.set(key, validate);
  return validate;
}

/** References point at the whole slice, which ajv knows as "github". */
function rooted(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/');
  return JSON.parse(text);
}

function newAjv(given: { coerce: boolean }): Ajv {
  const made = new Ajv({ strict: false, allErrors: true, coerceTypes: given.coerce, logger: false });
  ajvFormats.default(made);
  made.addSchema({ $id: "github", components: description.components });
  return made;
}
