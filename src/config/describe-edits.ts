import type { Edit } from "../core/report/proposal.ts";
import type { ConfigurationReading } from "../sources/ports.ts";
import type { ConfigNode } from "./config-tree.ts";
import { looksLikeSecret } from "./find-secrets.ts";
import { readPlace } from "./read-place.ts";

/** What a repository's own file says otherwise than before, key by key: what stands in its bases is not its to show. */
export function describeEdits(before: ConfigurationReading, after: ConfigurationReading): readonly Edit[] {
  const [old, next] = [writtenIn(before), writtenIn(after)];
  const keys = [...new Set([...old.keys(), ...next.keys()])];
  return keys
    .map((key): Edit => ({ key, before: old.get(key) ?? null, after: next.get(key) ?? null }))
    .filter((edit) => edit.before !== edit.after)
    .map(withoutSecrets);
}

function withoutSecrets({ key, before, after }: Edit): Edit {
  return { key: quotable(key), before: before && quotable(before), after: after && quotable(after) };
}

/** Taking a secret out is an edit as well, and must not put it into a check. */
function quotable(text: string): string {
  return looksLikeSecret(text) ? "(what looks like a secret)" : text;
}

/** Each value with the path of its keys, as it is written. */
function writtenIn(reading: ConfigurationReading): ReadonlyMap<string, string> {
  const trees = readPlace(reading.repository, reading).flatMap(({ tree }) => (tree === null ? [] : [tree]));
  return new Map(trees.flatMap((tree) => (tree.kind === "map" ? flatten(tree, "") : [])));
}

function flatten(node: ConfigNode, path: string): readonly (readonly [string, string])[] {
  if (node.kind !== "map") return [[path, write(node)]];
  return Array.from(node.entries, ([key, entry]) => flatten(entry.node, path === "" ? key : `${path}.${key}`)).flat();
}

function write(node: ConfigNode): string {
  switch (node.kind) {
    case "scalar":
      return node.source;
    case "list":
      return `[${node.items.map(write).join(", ")}]`;
    case "map":
      return `{ ${Array.from(node.entries, ([key, entry]) => `${key}: ${write(entry.node)}`).join(", ")} }`;
  }
}
