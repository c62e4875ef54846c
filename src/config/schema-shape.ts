import { z } from "zod";

type Schema = z.core.$ZodType;

/** The keys of a map with their schemas, of several kinds of maps all of them; null for anything else. */
export function fieldsOf(schema: Schema): ReadonlyMap<string, Schema> | null {
  const inner = innermost(schema);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return new Map(inner.options.flatMap((option) => [...(fieldsOf(option) ?? [])]));
  }
  return inner instanceof z.ZodObject ? new Map(Object.entries<Schema>(inner.shape)) : null;
}

/** The schema of what stands in a list, or under any key of an open map; null for anything else. */
export function elementOf(schema: Schema): Schema | null {
  const inner = innermost(schema);
  if (inner instanceof z.ZodArray) return inner.element;
  return inner instanceof z.ZodRecord ? inner.valueType : null;
}

export function isText(schema: Schema): boolean {
  return innermost(schema) instanceof z.ZodString;
}

/** The key that a bare value stands for, where a map may be shortened: `links-problem: require`. */
export function shorthandOf(schema: Schema): string | null {
  const shorthand = layers(schema)
    .map((layer) => z.globalRegistry.get(layer)?.["shorthand"])
    .find((found) => found !== undefined);
  return typeof shorthand === "string" ? shorthand : null;
}

/** The schema that meets what was written, below defaults and conversions. */
function innermost(schema: Schema): Schema {
  return layers(schema).at(-1) ?? schema;
}

/** Outermost first. */
function layers(schema: Schema): readonly Schema[] {
  const below = wrapped(schema);
  return below === null ? [schema] : [schema, ...layers(below)];
}

function wrapped(schema: Schema): Schema | null {
  if (schema instanceof z.ZodPipe) return schema.in instanceof z.ZodTransform ? schema.out : schema.in;
  const wraps =
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly;
  return wraps ? schema.unwrap() : null;
}

/** The schema that a path of keys leads to; null where there is none. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | null {
  let found: Schema | null = schema;
  for (const step of path) {
    if (found === null) return null;
    found = fieldsOf(found)?.get(String(step)) ?? elementOf(found);
  }
  return found;
}
