import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readOutcomeBlock } from "../../../src/core/statements/outcome-block.ts";

function block(yaml: string): Readonly<Record<string, string>> {
  const values = readOutcomeBlock(parseBody(`Text\n\n\`\`\`outcome\n${yaml}\n\`\`\``));
  return Object.fromEntries(Array.from(values, ([key, { text, line }]) => [key, `${line} ${text}`]));
}

test.each([
  ["keys and their lines", "problem: it fails\n\nWe-Believe: a", { problem: "4 it fails", we_believe: "6 a" }],
  ["numbers and dates as they were written", "from: 0.10\nto: 2026-01-02", { from: "4 0.10", to: "5 2026-01-02" }],
  ["lists", "alternatives:\n  - a\n  - b", { alternatives: "4 a; b" }],
  ["text over lines", "problem: |\n  one\n  two", { problem: "4 one\ntwo" }],
  ["nothing behind a key", "problem:", { problem: "4 " }],
  ["keys of keys", "hypothesis:\n  for: a", { for: "5 a" }],
  [
    "what YAML refuses and anybody understands",
    "problem: they say: no\nmetric: a",
    { problem: "4 they say: no", metric: "5 a" },
  ],
  ["the first of two equal keys", "metric: a\nmetric: b", { metric: "4 a" }],
  ["no anchors and aliases", "problem: &a b\nmetric: *a", { problem: "4 b", metric: "5 " }],
])("an outcome block gives %s", (_what, yaml, values) => {
  expect(block(yaml)).toEqual(values);
});

test("only the first block counts, and blocks of other kinds do not", () => {
  const body = parseBody("```yaml\na: 1\n```\n```outcome\na: 2\n```\n```outcome\nb: 3\n```");
  expect([...readOutcomeBlock(body).keys()]).toEqual(["a"]);
  expect(readOutcomeBlock(parseBody("> ```outcome\n> a: 1\n> ```")).size).toBe(0);
});

test.each([
  ["an alias bomb", `a: &a [x,x]\n${Array.from({ length: 60 }, (_, n) => `k${n}: &k${n} [*a,*a]`).join("\n")}`],
  ["deep nesting", "[".repeat(4000)],
  ["thousands of keys", `{${"a,".repeat(2000)}}`],
  ["a prototype", "__proto__: x\nconstructor: y"],
])("%s is harmless", (_what, yaml) => {
  expect(() => block(yaml)).not.toThrow();
});
