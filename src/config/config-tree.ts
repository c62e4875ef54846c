import type { ConfigSource } from "./config-source.ts";

/** A configuration file as it was written: values that still know where they stand. */
export type ConfigNode = ConfigMap | ConfigList | ConfigScalar;

export interface ConfigMap {
  readonly kind: "map";
  /** A Map, not an object: a key named `__proto__` is a key like any other. */
  readonly entries: ReadonlyMap<string, ConfigEntry>;
  readonly at: Position;
}

export interface ConfigEntry {
  readonly keyAt: Position;
  readonly node: ConfigNode;
  /** Nobody wrote this key: a short form stands for it. */
  readonly implied?: true;
}

export interface ConfigList {
  readonly kind: "list";
  readonly items: readonly ConfigNode[];
  readonly at: Position;
}

export interface ConfigScalar {
  readonly kind: "scalar";
  readonly value: unknown;
  /** As it was written: `000000`, where the value is the number 0. Empty when nothing was written. */
  readonly source: string;
  readonly at: Position;
}

/** Line and column from 1, columns in UTF-16 units as editors and annotations count them. */
export interface Position {
  readonly source: ConfigSource;
  readonly line: number;
  readonly column: number;
}

/** Maps merge, everything else replaces. */
export function mergeTrees(base: ConfigNode, over: ConfigNode): ConfigNode {
  if (base.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key);
    entries.set(key, below === undefined ? entry : { ...entry, node: mergeTrees(below.node, entry.node) });
  }
  return { ...over, entries };
}

/** Plain values for the schema. Objects have no prototype that a key could reach. */
export function toValue(node: ConfigNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(toValue);
    case "map": {
      const value: Record<string, unknown> = Object.create(null);
      for (const [key, entry] of node.entries) value[key] = toValue(entry.node);
      return value;
    }
  }
}

/** The entry or item that a path of keys leads to; as far as it exists, where something is missing. */
export function findEntry(root: ConfigNode, path: readonly PropertyKey[]): ConfigEntry {
  let found: ConfigEntry = { keyAt: root.at, node: root };
  for (const step of path) {
    const next = child(found.node, step);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

/** Whether something stands at the end of a path. */
export function reaches(root: ConfigNode, path: readonly PropertyKey[]): boolean {
  let node: ConfigNode | undefined = root;
  for (const step of path) node = node && child(node, step)?.node;
  return node !== undefined;
}

function child(node: ConfigNode, step: PropertyKey): ConfigEntry | undefined {
  switch (node.kind) {
    case "map":
      return node.entries.get(String(step));
    case "list": {
      const item = node.items[Number(step)];
      return item && { keyAt: item.at, node: item };
    }
    case "scalar":
      return undefined;
  }
}
