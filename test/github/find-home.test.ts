import nock from "nock";
import { describe, expect, test } from "vitest";
import { failureOf, now, testClient, testReader } from "./support/clients.ts";
import { answerFrom, api, graphqlError, notFound } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { issue, pullRequest, repository } from "./support/things.ts";

stayOffline();

const asked = { owner: "acme", name: "shop", number: 7, repositoryId: 500 };
const none = { kind: "none" } as const;

/** GraphQL by name. Renames are followed there, so an old name may be one of the keys. */
function graphql(places: Readonly<Record<string, object>>) {
  return answerFrom({
    repository: ({ owner, name }: { owner: string; name: string }) => places[`${owner}/${name}`] ?? notFound(),
  });
}

function holding(fields: object = {}) {
  const pullRequests = { pullRequest: ({ number }: { number: number }) => pullRequest({ number }) };
  return repository({ ...pullRequests, ...fields });
}

const another = holding({ databaseId: 501 });
const renamed = holding({ name: "store" });
const transferred = holding({ owner: { __typename: "Organization", login: "globex" } });

function rest(status: number, body: object = {}): void {
  nock(api).get("/repositories/500").reply(status, body);
}

/** What the installation may see. */
function installedAt(...ids: readonly number[]): void {
  const repositories = ids.map((id) => ({ id, name: `n${id}`, owner: { login: "globex" } }));
  nock(api).get("/installation/repositories?per_page=100").reply(200, { total_count: ids.length, repositories });
}

const read = () => testReader().readPullRequest(asked, none);

describe("a repository that is known by its id", () => {
  test("costs one query where its name still leads to it, renamed or not", async () => {
    const log = graphql({ "acme/shop": renamed });
    expect(await read()).toMatchObject({ reference: { owner: "acme", name: "store", number: 7 } });
    expect(log.queries).toHaveLength(1);
  });

  test("is found again where its name leads to another one", async () => {
    const log = graphql({ "acme/shop": another, "acme/store": renamed });
    rest(200, { id: 500, name: "store", owner: { login: "acme" } });
    expect(await read()).toMatchObject({ repository: { id: 500 }, reference: { name: "store" } });
    expect(log.queries).toHaveLength(2);
  });

  test("is found again where its name leads to one that cannot be seen", async () => {
    graphql({ "acme/store": renamed });
    rest(200, { id: 500, name: "store", owner: { login: "acme" } });
    expect(await read()).toMatchObject({ repository: { id: 500 } });
  });

  test.each([404, 403, 410, 451])("is gone where GitHub answers %i for it", async (status) => {
    graphql({ "acme/shop": another });
    rest(status);
    expect(await read()).toBeNull();
  });

  test.each([500, 429])("is not known to be gone where GitHub answers %i", async (status) => {
    graphql({ "acme/shop": another });
    rest(status);
    expect(await failureOf(read())).toMatchObject({ kind: status === 500 ? "status" : "retry-later" });
  });

  test("is asked for again later where GitHub contradicts itself", async () => {
    graphql({ "acme/shop": another });
    rest(200, { id: 500, name: "Shop", owner: { login: "ACME" } });
    expect(await failureOf(read())).toMatchObject({ kind: "unexpected" });
  });

  test("without such a number costs nothing more", async () => {
    const log = graphql({ "acme/shop": holding({ pullRequest: () => notFound() }) });
    expect(await read()).toBeNull();
    expect(log.queries).toHaveLength(1);
  });

  test("is not asked for by its id where GitHub failed", async () => {
    graphql({ "acme/shop": graphqlError(null, "Something went wrong") });
    expect(await failureOf(read())).toMatchObject({ kind: "unexpected" });
  });

  test("is read with its new owner's configuration where this installation holds it still", async () => {
    const log = graphql({ "acme/shop": transferred, "globex/shop": transferred });
    installedAt(499, 500);
    expect(await read()).toMatchObject({ configuration: { organisation: { owner: "globex" } } });
    expect(log.queries).toHaveLength(2);
  });

  test("is gone where it went to an owner of another installation, however public it is", async () => {
    graphql({ "acme/shop": transferred });
    installedAt(499);
    expect(await read()).toBeNull();
  });

  test("is gone where it went to another owner and its name to another repository", async () => {
    graphql({ "acme/shop": another, "globex/shop": transferred });
    rest(200, { id: 500, name: "shop", owner: { login: "globex" } });
    installedAt(499);
    expect(await read()).toBeNull();
  });
});

/** A reader with a clock. What it asks for more often than nock was told of fails. */
function readerAt() {
  let seconds = 0;
  graphql({ "acme/shop": transferred, "globex/shop": transferred });
  const reader = testReader({ client: testClient({ now: () => new Date(now.getTime() + seconds * 1000) }) });
  const look = (number: number) => reader.readPullRequest({ ...asked, number }, none);
  return { look, wait: (more: number) => (seconds += more) };
}

describe("whether a repository that went to another owner is still held by this installation", () => {
  test("is asked once for all looks of a minute, and then again", async () => {
    const { look, wait } = readerAt();
    installedAt(499, 500);
    const first = await Promise.all([look(1), look(2), look(3)]);
    expect(first.map((reading) => reading?.reference.number)).toEqual([1, 2, 3]);
    wait(59);
    expect(await look(4)).not.toBeNull();
    installedAt(499);
    wait(1);
    expect(await look(5)).toBeNull();
  });

  test("is asked again at once after GitHub failed to say it", async () => {
    const { look } = readerAt();
    nock(api).get("/installation/repositories?per_page=100").reply(502);
    expect(await failureOf(look(1))).toMatchObject({ status: 502 });
    installedAt(499, 500);
    expect(await look(1)).not.toBeNull();
  });
});

test("an issue under review is found again in the same way", async () => {
  const store = { name: "store", owner: { __typename: "Organization", login: "acme" } };
  const place = { ...store, databaseId: 500, visibility: "PUBLIC" };
  graphql({ "acme/shop": another, "acme/store": repository({ ...store, issue: () => issue({ repository: place }) }) });
  rest(200, { id: 500, name: "store", owner: { login: "acme" } });
  const reading = await testReader().readProblem({ ...asked, number: 12 }, none);
  expect(reading?.issue.reference).toEqual({ owner: "acme", name: "store", number: 12 });
});
