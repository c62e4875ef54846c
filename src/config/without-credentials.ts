import { md } from "../core/markdown/markdown.ts";
import type { ConfigNode, Position } from "./config-tree.ts";
import type { Problem } from "./problem.ts";

/** The same problems, with nothing quoted of a `credential`: a secret that was pasted there may look like any other word. */
export function withoutCredentials(problems: readonly Problem[], tree: ConfigNode): readonly Problem[] {
  const places = new Set(findCredentials(tree).map(placeOf));
  return problems.map((problem) => (places.has(placeOf(problem.at)) ? { ...problem, message } : problem));
}

const message = md`This is not what ${"credential"} takes: ${"{ env: NAME }"}, and ${"header"} with the name of a header. What stands here is not repeated, for it may be a secret.`;

/** The same of a text that is no YAML, as where a password begins with a sign: no tree tells what belongs where. */
export function withoutCredentialLines(problems: readonly Problem[], text: string): readonly Problem[] {
  const lines = text.split("\n");
  return problems.map((problem) => (isInCredential(lines, problem.at.line) ? { ...problem, message } : problem));
}

/** On the line of a `credential`, or on one that is indented below it. */
function isInCredential(lines: readonly string[], line: number): boolean {
  const written = lines[line - 1] ?? "";
  const above = lines.slice(0, line - 1).findLast((one) => one.trim() !== "" && indentOf(one) < indentOf(written));
  return [written, above ?? ""].some((one) => one.includes("credential"));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function placeOf({ line, column }: Position): string {
  return `${line}:${column}`;
}

/** What stands in each `credential`, wherever that is. */
function findCredentials(node: ConfigNode): readonly Position[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "list":
      return node.items.flatMap(findCredentials);
    case "map":
      return Array.from(node.entries, ([key, entry]) =>
        key === "credential" ? placesIn(entry.node) : findCredentials(entry.node),
      ).flat();
  }
}

function placesIn(node: ConfigNode): readonly Position[] {
  switch (node.kind) {
    case "scalar":
      return [node.at];
    case "list":
      return node.items.flatMap(placesIn);
    case "map":
      // `{ hunter2 }` is a key.
      return Array.from(node.entries.values(), (entry) => [entry.keyAt, ...placesIn(entry.node)]).flat();
  }
}
