import { z } from "zod";
import { configSchema } from "./schema.ts";

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The configuration as it may be written, with words of ours beside JSON Schema's: `shorthand`, `samples`. */
export function describeConfig(): JsonSchema {
  return z.toJSONSchema(configSchema, { io: "input", target: "draft-7" });
}

/** For editors, which complete and check `.github/outcome.yml` with it. Draft 7 is what they all read. */
export function editorSchema(): JsonSchema {
  return { title: "Outcome Link", ...forEditors(describeConfig()) };
}

function forEditors(schema: JsonSchema): JsonSchema {
  const { samples, shorthand, ...plain } = schema;
  const examples = Array.isArray(samples) ? { examples: samples } : {};
  if (schema.properties === undefined) return { ...plain, ...entriesForEditors(plain), ...examples };
  const { $schema, description, required } = plain;
  const words = { ...($schema && { $schema }), ...(description && { description }), ...examples };
  const properties = mapProperties(schema, forEditors);
  // A group whose keys are all commented out is empty, and means `{}`.
  const group: JsonSchema = {
    type: ["object", "null"],
    properties,
    ...(required && { required }),
    additionalProperties: false,
  };
  const short = typeof shorthand === "string" ? properties[shorthand] : undefined;
  return short === undefined ? { ...words, ...group } : { ...words, anyOf: [short, group] };
}

function entriesForEditors({ items }: JsonSchema): JsonSchema {
  return typeof items !== "object" || Array.isArray(items) ? {} : { items: forEditors(items) };
}

/** The keys of a group that are described, which ours all are. */
export function mapProperties<Value>(
  schema: JsonSchema,
  map: (property: JsonSchema, key: string) => Value,
): Readonly<Record<string, Value>> {
  const described = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    typeof property === "boolean" ? [] : [[key, map(property, key)] as const],
  );
  return Object.fromEntries(described);
}
