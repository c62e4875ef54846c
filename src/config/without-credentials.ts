import { md } from "../core/markdown/markdown.ts";
import type { ConfigNode } from "./config-tree.ts";
import type { Problem } from "./problem.ts";

/** The same problems, with nothing quoted of a `credential`: a secret that was pasted there may look like any other word. */
export function withoutCredentials(problems: readonly Problem[], tree: ConfigNode): readonly Problem[] {
  const places = new Set(findCredentials(tree).map(placeOf));
  return problems.map((problem) => (places.has(placeOf(problem)) ? { ...problem, message } : problem));
}

const message = md`This is not what ${"credential"} takes: ${"{ env: NAME }"}, and ${"header"} with the name of a header. What stands here is not repeated, for it may be a secret.`;

function placeOf({ at: { line, column } }: Pick<Problem, "at">): string {
  return `${line}:${column}`;
}

/** What stands in each `credential`, wherever that is. */
function findCredentials(node: ConfigNode): readonly ConfigNode[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "list":
      return node.items.flatMap(findCredentials);
    case "map":
      return Array.from(node.entries, ([key, entry]) =>
        key === "credential" ? valuesIn(entry.node) : findCredentials(entry.node),
      ).flat();
  }
}

function valuesIn(node: ConfigNode): readonly ConfigNode[] {
  switch (node.kind) {
    case "scalar":
      return [node];
    case "list":
      return node.items.flatMap(valuesIn);
    case "map":
      return Array.from(node.entries.values(), (entry) => valuesIn(entry.node)).flat();
  }
}
