/**
 * Cuts what the simulated GitHub speaks out of GitHub's OpenAPI description, so that the simulation is held to it.
 *
 *   npx node scripts/slice-openapi.ts <folder>/package/generated/api.github.com.json
 *
 * The description comes in the npm package @octokit/openapi. It unpacks to 385 MB, so it is no dependency: unpack it
 * anywhere outside the project (`npm pack @octokit/openapi`) and hand over the path of the one file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { usedOperations, usedWebhooks } from "./simulated-parts.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const dropped = new Set([
  "description",
  "example",
  "examples",
  "externalDocs",
  "summary",
  "tags",
  "title",
  "x-github",
  "x-octokit",
  "deprecated",
  "x-multi-segment",
  "x-github-breaking-changes",
]);

main();

function main(): void {
  const path = process.argv[2];
  if (path === undefined) throw new Error("Usage: npx node scripts/slice-openapi.ts <api.github.com.json>");
  const source = object(JSON.parse(readFileSync(path, "utf8")));
  const slice = sliceOf(source);
  const target = new URL("../src/sandbox/github/openapi.json", import.meta.url);
  writeFileSync(target, linePerEntry(slice));
}

function sliceOf(source: JsonObject): JsonObject {
  const paths = usedPaths(source);
  const webhooks = Object.fromEntries(
    Object.entries(object(source["x-webhooks"]))
      .filter(([name]) => usedWebhooks.has(name))
      .map(([name, entry]) => [name, schemaOfWebhook(object(entry))]),
  );
  const schemas = reachable({ paths, webhooks }, object(object(source["components"])["schemas"]));
  const version = object(source["info"])["version"] ?? "unknown";
  // 3.1, because `nullable` is translated to JSON Schema's `null` type on the way.
  const info = { title: "Slice of @octokit/openapi", version };
  return { openapi: "3.1.0", info, ...withSharedParts({ paths, webhooks, schemas }) };
}

function usedPaths(source: JsonObject): JsonObject {
  const missing = new Set(usedOperations);
  const paths: JsonObject = {};
  for (const [path, methods] of Object.entries(object(source["paths"]))) {
    for (const [method, operation] of Object.entries(object(methods))) {
      const id = object(operation)["operationId"];
      if (typeof id !== "string" || !missing.delete(id)) continue;
      paths[path] = { ...object(paths[path] ?? {}), [method]: sliceOfOperation(object(operation), source) };
    }
  }
  if (missing.size > 0) throw new Error(`Not in the description: ${[...missing].join(", ")}`);
  return paths;
}

function sliceOfOperation(operation: JsonObject, source: JsonObject): JsonObject {
  const parameters = list(operation["parameters"] ?? []).map((each) => {
    const { name, in: place, required, schema } = resolved(object(each), source);
    return { name: name ?? "", in: place ?? "", required: required ?? false, schema: translated(schema ?? {}) };
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

function bodySchema(holder: JsonObject): Json {
  const content = holder["content"];
  if (content === undefined) return {};
  const media = object(content)["application/json"];
  if (media === undefined) return {};
  return { content: { "application/json": { schema: translated(object(media)["schema"] ?? {}) } } };
}

function schemaOfWebhook(entry: JsonObject): Json {
  return { post: { requestBody: bodySchema(object(object(entry["post"])["requestBody"])) } };
}

/** JSON Schema as ajv reads it: without prose, and with `nullable` written as a type. */
function translated(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(translated);
  if (schema === null || typeof schema !== "object") return schema;
  const kept = Object.entries(schema).filter(([key]) => !dropped.has(key) && key !== "nullable");
  const plain = Object.fromEntries(
    kept.map(([key, value]) => [key, key === "properties" ? translatedProperties(object(value)) : translated(value)]),
  );
  // The description's list of events lags behind GitHub's own (it has no `sub_issues`).
  if (isListOfEvents(plain)) return { type: "string" };
  return schema["nullable"] === true ? orNull(plain) : plain;
}

/** A property may itself be called `description` or `title`: names of properties are never dropped. */
function translatedProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, translated(schema)]));
}

function isListOfEvents(schema: JsonObject): boolean {
  const { enum: words } = schema;
  return Array.isArray(words) && words.includes("branch_protection_rule") && words.includes("check_run");
}

/** Where GitHub answers `null` and its description has not heard of it: the head of a deleted fork, a bare label. */
function corrected(name: string, schema: Json): Json {
  if (name !== "pull-request" && name !== "pull-request-simple") return schema;
  const properties = object(object(schema)["properties"]);
  const head = object(properties["head"]);
  const headProperties = object(head["properties"]);
  const label = object(object(properties["labels"])["items"]);
  const description = { anyOf: [{ type: "string" }, { type: "null" }] };
  const labels = { type: "array", items: { ...label, properties: { ...object(label["properties"]), description } } };
  const repo = orNull(object(headProperties["repo"]));
  const nullable = { ...properties, labels, head: { ...head, properties: { ...headProperties, repo } } };
  return { ...object(schema), properties: nullable };
}

function orNull(schema: JsonObject): Json {
  if (Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, { type: "null" }] };
}

function reachable(roots: Json, schemas: JsonObject): JsonObject {
  const found = new Map<string, Json>();
  const waiting: Json[] = [roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, name] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || found.has(name)) continue;
      const schema = corrected(name, translated(schemas[name] ?? {}));
      found.set(name, schema);
      waiting.push(schema);
    }
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => a.localeCompare(b)));
}

/** The description repeats whole schemas inline (a repository in each webhook): each is kept once, or the slice is 1 MB. */
function withSharedParts(slice: { paths: JsonObject; webhooks: JsonObject; schemas: JsonObject }): JsonObject {
  const counts = new Map<string, number>();
  visitParts(Object.values({ ...slice.webhooks, ...slice.schemas }), (text) =>
    counts.set(text, (counts.get(text) ?? 0) + 1),
  );
  const repeated = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const names = new Map(repeated.map((text, index) => [text, `shared-${index + 1}`]));
  const replaced = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replaced);
    if (value === null || typeof value !== "object") return value;
    const name = names.get(JSON.stringify(value));
    return name === undefined ? replacedWithin(value) : { $ref: `#/components/schemas/${name}` };
  };
  const replacedWithin = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part)]));
  const shared = Object.fromEntries([...names].map(([text, name]) => [name, replacedWithin(object(JSON.parse(text)))]));
  const kept = Object.fromEntries(
    Object.entries(slice.schemas).map(([name, each]) => [name, replacedWithin(object(each))]),
  );
  return { paths: slice.paths, webhooks: slice.webhooks, components: { schemas: { ...kept, ...shared } } };
}

function visitParts(values: readonly Json[], found: (text: string) => void): void {
  for (const value of values) {
    if (value === null || typeof value !== "object") continue;
    const text = JSON.stringify(value);
    if (text.length < 400) continue;
    // Only whole schemas can be referred to; a bare map of properties cannot.
    if (!Array.isArray(value) && ("type" in value || "anyOf" in value) && !isMapOfProperties(value)) found(text);
    visitParts(Object.values(value), found);
  }
}

function isMapOfProperties(value: JsonObject): boolean {
  return typeof value["type"] === "object" && !Array.isArray(value["type"]);
}

/** One schema, path or webhook a line: small, and a new description still gives a readable difference. */
function linePerEntry(slice: JsonObject): string {
  const lines = (entries: Json | undefined): string =>
    `{\n${Object.entries(object(entries ?? {}))
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(",\n")}\n}`;
  const head = `"openapi":${JSON.stringify(slice["openapi"])},\n"info":${JSON.stringify(slice["info"])}`;
  const schemas = lines(object(slice["components"] ?? {})["schemas"]);
  return `{\n${head},\n"paths":${lines(slice["paths"])},\n"webhooks":${lines(slice["webhooks"])},\n"components":{"schemas":${schemas}}\n}\n`;
}

function resolved(value: JsonObject, source: JsonObject): JsonObject {
  const reference = value["$ref"];
  if (typeof reference !== "string") return value;
  let target: Json = source;
  for (const step of reference.split("/").slice(1)) target = object(target)[step] ?? {};
  return object(target);
}

function object(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("Expected an object");
  return value;
}

function list(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Error("Expected a list");
  return value;
}
