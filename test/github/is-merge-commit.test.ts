import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };
const sha = "0123456789abcdef0123456789abcdef01234567";

stayOffline();

const merge = { merged: true, mergeCommit: { oid: sha }, baseRepository: { databaseId: 500 } };

function ask(pullRequests: readonly object[], given = sha) {
  const commit = { __typename: "Commit", oid: sha, associatedPullRequests: paged(pullRequests) };
  const log = answerFrom({ repository: () => repository({ object: () => commit }) });
  return { log, answer: testReader().isMergeCommit(shop, given) };
}

test.each([
  ["the merge commit of a pull request merged here", [merge], true],
  ["named by one of several pull requests", [{ ...merge, mergeCommit: null }, merge], true],
  ["a commit inside a pull request", [{ ...merge, mergeCommit: { oid: "f".repeat(40) } }], false],
  ["the trial merge of an open pull request", [{ ...merge, merged: false }], false],
  ["merged in a fork", [{ ...merge, baseRepository: { databaseId: 900 } }], false],
  ["merged into a repository that is gone", [{ ...merge, baseRepository: null }], false],
  ["of no pull request", [], false],
])("a commit %s counts or not", async (_name, pullRequests, expected) => {
  expect(await ask(pullRequests).answer).toBe(expected);
});

test("an abbreviated name in capitals will do", async () => {
  expect(await ask([merge], sha.slice(0, 7).toUpperCase()).answer).toBe(true);
});

test.each([["HEAD"], ["main"], ["0123456^"], ["HEAD:README.md"], ["012345"], [""]])(
  "%j is no commit's name and is not asked for",
  async (given) => {
    const { answer, log } = ask([merge], given);
    expect(await answer).toBe(false);
    expect(log.queries).toEqual([]);
  },
);

test("a branch that is named like a commit is not believed", async () => {
  expect(await ask([merge], "deadbeef").answer).toBe(false);
});

test.each([
  ["no such commit", { repository: () => repository() }],
  ["something else of that name", { repository: () => repository({ object: () => ({ __typename: "Tree" }) }) }],
  ["a repository that cannot be seen", { repository: () => notFound() }],
])("there is no merge commit in %s", async (_name, root) => {
  answerFrom(root);
  expect(await testReader().isMergeCommit(shop, sha)).toBe(false);
});

test("when GitHub fails to tell, that is an error and not a no", async () => {
  answerFrom({ repository: () => repository({ object: () => graphqlError(null) }) });
  expect(await failureOf(testReader().isMergeCommit(shop, sha))).toEqual({ kind: "unexpected" });
});
