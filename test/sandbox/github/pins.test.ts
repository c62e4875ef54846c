import { expect, it } from "vitest";
import { smallGitHub } from "./small-github.ts";

const pin = "mutation Pin($id: ID!) { pinIssue(input: { issueId: $id }) { issue { number isPinned } } }";

async function small(permissions?: Readonly<Record<string, "read" | "write">>) {
  const { github, shop, octokit } = await smallGitHub(permissions === undefined ? {} : { permissions });
  const open = (title: string) => github.people.openIssue({ repository: shop, author: "ada", title });
  const ask = (id: string) =>
    octokit.graphql(pin, { id }).then(
      (answer) => answer,
      (error: { errors?: unknown }) => error.errors,
    );
  return { people: github.people, shop, open, ask };
}

it("pins three issues of a repository, and says why it pins no fourth, nor one twice", async () => {
  const { people, open, ask } = await small();
  const [first, second, third, fourth] = ["a", "b", "c", "d"].map(open);
  if (!first || !second || !third || !fourth) throw new Error("not opened");
  expect(await ask(first.nodeId)).toEqual({ pinIssue: { issue: { number: first.number, isPinned: true } } });
  expect(await ask(first.nodeId)).toMatchObject([{ type: "UNPROCESSABLE", path: ["pinIssue"] }]);
  await ask(second.nodeId);
  await ask(third.nodeId);
  expect(await ask(fourth.nodeId)).toMatchObject([{ type: "UNPROCESSABLE" }]);
  people.unpinIssue({ issue: first });
  expect(await ask(fourth.nodeId)).toMatchObject({ pinIssue: { issue: { isPinned: true } } });
});

it("what is deleted is pinned no more, and cannot be", async () => {
  const { people, open, ask } = await small();
  const issues = ["a", "b", "c"].map(open);
  for (const issue of issues) people.pinIssue({ issue });
  const [gone] = issues;
  if (gone === undefined) throw new Error("not opened");
  people.deleteIssue({ issue: gone, by: "ada" });
  expect(await ask(gone.nodeId)).toMatchObject([{ type: "NOT_FOUND" }]);
  expect(await ask(open("d").nodeId)).toMatchObject({ pinIssue: { issue: { isPinned: true } } });
});

it("an app that may only read issues pins none", async () => {
  const { open, ask } = await small({ issues: "read", metadata: "read" });
  expect(await ask(open("a").nodeId)).toMatchObject([{ type: "FORBIDDEN" }]);
});
