import { describe, expect, it } from "vitest";
import { sentDuring } from "./sent-during.ts";
import { type SmallGitHub, smallGitHub } from "./small-github.ts";

describe("what becomes of a repository is told as GitHub tells it", () => {
  const acts: [string, (small: SmallGitHub) => void, string[]][] = [
    [
      "renaming the repository",
      ({ github, shop }) => github.people.renameRepository({ repository: shop, name: "store", by: "ada" }),
      ["repository.renamed"],
    ],
    [
      "making it private",
      ({ github, shop }) => github.people.setVisibility({ repository: shop, visibility: "private", by: "ada" }),
      ["repository.privatized"],
    ],
    [
      "making another branch the default one",
      ({ github, shop }) => {
        github.people.commitFiles({ repository: shop, by: "ada", branch: "next", files: { a: "b" } });
        github.people.setDefaultBranch({ repository: shop, branch: "next", by: "ada" });
      },
      ["push", "check_suite.requested", "repository.edited"],
    ],
    [
      "archiving it, and taking it up again",
      ({ github, shop }) => {
        github.people.archiveRepository(shop);
        github.people.unarchiveRepository(shop);
      },
      ["repository.archived", "repository.unarchived"],
    ],
    ["deleting it", ({ github, shop }) => github.people.deleteRepository(shop), ["repository.deleted"]],
    [
      "creating another, under the name that one had before",
      ({ github, shop }) => {
        github.people.renameRepository({ repository: shop, name: "store", by: "ada" });
        github.people.createRepository({ name: "acme/shop" });
      },
      ["repository.renamed", "repository.created"],
    ],
  ];
  it.each(acts)("%s", async (_, act, expected) => {
    const small = await smallGitHub();
    expect(sentDuring(small, () => act(small))).toEqual(expected);
  });
});
