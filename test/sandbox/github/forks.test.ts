import { expect, it } from "vitest";
import { commitOf } from "../../../src/sandbox/github/state/commits.ts";
import { smallGitHub } from "./small-github.ts";

it("who forks two repositories of one name gets two forks, each with what its own repository holds", async () => {
  const { github, shop } = await smallGitHub();
  const { people } = github;
  people.createOrganization({ login: "bakery", members: ["ada"] });
  const other = people.createRepository({ name: `bakery/${shop.name}`, files: { "bread.txt": "rye" } });
  const open = (repository: typeof shop) =>
    people.openPullRequest({ repository, author: "sam", title: "A change", head: "change", fork: "author" });
  const [first, second, again] = [open(shop), open(other), open(other)];
  expect(first.head.repository?.name).toBe(shop.name);
  expect(second.head.repository?.name).toBe(`${shop.name}-1`);
  expect(again.head.repository).toBe(second.head.repository);
  expect([...commitOf(github.state, second.head.oid).files.keys()]).toContain("bread.txt");
});
