import type { Json, JsonObject } from "./json.ts";
import { object } from "./json.ts";

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

/** JSON Schema as ajv reads it: without prose, and with `nullable` written as a type. */
export function translateSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(translateSchema);
  if (schema === null || typeof schema !== "object") return schema;
  const kept = Object.entries(eitherAccount(schema)).filter(([key]) => !dropped.has(key) && key !== "nullable");
  const plain = Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "properties" ? translateProperties(object(value)) : translateSchema(value),
    ]),
  );
  // The description's list of events lags behind GitHub's own (it has no `sub_issues`).
  if (isListOfEvents(plain)) return { type: "string" };
  return schema["nullable"] === true ? orNull(plain) : plain;
}

function orNull(schema: JsonObject): Json {
  if (Object.keys(schema).length === 0) return schema;
  return { anyOf: [schema, { type: "null" }] };
}

/** A property may itself be called `description` or `title`: names of properties are never dropped. */
function translateProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, translateSchema(schema)]));
}

function isListOfEvents(schema: JsonObject): boolean {
  const { enum: words } = schema;
  return Array.isArray(words) && words.includes("branch_protection_rule") && words.includes("check_run");
}

/** The list of installations describes an account that is a user and an enterprise at once; elsewhere it is either. */
function eitherAccount(schema: JsonObject): JsonObject {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf)) return schema;
  const titles = new Set(allOf.map((each) => object(each)["title"]));
  return titles.has("Simple User") && titles.has("Enterprise") ? { ...rest, anyOf: allOf } : schema;
}
