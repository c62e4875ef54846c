import { describe, expect, test } from "vitest";
import { readDelivery } from "../../src/webhooks/index.ts";

const sha = "a".repeat(40);
const branch = "gh-readonly-queue/release/2.x/pr-12-b".padEnd(76, "b");
const place = { id: 70, owner: "acme", name: "shop" };
const base = {
  installation: { id: 7 },
  repository: { id: 70, name: "shop", full_name: "acme/shop", owner: { login: "acme" } },
  sender: { login: "ada", type: "User" },
};
const group = { installation: 7, repository: place, sha, ref: `refs/heads/${branch}` };

function jobsOf(event: string, payload: object) {
  const reading = readDelivery({ event, payload: { ...base, ...payload } }, "outcome-link[bot]");
  return reading.kind === "jobs" ? reading.jobs : [];
}

describe("a merge group", () => {
  const merge_group = { head_sha: sha, head_ref: `refs/heads/${branch}`, base_sha: "b", base_ref: "refs/heads/x" };

  test.each([
    { action: "checks_requested", kind: "judge-merge-group" },
    { action: "destroyed", kind: "forget-merge-group" },
  ])("that is $action is named by commit and branch alone", ({ action, kind }) => {
    expect(jobsOf("merge_group", { action, merge_group, reason: "merged" })).toEqual([{ kind, ...group }]);
  });

  test("is nothing to us in any other way", () => {
    expect(jobsOf("merge_group", { action: "renamed", merge_group })).toEqual([]);
  });
});

describe("a check that is asked for again", () => {
  const suite = { head_sha: sha, head_branch: branch };

  test("on the branch of a merge group is the group's", () => {
    const run = { action: "rerequested", check_run: { head_sha: sha, check_suite: suite } };
    expect(jobsOf("check_run", run)).toEqual([{ kind: "judge-merge-group", ...group }]);
    expect(jobsOf("check_suite", { action: "rerequested", check_suite: suite })).toEqual([
      { kind: "judge-merge-group", ...group },
    ]);
  });

  test.each([null, undefined, "main", "a/gh-readonly-queue/main/pr-1"])("on %s is a commit's", (head_branch) => {
    const check_run = { head_sha: sha, check_suite: { ...suite, head_branch } };
    expect(jobsOf("check_run", { action: "rerequested", check_run })).toMatchObject([{ kind: "recheck-commit", sha }]);
  });
});
