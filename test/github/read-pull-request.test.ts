import { expect, test } from "vitest";
import { enterpriseServer } from "../../src/github/schema-features.ts";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, issue, only, otherBot, pullRequest, repository } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 7 };
const none = { kind: "none" } as const;

stayOffline();

function githubWith(fields: object) {
  return answerFrom({ repository: only(repository({ pullRequest: () => pullRequest({ ...fields }) })) });
}

async function read(fields: object) {
  githubWith(fields);
  return testReader().readPullRequest(reference, none);
}

test("a pull request is read whole in one query that the published schema accepts", async () => {
  const log = githubWith({});
  const reading = await testReader().readPullRequest(reference, none);
  expect(log.queries).toHaveLength(1);
  expect(reading).toMatchObject({
    reference,
    title: "Faster search",
    body: "Part of #12",
    author: { login: "alice", kind: "user" },
    editor: null,
    lastEditedAt: null,
    state: "open",
    draft: false,
    fork: false,
    headSha: "a".repeat(40),
    headBranch: "search",
    headCommittedAt: new Date("2025-02-01T09:00:00Z"),
    baseBranch: "main",
    createdAt: new Date("2025-02-01T10:00:00Z"),
    readyAt: null,
    mergedAt: null,
    additions: 10,
    deletions: 3,
    changedFiles: 2,
    templates: [],
    checkRun: null,
    developmentLinks: [],
  });
  expect(reading?.repository).toEqual({
    id: 500,
    owner: "acme",
    name: "shop",
    visibility: "public",
    defaultBranch: "main",
    archived: false,
    outcomeLabels: ["outcome: pending", "outcome: due"],
  });
});

test.each([
  [
    "merged",
    { state: "MERGED", mergedAt: "2025-02-03T00:00:00Z" },
    { state: "merged", mergedAt: new Date("2025-02-03") },
  ],
  ["closed", { state: "CLOSED" }, { state: "closed" }],
  ["a draft from a fork", { isDraft: true, isCrossRepository: true }, { draft: true, fork: true }],
  ["by a deleted account", { author: null }, { author: null }],
  ["by a bot", { author: otherBot }, { author: { login: "stale", kind: "bot" } }],
  [
    "edited",
    { editor: alice, lastEditedAt: "2025-02-02T00:00:00Z" },
    { editor: { login: "alice" }, lastEditedAt: new Date("2025-02-02") },
  ],
  [
    "made ready for review",
    { timelineItems: () => ({ nodes: [{ __typename: "ReadyForReviewEvent", createdAt: "2025-02-04T00:00:00Z" }] }) },
    { readyAt: new Date("2025-02-04") },
  ],
])("a pull request %s is read as such", async (_name, fields, expected) => {
  const { timelineItems, ...rest } = { timelineItems: undefined, ...fields };
  const events = (page: { itemTypes: string[] }) =>
    page.itemTypes[0] === "READY_FOR_REVIEW_EVENT" && timelineItems ? timelineItems() : paged([])({ last: 100 });
  expect(await read({ ...rest, timelineItems: events })).toMatchObject(expected);
});

test("the repository's pull request templates come with it, those without a text left out", async () => {
  const found = repository({
    pullRequest: () => pullRequest(),
    pullRequestTemplates: [{ body: "## Problem" }, { body: null }],
  });
  answerFrom({ repository: only(found) });
  expect((await testReader().readPullRequest(reference, none))?.templates).toEqual(["## Problem"]);
});

test("development links come with parents, nearest first and five at most", async () => {
  const chain = (number: number): object => issue({ number, parent: number < 30 ? chain(number + 1) : null });
  const reading = await read({ closingIssuesReferences: paged([chain(12)]) });
  const [link] = reading?.developmentLinks ?? [];
  expect(link).toMatchObject({ kind: "issue", asked: { owner: "acme", name: "shop", number: 12 } });
  expect(link?.kind === "issue" && link.issue).toEqual({
    reference: { owner: "acme", name: "shop", number: 12 },
    repositoryId: 500,
    visibility: "public",
    title: "Search is slow",
    body: "It takes 8 s",
    url: "https://github.test/acme/shop/issues/12",
    state: "open",
    labels: ["problem"],
    type: "Bug",
    author: { login: "alice", kind: "user" },
    createdAt: new Date("2025-01-01T10:00:00Z"),
    weight: { reactions: 0, people: 1, duplicates: 0 },
    commentCount: 0,
    heard: { remarks: [], commands: [], isPart: false },
  });
  expect(link?.kind === "issue" && link.parents.map((parent) => parent.reference.number)).toEqual([13, 14, 15, 16, 17]);
});

test("a parent that cannot be read here ends the chain", async () => {
  const hidden = issue({ parent: issue({ number: 13, parent: () => graphqlError("FORBIDDEN") }) });
  const [link] = (await read({ closingIssuesReferences: paged([hidden]) }))?.developmentLinks ?? [];
  expect(link?.kind === "issue" && link.parents.map((parent) => parent.reference.number)).toEqual([13]);
});

test("a link whose parent GitHub failed to read is unreachable, and the rest is read", async () => {
  const broken = issue({ parent: () => graphqlError(null, "Something went wrong") });
  const reading = await read({ closingIssuesReferences: paged([broken, issue({ number: 20 })]) });
  expect(reading?.developmentLinks.map((link) => [link.kind, link.asked.number])).toEqual([
    ["unreachable", 12],
    ["issue", 20],
  ]);
});

test("a link to what cannot be seen from here is left out", async () => {
  const reading = await read({ closingIssuesReferences: paged([graphqlError("FORBIDDEN"), issue({ number: 20 })]) });
  expect(reading?.developmentLinks.map((link) => link.asked.number)).toEqual([20]);
});

test("a GitHub without sub-issues and issue types is not asked for them", async () => {
  const log = githubWith({ closingIssuesReferences: paged([issue()]) });
  const reading = await testReader({ features: enterpriseServer }).readPullRequest(reference, none);
  expect(log.queries[0]).not.toMatch(/issueType|parent/);
  expect(reading?.developmentLinks[0]).toMatchObject({ kind: "issue", parents: [], issue: { type: null } });
});

test.each([
  ["the repository has no such pull request", { repository: only(repository()) }],
  ["the repository cannot be seen", { repository: () => notFound() }],
  ["the repository is forbidden", { repository: () => graphqlError("FORBIDDEN") }],
])("there is nothing to read when %s", async (_name, root) => {
  answerFrom(root);
  expect(await testReader().readPullRequest(reference, none)).toBeNull();
});

test.each([
  ["the repository", { repository: () => graphqlError(null) }],
  ["the pull request", { repository: only(repository({ pullRequest: () => graphqlError("SERVICE_UNAVAILABLE") })) }],
  [
    "its links",
    {
      repository: only(
        repository({ pullRequest: () => pullRequest({ closingIssuesReferences: () => graphqlError(null) }) }),
      ),
    },
  ],
  [
    "its events",
    {
      repository: only(
        repository({ pullRequest: () => pullRequest({ timelineItems: () => graphqlError("FORBIDDEN") }) }),
      ),
    },
  ],
])("when GitHub fails to read %s, that is an error and not an absence", async (_name, root) => {
  answerFrom(root);
  expect(await failureOf(testReader().readPullRequest(reference, none))).toEqual({ kind: "unexpected" });
});

test("a renamed repository is read under the name that it has now", async () => {
  answerFrom({ repository: only(repository({ name: "store", pullRequest: () => pullRequest() })) });
  const reading = await testReader().readPullRequest(reference, none);
  expect(reading?.reference).toEqual({ owner: "acme", name: "store", number: 7 });
  expect(reading?.configuration.repository.name).toBe("store");
});

test("a repository that went to another owner is read again, with that owner's configuration", async () => {
  const moved = repository({ owner: { __typename: "User", login: "alice" }, pullRequest: () => pullRequest() });
  const log = answerFrom({ repository: only(moved) });
  const reading = await testReader().readPullRequest(reference, none);
  expect(log.queries).toHaveLength(2);
  expect(reading?.configuration.organisation.owner).toBe("alice");
});
