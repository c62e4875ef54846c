import type { Json, JsonObject } from "./json.ts";
import { object } from "./json.ts";

/** Where GitHub answers `null` and its description has not heard of it: the head of a deleted fork, a bare label. */
export function correctSchema(name: string, schema: Json): Json {
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
  return "anyOf" in schema ? schema : { anyOf: [schema, { type: "null" }] };
}
