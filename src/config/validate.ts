import type { z } from "zod";
import { findEntry, toValue } from "./config-tree.ts";
import type { ConfigNode } from "./config-tree.ts";
import { describeIssue, describeUnknownKey } from "./issue-words.ts";
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
  return {
    kind: "invalid",
    problems: result.error.issues.slice(0, mostProblems).flatMap((issue) => locate(issue, tree, schema)),
  };
}

function locate(issue: z.core.$ZodIssue, tree: ConfigNode, schema: z.ZodType): readonly Problem[] {
  const { node, keyAt, implied } = findEntry(tree, issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, mostProblems).map((key) => ({
      at: findEntry(tree, [...issue.path, key]).keyAt,
      message: describeUnknownKey(key, issue.path, schema),
    }));
  }
  const at = node.kind === "scalar" && node.source === "" ? keyAt : node.at;
  return [{ at, message: describeIssue(issue, { node, path: implied ? issue.path.slice(0, -1) : issue.path }) }];
}
