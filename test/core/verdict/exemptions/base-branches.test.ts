import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test("a base branch exempts by pattern, and is named", () => {
  const facts = pullRequestFacts({ pullRequest: { baseBranch: "release/2" } });
  expect(applies("base_branches", facts, { base_branches: ["main2", "release/*"] })).toBe(
    "it goes into `release/2`, which is exempt",
  );
  expect(applies("base_branches", facts, { base_branches: ["release"] })).toBeNull();
  expect(applies("base_branches", facts)).toBeNull();
});
