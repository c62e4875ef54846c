import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test.each([
  ["by its branch", { headBranch: "backport/12-to-2.x", baseBranch: "release/2" }, true],
  ["by its title", { title: "[Backport release/2] Show prices", baseBranch: "release/2" }, true],
  ["by its title with a hyphen", { title: "Back-port: show prices", baseBranch: "release/2" }, true],
  ["not into the default branch", { headBranch: "backport/12", baseBranch: "main" }, false],
  ["not by a word that only begins alike", { title: "Backporting guide", baseBranch: "release/2" }, false],
  ["not any other branch", { headBranch: "fix", title: "Fix", baseBranch: "release/2" }, false],
])("a back-port is told %s", (_title, pullRequest, expected) => {
  const facts = pullRequestFacts({ pullRequest });
  expect(applies("backports", facts)).toBe(expected ? "a back-port to `release/2`" : null);
  expect(applies("backports", facts, { backports: false })).toBeNull();
});
