import type { z } from "zod";
import type { ConfigEntry, ConfigMap, ConfigNode, ConfigScalar } from "./config-tree.ts";
import { elementOf, fieldsOf, isText, shorthandOf } from "./schema-shape.ts";

type Schema = z.core.$ZodType;

/**
 * The same configuration as the schema spells it: short forms written out, so that files merge key by key; a group with
 * nothing below it empty; and text that happens to look like a number (`color: 000000`) text.
 */
export function canonical(node: ConfigNode, schema: Schema): ConfigNode {
  const fields = fieldsOf(schema);
  if (fields !== null) return canonicalMap(node, fields, shorthandOf(schema));
  if (node.kind === "scalar") return isText(schema) ? asText(node) : node;
  const element = elementOf(schema);
  if (element === null) return node;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => canonical(item, element)) };
  return withEntries(node, (entry) => canonical(entry.node, element));
}

function canonicalMap(node: ConfigNode, fields: ReadonlyMap<string, Schema>, shorthand: string | null): ConfigNode {
  switch (node.kind) {
    case "list":
      return node;
    case "scalar": {
      if (isNothing(node)) return { kind: "map", entries: new Map(), at: node.at };
      if (shorthand === null) return node;
      const written: ConfigMap = {
        kind: "map",
        entries: new Map([[shorthand, { keyAt: node.at, node, implied: true }]]),
        at: node.at,
      };
      return canonicalMap(written, fields, null);
    }
    case "map":
      return withEntries(node, (entry, key) => {
        const field = fields.get(key);
        return field === undefined ? entry.node : canonical(entry.node, field);
      });
  }
}

function withEntries(map: ConfigMap, change: (entry: ConfigEntry, key: string) => ConfigNode): ConfigMap {
  const entries = Array.from(map.entries, ([key, entry]) => [key, { ...entry, node: change(entry, key) }] as const);
  return { ...map, entries: new Map(entries) };
}

function isNothing(node: ConfigScalar): boolean {
  return node.value === null;
}

function asText(node: ConfigScalar): ConfigScalar {
  return typeof node.value === "number" ? { ...node, value: node.source } : node;
}
