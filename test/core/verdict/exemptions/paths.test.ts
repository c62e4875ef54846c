import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each<[string, readonly string[] | null, readonly string[], boolean]>([
  ["all files match", ["docs/a.md", "docs/deep/b.png"], ["docs/**"], true],
  ["each file matches one of the globs", ["docs/a.png", "README.md"], ["docs/**", "**/*.md"], true],
  ["a hidden file matches too", [".github/x/y.md"], ["**/*.md"], true],
  ["one file does not match", ["docs/a.md", "src/a.ts"], ["docs/**"], false],
  ["a folder only begins alike", ["docs2/a.md"], ["docs/**"], false],
  ["no files are known", null, ["**"], false],
  ["no files changed", [], ["**"], false],
  ["no globs are configured", ["docs/a.md"], [], false],
])("only exempt paths changed where %s", (_title, ...[changed, paths, expected]) => {
  const facts = pullRequestFacts({ pullRequest: { paths: changed } });
  expect(applies("paths", facts, { paths })).toBe(expected ? "every changed file is exempt" : null);
});

test("a hostile glob is answered in linear time", () => {
  const facts = pullRequestFacts({ pullRequest: { paths: [`${"a".repeat(5_000)}!`] } });
  expect(applies("paths", facts, { paths: ["+(a|aa)+(a|aa)+(a|aa)b", `${"*a".repeat(30)}b`] })).toBeNull();
});
