import { expect, test } from "vitest";
import { parseMergeGroupRef } from "../../../src/core/facts/merge-group.ts";

const base = "0123456789abcdef0123456789abcdef01234567";

test.each([
  { name: `main/pr-12-${base}`, parsed: { baseBranch: "main", newest: 12 } },
  { name: `release/2026/next/pr-7-${base}`, parsed: { baseBranch: "release/2026/next", newest: 7 } },
  { name: `fix/pr-3-${base}/pr-4-${base}`, parsed: { baseBranch: `fix/pr-3-${base}`, newest: 4 } },
  { name: "main/pr-12", parsed: { baseBranch: "main", newest: 12 } },
  { name: "main/pr-x", parsed: null },
  { name: `pr-12-${base}`, parsed: null },
])("the branch $name", ({ name, parsed }) => {
  expect(parseMergeGroupRef(`refs/heads/gh-readonly-queue/${name}`)).toEqual(parsed);
});

test.each(["refs/heads/main", `refs/heads/feature/gh-readonly-queue/main/pr-1-${base}`, ""])(
  "%s is no merge group's",
  (ref) => {
    expect(parseMergeGroupRef(ref)).toBeNull();
  },
);
