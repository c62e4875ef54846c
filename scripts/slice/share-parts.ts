import type { Json, JsonObject } from "./json.ts";
import { object } from "./json.ts";

interface Parts {
  readonly paths: JsonObject;
  readonly webhooks: JsonObject;
  readonly schemas: JsonObject;
}

/**
 * The description repeats whole schemas inline (a repository in each webhook), some that it has a name for: each is kept
 * once, or the slice is 1 MB.
 */
export function shareParts(slice: Parts): JsonObject {
  const counts = new Map<string, number>();
  visitParts(Object.values({ ...slice.webhooks, ...slice.schemas }), (text) =>
    counts.set(text, (counts.get(text) ?? 0) + 1),
  );
  const repeated = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const named = new Map(Object.entries(slice.schemas).map(([name, schema]) => [JSON.stringify(schema), name]));
  const nameless = repeated.filter((text) => !named.has(text));
  const given = new Map(nameless.map((text, index) => [text, `shared-${index + 1}`]));
  const names = new Map(repeated.map((text) => [text, named.get(text) ?? given.get(text) ?? ""]));
  const replaced = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replaced);
    if (value === null || typeof value !== "object") return value;
    const name = names.get(JSON.stringify(value));
    return name === undefined ? replacedWithin(value) : { $ref: `#/components/schemas/${name}` };
  };
  const replacedWithin = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part)]));
  const shared = Object.fromEntries([...given].map(([text, name]) => [name, replacedWithin(object(JSON.parse(text)))]));
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
