import { expect, it } from "vitest";
import { commitOf } from "../../../src/sandbox/github/state/commits.ts";
import { openPullRequest, smallGitHub } from "./small-github.ts";

it("a merge leaves what was committed to the base meanwhile, and removes what the pull request removes", async () => {
  const small = await smallGitHub();
  const { github, shop } = small;
  const by = "ada";
  const commit = (files: Readonly<Record<string, string>>) =>
    github.people.commitFiles({ repository: shop, files, by });
  commit({ "policy.yml": "old", "unused.txt": "nobody needs it" });
  const pullRequest = openPullRequest(small);
  commit({ "policy.yml": "new" });
  github.people.pushToPullRequest({ pullRequest, by, files: { "work.txt": "done" } });
  github.people.pushToPullRequest({ pullRequest, by, files: { "unused.txt": null } });
  github.people.mergePullRequest({ pullRequest, by });
  const { files } = commitOf(github.state, shop.branches.get(shop.defaultBranch) ?? "");
  expect(Object.fromEntries(files)).toMatchObject({ "policy.yml": "new", "work.txt": "done" });
  expect(files.has("unused.txt")).toBe(false);
});
