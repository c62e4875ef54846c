import { Ajv } from "ajv";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editorSchema } from "../../src/config/json-schema.ts";
import { loadConfig } from "../../src/config/load.ts";
import { renderReference } from "../../src/config/reference.ts";
import { configSchema, defaultConfig } from "../../src/config/schema.ts";
import { rules } from "../../src/core/rules/index.ts";
import { reading } from "./reading.ts";

const project = new URL("../../", import.meta.url);

function read(path: string): string {
  const url = new URL(path, project);
  return existsSync(url) ? readFileSync(url, "utf8") : "";
}

/** The fenced YAML blocks of a document, by what stands in them. */
function yamlBlocks(document: string): readonly string[] {
  return Array.from(document.matchAll(/^```ya?ml\n(.*?)^```/gms), (match) => match[1] ?? "");
}

describe("generated files are current (npm run generate)", () => {
  test("the reference", () => {
    expect(read("src/config/REFERENCE.md")).toBe(renderReference());
  });

  test("the schema for editors", () => {
    expect(JSON.parse(read("src/config/schema.json"))).toEqual(JSON.parse(JSON.stringify(editorSchema())));
  });
});

describe("the reference", () => {
  test("has a heading for every rule and every key", () => {
    const headings = Array.from(read("src/config/REFERENCE.md").matchAll(/^##+ (.+)$/gm), (match) => match[1]);
    expect(headings).toEqual(
      Object.keys(configSchema.shape).flatMap((key) => (key === "rules" ? [key, ...rules.map(({ id }) => id)] : [key])),
    );
  });

  test("says of every key what it means", () => {
    const rows = read("src/config/REFERENCE.md")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => /\|\s+\|/.test(row))).toEqual([]);
  });
});

describe("every example is a configuration, and the editors' schema agrees", () => {
  const accepts = new Ajv({ strict: false }).compile(editorSchema());
  const examples = [...yamlBlocks(read("src/config/REFERENCE.md")), ...yamlBlocks(read("README.md"))];

  test("there are examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(Object.keys(defaultConfig).length);
  });

  test.each(examples)("%s", (text) => {
    expect(loadConfig(reading(text))).not.toMatchObject({ kind: "invalid" });
    expect(accepts(parse(text))).toBe(true);
  });
});

describe("the schema for editors", () => {
  const accepts = new Ajv({ strict: false }).compile(editorSchema());

  test.each([
    [{ rules: { "links-problem": "require" } }, true],
    [{ rules: { "links-problem": { level: "require" } } }, true],
    [{ rules: null, labels: { due: "look" } }, true],
    [{ comments: "never" }, true],
    [{ rules: { "links-problem": "reqire" } }, false],
    [{ rules: { "link-problem": "off" } }, false],
    [{ ruls: {} }, false],
    [{ follow_up: { window: "soon" } }, false],
    [{ follow_up: { window: "6 weeks" } }, true],
  ])("%j: %s", (value, expected) => {
    expect(accepts(value)).toBe(expected);
  });
});
