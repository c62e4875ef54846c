import { correctSchema } from "./correct-schema.ts";
import type { Json, JsonObject } from "./json.ts";
import { list, object } from "./json.ts";
import { shareParts } from "./share-parts.ts";
import { translateSchema } from "./translate-schema.ts";

export interface Wanted {
  /** Ids of operations, as "checks/create". */
  readonly operations: readonly string[];
  /** Event and action, as "check-run-created". */
  readonly webhooks: ReadonlySet<string>;
}

/** What is wanted of GitHub's OpenAPI description, and all schemas that it leads to. Cutting a cut changes nothing. */
export function cutDescription(source: JsonObject, wanted: Wanted): JsonObject {
  const paths = cutPaths(source, wanted.operations);
  const webhooks = cutWebhooks(source, wanted.webhooks);
  const schemas = reachable({ paths, webhooks }, object(object(source["components"])["schemas"]));
  const version = object(source["info"])["version"] ?? "unknown";
  // 3.1, because `nullable` is translated to JSON Schema's `null` type on the way.
  const info = { title: "Slice of @octokit/openapi", version };
  return { openapi: "3.1.0", info, ...shareParts({ paths, webhooks, schemas }) };
}

function cutPaths(source: JsonObject, operations: readonly string[]): JsonObject {
  const missing = new Set(operations);
  const paths: JsonObject = {};
  for (const [path, methods] of Object.entries(object(source["paths"]))) {
    for (const [method, operation] of Object.entries(object(methods))) {
      const id = object(operation)["operationId"];
      if (typeof id !== "string" || !missing.delete(id)) continue;
      paths[path] = { ...object(paths[path] ?? {}), [method]: cutOperation(object(operation), source) };
    }
  }
  if (missing.size > 0) throw new Error(`Not in the description: ${[...missing].join(", ")}`);
  return paths;
}

function cutOperation(operation: JsonObject, source: JsonObject): JsonObject {
  const parameters = list(operation["parameters"] ?? []).map((each) => {
    const { name, in: place, required, schema } = resolved(object(each), source);
    return { name: name ?? "", in: place ?? "", required: required ?? false, schema: translateSchema(schema ?? {}) };
  });
  const responses = Object.fromEntries(
    Object.entries(object(operation["responses"]))
      .filter(([status]) => status.startsWith("2"))
      .map(([status, response]) => [status, bodySchema(resolved(object(response), source))]),
  );
  const body = operation["requestBody"];
  return {
    operationId: operation["operationId"] ?? "",
    parameters,
    ...(body === undefined ? {} : { requestBody: bodySchema(resolved(object(body), source)) }),
    responses,
  };
}

/** OpenAPI 3.0, which the description is written in, has no webhooks of its own. */
function cutWebhooks(source: JsonObject, wanted: ReadonlySet<string>): JsonObject {
  const all = object(source["x-webhooks"] ?? source["webhooks"]);
  const missing = [...wanted].filter((name) => !(name in all));
  if (missing.length > 0) throw new Error(`Not in the description: ${missing.join(", ")}`);
  const found = Object.entries(all).filter(([name]) => wanted.has(name));
  return Object.fromEntries(found.map(([name, entry]) => [name, cutWebhook(object(entry))]));
}

function cutWebhook(entry: JsonObject): Json {
  return { post: { requestBody: bodySchema(object(object(entry["post"])["requestBody"])) } };
}

function bodySchema(holder: JsonObject): JsonObject {
  const content = holder["content"];
  if (content === undefined) return {};
  const media = object(content)["application/json"];
  if (media === undefined) return {};
  return { content: { "application/json": { schema: translateSchema(object(media)["schema"] ?? {}) } } };
}

function reachable(roots: Json, schemas: JsonObject): JsonObject {
  const found = new Map<string, Json>();
  const waiting: Json[] = [roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, name] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || found.has(name)) continue;
      const schema = correctSchema(name, translateSchema(schemas[name] ?? {}));
      found.set(name, schema);
      waiting.push(schema);
    }
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => a.localeCompare(b)));
}

function resolved(value: JsonObject, source: JsonObject): JsonObject {
  const reference = value["$ref"];
  if (typeof reference !== "string") return value;
  let target: Json = source;
  for (const step of reference.split("/").slice(1)) target = object(target)[step] ?? {};
  return object(target);
}
