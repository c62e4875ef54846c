import { expect, test } from "vitest";
import { at, expectClean, house, none } from "./support/simulated-house.ts";

test("the simulation lists those from one branch, and a stack's and a fork's it does not", async () => {
  const { github, people, shop, reader } = await house();
  people.commitFiles({ repository: shop, branch: "next", files: { "NEXT.md": "next\n" }, by: "ada" });
  const open = (given: Partial<Parameters<typeof people.openPullRequest>[0]>) =>
    people.openPullRequest({ repository: shop, author: "ada", title: "Total", head: "total", ...given });
  const one = open({});
  const sibling = open({ base: "next" });
  shop.branches.set("more", one.head.oid);
  open({ head: "more", base: "next", files: { "MORE.md": "more\n" } });
  const fork = people.createRepository({ name: "eve/shop", files: {} });
  fork.branches.set("twin", one.head.oid);
  open({ author: "eve", fork: "author", head: "twin" });
  expect((await reader.readPullRequest(at(one.number), none))?.sameHead).toEqual([sibling.number]);
  expectClean(github);
});
