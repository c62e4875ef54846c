import nock from "nock";
import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { repository } from "./support/things.ts";

const shop = { owner: "acme", name: "shop" };
const sha = "a".repeat(40);

stayOffline();

function open(count: number, head: (number: number) => string = () => "b".repeat(40)) {
  const nodes = Array.from({ length: count }, (_, index) => ({ number: index + 1, headRefOid: head(index + 1) }));
  return answerFrom({ repository: () => repository({ pullRequests: paged(nodes) }) });
}

test.each([
  [0, 1],
  [100, 1],
  [101, 2],
  [250, 3],
])("all of %i open pull requests are listed in %i queries", async (count, queries) => {
  const log = open(count);
  expect(await testReader().listOpenPullRequests(shop)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
  expect(log.queries).toHaveLength(queries);
});

test("a repository that cannot be seen lists none", async () => {
  answerFrom({ repository: () => notFound() });
  expect(await testReader().listOpenPullRequests(shop)).toEqual([]);
});

test("a list that GitHub failed to give is no empty list", async () => {
  answerFrom({ repository: () => repository({ pullRequests: () => graphqlError(null) }) });
  expect(await failureOf(testReader().listOpenPullRequests(shop))).toEqual({ kind: "unexpected" });
});

test("all repositories of the installation are listed, the 101st too", async () => {
  const listed = Array.from({ length: 101 }, (_, id) => ({
    id,
    name: `r${id}`,
    owner: { login: "acme" },
    private: true,
  }));
  const next = `<${api}/installation/repositories?per_page=100&page=2>; rel="next"`;
  nock(api)
    .get("/installation/repositories?per_page=100")
    .reply(200, { total_count: 101, repositories: listed.slice(0, 100) }, { link: next });
  nock(api)
    .get("/installation/repositories?per_page=100&page=2")
    .reply(200, { total_count: 101, repositories: listed.slice(100) });
  const repositories = await testReader().listRepositories();
  expect(repositories).toHaveLength(101);
  expect(repositories[100]).toEqual({ id: 100, name: "r100", owner: "acme" });
});

function commitAnswers(status: number, body: unknown) {
  nock(api).get(`/repos/acme/shop/commits/${sha}/pulls?per_page=100`).reply(status, JSON.stringify(body), {
    "content-type": "application/json",
  });
}

const mine = { number: 7, state: "open", head: { sha }, base: { repo: { full_name: "Acme/Shop" } } };

test("the open pull requests of a commit are those whose head it is, here", async () => {
  commitAnswers(200, [
    mine,
    { ...mine, number: 8, state: "closed" },
    { ...mine, number: 9, head: { sha: "c".repeat(40) } },
    { ...mine, number: 10, base: { repo: { full_name: "fork/shop" } } },
  ]);
  expect(await testReader().listPullRequestsOfCommit(shop, sha)).toEqual([7]);
});

test.each([
  ["names none", 200, []],
  ["names only others", 200, [{ ...mine, state: "closed" }]],
  ["does not know the commit", 422, { message: "No commit found for SHA" }],
  ["does not find it", 404, { message: "Not Found" }],
])("a fork's pull request is found among all open ones when GitHub's list %s", async (_name, status, body) => {
  commitAnswers(status, body);
  open(150, (number) => (number === 120 ? sha : "b".repeat(40)));
  expect(await testReader().listPullRequestsOfCommit(shop, sha)).toEqual([120]);
});

test("a list that fails is not answered from elsewhere", async () => {
  commitAnswers(502, {});
  expect(await failureOf(testReader().listPullRequestsOfCommit(shop, sha))).toMatchObject({ status: 502 });
});
