import { Composer, Parser } from "yaml";
import { md } from "../core/markdown/markdown.ts";
import type { ConfigSource } from "./config-source.ts";
import { convertYaml } from "./convert-yaml.ts";
import type { Locate, ReadYaml } from "./convert-yaml.ts";
import { mostProblems } from "./problem.ts";
import { describeYamlError } from "./yaml-words.ts";
import { findExcess } from "./yaml-limits.ts";

/**
 * YAML 1.2 without types of other languages; whatever a directive in the text asks for. Unique keys are checked while
 * converting: the library's own check takes half a minute for 30,000 keys.
 */
const options = {
  schema: "core",
  resolveKnownTags: false,
  prettyErrors: false,
  uniqueKeys: false,
} as const;

/** Reads one file's text in bounded time. Whatever stands in it, the answer is a tree, located problems, or both. */
export function readYaml(text: string, source: ConfigSource): ReadYaml {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const locate = locator(body, source);
  const excess = findExcess(body);
  if (excess !== null) return { tree: null, problems: [{ at: locate(excess.offset), message: excess.message }] };
  const [document, second] = new Composer(options).compose(new Parser().parse(body), true, body.length);
  if (document === undefined) return { tree: null, problems: [] };
  const broken = [...document.errors, ...document.warnings].slice(0, mostProblems).map((error) => ({
    at: locate(error.pos[0]),
    message: describeYamlError(error),
  }));
  const { tree, problems } = convertYaml(document.contents, locate);
  if (broken.length > 0) return { tree, problems: broken };
  if (second === undefined) return { tree, problems };
  const at = locate(second.contents?.range?.[0] ?? second.range[0]);
  return { tree, problems: [...problems, { at, message: secondDocument }] };
}

const secondDocument = md`A second document starts here (after ${"---"} or ${"..."}); a configuration is one document.`;

/** Counts lines as GitHub's annotations do, at line feeds. */
function locator(text: string, source: ConfigSource): Locate {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)];
  return (offset) => {
    const line = countUpTo(starts, offset);
    return { source, line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

/** How many of the ascending numbers are not above the limit, by halving: thousands of places are looked up. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
