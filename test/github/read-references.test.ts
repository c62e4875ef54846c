import nock from "nock";
import { describe, expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { issue, pullRequest, repository } from "./support/things.ts";

const at = (number: number, name = "shop") => ({ owner: "acme", name, number });

const shop = { id: 500, owner: "acme", name: "shop", visibility: "public" };

stayOffline();

/** Repositories by name, each with what stands under a number. */
function github(places: Readonly<Record<string, unknown>>) {
  return answerFrom({ repository: ({ name }: { name: string }) => places[name] ?? notFound() });
}

function holding(items: Readonly<Record<number, unknown>>, fields: object = {}) {
  return repository({ issueOrPullRequest: ({ number }: { number: number }) => items[number] ?? notFound(), ...fields });
}

const archived = issue({
  number: 3,
  repository: {
    databaseId: 7,
    name: "archive",
    owner: { __typename: "Organization", login: "acme" },
    visibility: "PRIVATE",
  },
});

test("twenty references are read in one query, each answer at its reference's place", async () => {
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
  const items = Object.fromEntries(numbers.map((number) => [number, issue({ number })]));
  const log = github({ shop: holding(items) });
  const readings = await testReader().readReferences(numbers.map((number) => at(number)));
  expect(log.queries).toHaveLength(1);
  expect(readings.map((one) => one.kind === "issue" && one.issue.reference.number)).toEqual(numbers);
});

test("no references cost no query", async () => {
  expect(await testReader().readReferences([])).toEqual([]);
});

test("an issue comes with its place, visibility and parents", async () => {
  github({ archive: holding({ 3: { ...archived, parent: issue({ number: 12 }) } }) });
  expect(await testReader().readReferences([at(3, "archive")])).toMatchObject([
    {
      kind: "issue",
      asked: at(3, "archive"),
      issue: { reference: at(3, "archive"), visibility: "private" },
      parents: [{ reference: at(12) }],
    },
  ]);
});

test("different answers stand beside each other", async () => {
  github({
    shop: holding({
      1: issue({ number: 1 }),
      2: pullRequest({ number: 2 }),
      3: graphqlError(null, "Something went wrong"),
      4: graphqlError("FORBIDDEN"),
      5: issue({ number: 5, parent: () => graphqlError("INTERNAL") }),
    }),
  });
  const readings = await testReader().readReferences([at(1), at(2), at(3), at(4), at(5), at(1, "secret")]);
  expect(readings.map((one) => one.kind)).toEqual([
    "issue",
    "pull-request",
    "unreachable",
    "unreadable",
    "unreachable",
    "unreadable",
  ]);
  expect(readings[1]).toEqual({ kind: "pull-request", asked: at(2), place: shop });
});

test("what is empty because of a part of it is not taken for hidden", async () => {
  const part = { url: () => graphqlError("FORBIDDEN") };
  const place = { visibility: () => graphqlError("FORBIDDEN") };
  github({ shop: holding({ 1: issue(part) }), archive: holding({ 3: archived }, place) });
  nock(api).get("/repos/acme/shop/issues/1").reply(200, { number: 1 });
  const readings = await testReader().readReferences([at(1), at(3, "archive")]);
  expect(readings.map((one) => one.kind)).toEqual(["unreachable", "unreachable"]);
});

test("a renamed repository answers under its new name", async () => {
  const store = {
    databaseId: 500,
    name: "store",
    owner: { __typename: "Organization", login: "acme" },
    visibility: "PUBLIC",
  };
  github({ shop: holding({ 12: issue({ repository: store }) }, { name: "store" }) });
  expect(await testReader().readReferences([at(12)])).toMatchObject([
    { asked: at(12), issue: { reference: at(12, "store") } },
  ]);
});

describe("a number that GraphQL does not find in a repository that it finds", () => {
  const path = "/repos/acme/shop/issues/12";
  const redirect = { location: `${api}/repositories/7/issues/3` };

  test.each([
    { name: "404", status: 404, expected: { kind: "missing", place: shop } },
    { name: "a deleted issue", status: 410, message: "This issue was deleted", expected: { kind: "gone" } },
    { name: "issues off", status: 410, message: "Issues are disabled for this repo", expected: { kind: "missing" } },
    { name: "forbidden", status: 403, expected: { kind: "unreadable" } },
    { name: "a server error", status: 500, expected: { kind: "unreachable" } },
    { name: "there after all", status: 200, expected: { kind: "unreachable" } },
  ])("is told by REST: $name", async ({ status, message = "", expected }) => {
    github({ shop: holding({}) });
    nock(api).get(path).reply(status, { message, number: 12 });
    expect(await testReader().readReferences([at(12)])).toMatchObject([{ asked: at(12), ...expected }]);
  });

  test("is unreachable when the connection is lost", async () => {
    github({ shop: holding({}) });
    nock(api).get(path).replyWithError("ECONNRESET");
    expect(await testReader().readReferences([at(12)])).toEqual([{ kind: "unreachable", asked: at(12) }]);
  });

  test("is not answered at all while a limit lasts", async () => {
    github({ shop: holding({}) });
    nock(api).get(path).reply(429, {}, { "retry-after": "60" });
    expect(await failureOf(testReader().readReferences([at(12)]))).toMatchObject({ kind: "retry-later" });
  });

  test("is asked for under the repository's present name", async () => {
    github({ shop: holding({}, { name: "store" }) });
    nock(api).get("/repos/acme/store/issues/12").reply(404, {});
    expect(await testReader().readReferences([at(12)])).toMatchObject([{ kind: "missing" }]);
  });

  test("is read where it was transferred to, with that place's visibility", async () => {
    const log = github({ shop: holding({}), archive: holding({ 3: archived }) });
    nock(api).get(path).reply(301, {}, redirect);
    nock(api)
      .get("/repositories/7/issues/3")
      .matchHeader("authorization", "token ghs_test")
      .reply(200, { number: 3, repository_url: `${api}/repos/acme/archive` });
    expect(await testReader().readReferences([at(12)])).toMatchObject([
      { kind: "issue", asked: at(12), issue: { reference: at(3, "archive"), visibility: "private" } },
    ]);
    expect(log.queries).toHaveLength(2);
  });

  test.each([[404], [403], [410]])("moved away when its new place answers %i", async (status) => {
    github({ shop: holding({}) });
    nock(api).get(path).reply(301, {}, redirect).get("/repositories/7/issues/3").reply(status, {});
    expect(await testReader().readReferences([at(12)])).toEqual([{ kind: "moved-away", asked: at(12) }]);
  });

  test("moved away when GraphQL cannot see its new place", async () => {
    github({ shop: holding({}) });
    nock(api).get(path).reply(301, {}, redirect);
    nock(api)
      .get("/repositories/7/issues/3")
      .reply(200, { number: 3, repository_url: `${api}/repos/acme/archive` });
    expect(await testReader().readReferences([at(12)])).toEqual([{ kind: "moved-away", asked: at(12) }]);
  });

  test("our token does not follow it to another host", async () => {
    github({ shop: holding({}) });
    nock(api).get(path).reply(301, {}, { location: "https://elsewhere.test/issues/3" });
    expect(await testReader().readReferences([at(12)])).toEqual([{ kind: "moved-away", asked: at(12) }]);
  });

  test("is nowhere to be found when it is redirected in a circle, and is not asked for again", async () => {
    github({ shop: holding({}) });
    nock(api).persist().get(path).reply(301, {}, { location: path });
    expect(await testReader().readReferences([at(12)])).toEqual([{ kind: "moved-away", asked: at(12) }]);
  });
});
