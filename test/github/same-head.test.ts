import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { commit, only, pullRequest, repository } from "./support/things.ts";

const [sha, other] = ["a".repeat(40), "b".repeat(40)];
const reference = { owner: "acme", name: "shop", number: 7 };
const none = { kind: "none" } as const;
const here = { databaseId: 500 };

type Fields = Readonly<Record<string, unknown>>;

function listed(number: number, fields: object = {}) {
  return { number, state: "OPEN", headRefOid: sha, baseRepository: here, ...fields };
}

function read(fields: Fields, found: Fields = {}) {
  const log = answerFrom({ repository: only(repository({ pullRequest: () => pullRequest(fields), ...found })) });
  return { log, reading: testReader().readPullRequest(reference, none) };
}

function withListed(associatedPullRequests: unknown) {
  return { commits: paged([{ commit: commit({ associatedPullRequests }) }]) };
}

stayOffline();

test("other open pull requests of this repository with the same head come with the one query", async () => {
  const { log, reading } = read(withListed(paged([listed(7), listed(9), listed(12)])));
  expect((await reading)?.sameHead).toEqual([9, 12]);
  expect(log.queries).toHaveLength(1);
});

test.each([
  ["that is closed", { state: "CLOSED" }],
  ["that was merged", { state: "MERGED" }],
  ["that only holds the commit", { headRefOid: other }],
  ["of another repository", { baseRepository: { databaseId: 501 } }],
  ["of a repository that cannot be seen", { baseRepository: null }],
])("one %s is not among them", async (_title, fields) => {
  expect((await read(withListed(paged([listed(9, fields)]))).reading)?.sameHead).toEqual([]);
});

test("one that may not be seen from here is left out, and the rest is read", async () => {
  const hidden = paged([graphqlError("FORBIDDEN"), listed(9)]);
  expect((await read(withListed(hidden)).reading)?.sameHead).toEqual([9]);
});

test("when GitHub fails to list them, nothing is known", async () => {
  const { reading } = read(withListed(() => graphqlError(null)));
  expect(await failureOf(reading)).toEqual({ kind: "unexpected" });
});

test("a head that does not end the list of commits is asked for by its name", async () => {
  const run = { databaseId: 51, name: "Outcome", status: "COMPLETED", conclusion: "NEUTRAL", title: "Shown" };
  const checkSuites = paged([{ status: "COMPLETED", checkRuns: paged([run]) }]);
  const head = { __typename: "Commit", ...commit({ checkSuites, associatedPullRequests: paged([listed(9)]) }) };
  const object = ({ oid }: { oid?: string }) => (oid === sha ? head : null);
  const { log, reading } = read({ commits: paged([{ commit: commit({ oid: other }) }]) }, { object });
  expect(await reading).toMatchObject({ headSha: sha, checkRun: { id: 51, title: "Shown" }, sameHead: [9] });
  expect(log.queries).toHaveLength(2);
});
