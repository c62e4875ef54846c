import { expect, it } from "vitest";
import { commitOf } from "../../../src/sandbox/github/state/commits.ts";
import { openPullRequest, smallGitHub } from "./small-github.ts";

it("the button takes back what was merged, and nothing that was committed since", async () => {
  const small = await smallGitHub();
  const { github, shop } = small;
  const by = "ada";
  const files = () => Object.fromEntries(commitOf(github.state, shop.branches.get("main") ?? "").files);
  github.people.commitFiles({ repository: shop, by, files: { "old.txt": "as it was", "gone.txt": "is needed" } });
  const merged = openPullRequest(small);
  github.people.pushToPullRequest({
    pullRequest: merged,
    by,
    files: { "old.txt": "changed", "new.txt": "!", "gone.txt": null },
  });
  github.people.mergePullRequest({ pullRequest: merged, by, method: "squash" });
  github.people.commitFiles({ repository: shop, by, files: { "later.txt": "stays" } });
  const revert = github.people.revertPullRequest({ pullRequest: merged, by });
  expect(revert).toMatchObject({
    title: 'Revert "Let people pay by card"',
    body: `Reverts acme/shop#${merged.number}`,
    head: { ref: `revert-${merged.number}-${merged.head.ref}` },
  });
  github.people.mergePullRequest({ pullRequest: revert, by, method: "squash" });
  expect(files()).toMatchObject({ "old.txt": "as it was", "gone.txt": "is needed", "later.txt": "stays" });
  expect(files()).not.toHaveProperty("new.txt");
});

it("what is not merged cannot be taken back", async () => {
  const small = await smallGitHub();
  const pullRequest = openPullRequest(small);
  expect(() => small.github.people.revertPullRequest({ pullRequest, by: "ada" })).toThrow("is not merged");
});
