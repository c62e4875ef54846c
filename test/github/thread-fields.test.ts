import { expect, test } from "vitest";
import { testReader } from "./support/clients.ts";
import type { GraphqlLog } from "./support/graphql-answers.ts";
import { answerFrom, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, only, otherBot, pullRequest, repository, thread, us } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 7 };

stayOffline();

let log: GraphqlLog = { queries: [] };

async function threadAfter(events: readonly { readonly __typename: string }[], fields: object = {}) {
  const found = pullRequest({ ...thread("PR_7", events), ...fields });
  log = answerFrom({ repository: only(repository({ pullRequest: () => found })), node: () => found });
  return (await testReader().readPullRequest(reference, { kind: "none" }))?.thread;
}

const label = { name: "outcome: pending" };
const createdAt = "2026-03-02T09:00:00Z";
const added = (actor: object | null) => ({ __typename: "LabeledEvent", createdAt, actor, label });
const removed = (actor: object | null) => ({ __typename: "UnlabeledEvent", createdAt, actor, label });

test.each([
  ["a person took it off", [added(us), removed(alice)], true],
  ["another app took it off", [added(us), removed(otherBot)], true],
  ["an account that is deleted now took it off", [added(us), removed(null)], true],
  ["a person named like us took it off", [removed({ __typename: "User", login: "outcome-link" })], true],
  ["we took it off ourselves", [added(us), removed(us)], false],
  ["somebody put it on again", [added(us), removed(alice), added(alice)], false],
  ["it was put on and taken off again", [removed(alice), added(alice), removed(alice)], true],
  ["nobody touched it", [added(us)], false],
])("a label counts as removed by others or not: %s", async (_name, events, expected) => {
  const reading = await threadAfter(events);
  expect(reading?.labelsRemovedByOthers).toEqual(expected ? ["outcome: pending"] : []);
});

const others = (count: number) =>
  Array.from({ length: count }, () => ({ ...added(otherBot), label: { name: "needs rebase" } }));

test.each([
  [99, 1],
  [100, 2],
  [330, 4],
  [2_499, 25],
])("what a person did counts though a bot put labels on %i times since; that is %i queries", async (since, queries) => {
  const reading = await threadAfter([removed(alice), ...others(since)]);
  expect(reading?.labelsRemovedByOthers).toEqual(["outcome: pending"]);
  expect(reading?.labelEvents).toHaveLength(since + 1);
  expect(reading?.labelEvents[0]).toMatchObject({ kind: "unlabelled", by: { login: "alice" } });
  expect(log.queries).toHaveLength(queries);
});

test("labels without end are read as far as the latest 2,500", async () => {
  expect((await threadAfter([removed(alice), ...others(2_500)]))?.labelEvents).toHaveLength(2_500);
});

const deleted = (actor: object | null, deletedCommentAuthor: object | null) => ({
  __typename: "CommentDeletedEvent",
  createdAt,
  actor,
  deletedCommentAuthor,
});

test.each([
  ["a person deleted a comment of ours", deleted(alice, us), true],
  ["a deleted account had deleted a comment of ours", deleted(null, us), true],
  ["we deleted a comment of ours", deleted(us, us), false],
  ["a person deleted a person's comment", deleted(alice, alice), false],
  ["a person deleted a comment of another app", deleted(alice, otherBot), false],
])("our comment counts as deleted by others or not: %s", async (_name, event, expected) => {
  expect((await threadAfter([event]))?.ownCommentDeletions).toEqual(expected ? [new Date(createdAt)] : []);
});

test("all labels of the thread are read", async () => {
  const labels = Array.from({ length: 100 }, (_, index) => ({ name: `label ${index}` }));
  expect((await threadAfter([], { labels: paged(labels) }))?.labels).toHaveLength(100);
});

test("who put a label on, or took it off, is told with the day", async () => {
  const events = [added(us), removed(alice), added(null)];
  const at = new Date(createdAt);
  expect((await threadAfter(events))?.labelEvents).toEqual([
    { kind: "labelled", name: label.name, at, by: { login: "outcome-link", kind: "bot" }, ours: true },
    { kind: "unlabelled", name: label.name, at, by: { login: "alice", kind: "user" }, ours: false },
    { kind: "labelled", name: label.name, at, by: null, ours: false },
  ]);
});
