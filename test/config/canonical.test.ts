import { expect, test } from "vitest";
import { z } from "zod";
import { canonical } from "../../src/config/canonical.ts";
import type { ConfigSource } from "../../src/config/config-source.ts";
import { toValue } from "../../src/config/config-tree.ts";
import { readYaml } from "../../src/config/read-yaml.ts";

const source: ConfigSource = {
  owner: "acme",
  name: "shop",
  path: ".github/outcome.yml",
  commit: null,
  visibility: "public",
  visible: true,
};

const group = z.strictObject({ name: z.string().default(""), size: z.int().default(0) }).meta({ shorthand: "name" });
const schema = z.strictObject({
  one: group.prefault({}),
  listed: z.array(group).default([]),
  named: z.record(z.string(), group).default({}),
});

/** What the schema is given for a text. */
function canonicalValue(text: string): unknown {
  const { tree } = readYaml(text, source);
  return JSON.parse(JSON.stringify(tree && toValue(canonical(tree, schema))));
}

test.each([
  ["one: a", { one: { name: "a" } }],
  ["one: 007", { one: { name: "007" } }],
  ["one: { size: 7 }", { one: { size: 7 } }],
  ["one:", { one: {} }],
  ["listed: [a, { size: 7 }]", { listed: [{ name: "a" }, { size: 7 }] }],
  ["named: { x: a, y: { name: 1.0 } }", { named: { x: { name: "a" }, y: { name: "1.0" } } }],
  ["named: a", { named: "a" }],
  ["other: { one: a }", { other: { one: "a" } }],
])("%s", (text, expected) => {
  expect(canonicalValue(text)).toEqual(expected);
});
