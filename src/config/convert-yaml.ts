import { isMap, isScalar, isSeq } from "yaml";
import type { ParsedNode, Scalar, YAMLMap } from "yaml";
import { md } from "../core/markdown/markdown.ts";
import type { ConfigEntry, ConfigNode, Position } from "./config-tree.ts";
import type { Problem } from "./problem.ts";

export interface ReadYaml {
  /** What could be read, also where something is wrong; null where nothing could. */
  readonly tree: ConfigNode | null;
  readonly problems: readonly Problem[];
}

/** Where an offset of the text stands. */
export type Locate = (offset: number) => Position;

/** From the library's tree to ours: keys are text and stand once, aliases are refused. The nesting was bounded before. */
export function convertYaml(contents: ParsedNode | null, locate: Locate): ReadYaml {
  const problems: Problem[] = [];
  return { tree: contents && convert(contents, { locate, problems }), problems };
}

interface Conversion {
  readonly locate: Locate;
  readonly problems: Problem[];
}

function convert(node: ParsedNode, conversion: Conversion): ConfigNode {
  const at = conversion.locate(node.range[0]);
  if (isScalar(node)) return { kind: "scalar", value: node.value, source: node.source ?? "", at };
  if (isMap(node)) return { kind: "map", entries: convertEntries(node, conversion), at };
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => convert(item, conversion)), at };
  // Not followed: a few lines of aliases can stand for millions of values.
  conversion.problems.push({
    at,
    message: md`The alias ${`*${node.source}`} is not read here; write the value itself.`,
  });
  return nothingAt(at);
}

function convertEntries(map: YAMLMap.Parsed, conversion: Conversion): ReadonlyMap<string, ConfigEntry> {
  const entries = new Map<string, ConfigEntry>();
  for (const { key, value } of map.items) {
    const keyAt = conversion.locate(key.range[0]);
    if (!isScalar(key)) {
      conversion.problems.push({ at: keyAt, message: md`A key is one word here, not a list, a group or an alias.` });
      continue;
    }
    const name = keyText(key);
    const first = entries.get(name)?.keyAt;
    if (first === undefined) {
      entries.set(name, { keyAt, node: value === null ? nothingAt(keyAt) : convert(value, conversion) });
    } else {
      conversion.problems.push({ at: keyAt, message: md`${name} stands here already, in line ${first.line}.` });
    }
  }
  return entries;
}

function keyText(key: Scalar): string {
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}

function nothingAt(at: Position): ConfigNode {
  return { kind: "scalar", value: null, source: "", at };
}
