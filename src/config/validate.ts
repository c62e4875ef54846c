import type { z } from "zod";
import type { Markdown } from "../core/markdown/markdown.ts";
import { findEntry, reaches, toValue } from "./config-tree.ts";
import type { ConfigNode } from "./config-tree.ts";
import type { ConfigSource } from "./config-source.ts";
import { describeIssue, describeMissing, describeUnknownKey } from "./issue-words.ts";
import { mostProblems } from "./problem.ts";
import type { Problem } from "./problem.ts";

export type Validated<Value> =
  | { readonly kind: "valid"; readonly value: Value }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** Holds a canonical tree against a schema and says of everything that is wrong where it stands. */
export function validate<Schema extends z.ZodType>(tree: ConfigNode, schema: Schema): Validated<z.output<Schema>> {
  // An empty message marks what the schema itself has no words for.
  const result = schema.safeParse(toValue(tree), { error: () => "" });
  if (result.success) return { kind: "valid", value: result.data };
  const found = result.error.issues.flatMap((issue) => locate(issue, tree, schema));
  return { kind: "invalid", problems: mostOfEachFile(found).map(({ at, say }) => ({ at, message: say() })) };
}

/** Words are sought only for what is said: a hostile file has thousands of keys. */
interface Located {
  readonly at: Problem["at"];
  readonly say: () => Markdown;
}

/** Of each: what is wrong in one file hides nothing in another. */
function mostOfEachFile(found: readonly Located[]): readonly Located[] {
  const counts = new Map<ConfigSource, number>();
  return found.filter(({ at: { source } }) => {
    const count = (counts.get(source) ?? 0) + 1;
    counts.set(source, count);
    return count <= mostProblems;
  });
}

function locate(issue: z.core.$ZodIssue, tree: ConfigNode, schema: z.ZodType): readonly Located[] {
  const { node, keyAt, implied } = findEntry(tree, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      at: findEntry(tree, [...issue.path, key]).keyAt,
      say: () => describeUnknownKey(key, issue.path, schema),
    }));
  }
  if (issue.code === "invalid_type" && !reaches(tree, issue.path)) {
    return [{ at: node.at, say: () => describeMissing(issue.path) }];
  }
  const at = node.kind === "scalar" && node.source === "" ? keyAt : node.at;
  const path = implied ? issue.path.slice(0, -1) : issue.path;
  return [{ at, say: () => describeIssue(issue, { node, path }) }];
}
