import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };
const sha = "0123456789abcdef0123456789abcdef01234567";

stayOffline();

const size = { additions: 30, deletions: 4, changedFiles: 2 };
const merge = {
  number: 12,
  merged: true,
  baseRefName: "main",
  mergeCommit: { oid: sha },
  baseRepository: { databaseId: 500 },
  ...size,
};

function ask(pullRequests: readonly object[], given = sha) {
  const commit = { __typename: "Commit", oid: sha, associatedPullRequests: paged(pullRequests) };
  const log = answerFrom({ repository: () => repository({ object: () => commit }) });
  return { log, answer: testReader().readMerge(shop, given) };
}

test.each([
  ["the merge commit of a pull request merged here", [merge], size],
  ["named by one of several pull requests", [{ ...merge, mergeCommit: null, additions: 1 }, merge], size],
  ["a commit inside a pull request", [{ ...merge, mergeCommit: { oid: "f".repeat(40) } }], null],
  ["the trial merge of an open pull request", [{ ...merge, merged: false }], null],
  ["merged in a fork", [{ ...merge, baseRepository: { databaseId: 900 } }], null],
  ["merged into a repository that is gone", [{ ...merge, baseRepository: null }], null],
  ["of no pull request", [], null],
])("of a commit %s the size of its pull request is known or not", async (_name, pullRequests, expected) => {
  expect(await ask(pullRequests).answer).toEqual(expected);
});

test("an abbreviated name in capitals will do", async () => {
  expect(await ask([merge], sha.slice(0, 7).toUpperCase()).answer).toEqual(size);
});

test.each([["HEAD"], ["main"], ["0123456^"], ["HEAD:README.md"], ["012345"], [""]])(
  "%j is no commit's name and is not asked for",
  async (given) => {
    const { answer, log } = ask([merge], given);
    expect(await answer).toBeNull();
    expect(log.queries).toEqual([]);
  },
);

test("a branch that is named like a commit is not believed", async () => {
  expect(await ask([merge], "deadbeef").answer).toBeNull();
});

test.each([
  ["no such commit", { repository: () => repository() }],
  ["something else of that name", { repository: () => repository({ object: () => ({ __typename: "Tree" }) }) }],
  ["a repository that cannot be seen", { repository: () => notFound() }],
])("there is no merge commit in %s", async (_name, root) => {
  answerFrom(root);
  expect(await testReader().readMerge(shop, sha)).toBeNull();
});

test("when GitHub fails to tell, that is an error and not a no", async () => {
  answerFrom({ repository: () => repository({ object: () => graphqlError(null) }) });
  expect(await failureOf(testReader().readMerge(shop, sha))).toEqual({ kind: "unexpected" });
});

test.each([
  [[merge], { number: 12, branch: "main" }],
  [[], null],
])("the pull request of a merge commit is found by its number: %#", async (pullRequests, expected) => {
  await ask(pullRequests).answer;
  expect(await testReader().findMerged(shop, sha)).toEqual(expected);
});
