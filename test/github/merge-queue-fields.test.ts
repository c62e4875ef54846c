import { expect, test } from "vitest";
import type { PlaceFields, QueueEntry } from "../../src/github/merge-queue-fields.ts";
import { entriesOf, nextEntries, toPlace } from "../../src/github/merge-queue-fields.ts";

const sha = "a".repeat(40);
const group = {
  repositoryId: 70,
  owner: "acme",
  name: "shop",
  sha,
  ref: "refs/heads/gh-readonly-queue/main/pr-3-b",
  baseBranch: "main",
  newest: 3,
};
const standing: PlaceFields = {
  groupBranch: { target: { oid: sha } },
  newest: { mergeQueueEntry: { id: "MQE_3" } },
  mergeQueue: null,
};
const entry = (number: number | null, position: number, oid: string | null = `${position}`): QueueEntry => ({
  position,
  headCommit: oid === null ? null : { oid },
  pullRequest: number === null ? null : { number },
});
const forbidden = { type: "FORBIDDEN", path: ["repository", "mergeQueue"], message: "" };

test.each([
  {
    title: "holds every entry up to its own, in the order of the queue, and none behind it",
    entries: [entry(4, 4), entry(3, 3, sha), entry(2, 1), entry(1, 2, null)],
    place: { kind: "queued", numbers: [2, 1, 3] },
  },
  {
    title: "is told by its commit, though its branch is gone for this moment",
    fields: { groupBranch: null },
    entries: [entry(3, 1, sha)],
    place: { kind: "queued", numbers: [3] },
  },
  {
    title: "that holds one that GitHub does not name is not known as a whole",
    entries: [entry(null, 1), entry(3, 2, sha)],
    place: { kind: "unlisted", numbers: [3] },
  },
  {
    title: "whose newest pull request is queued with another commit is not listed",
    entries: [entry(3, 1, null)],
    place: { kind: "unlisted", numbers: [3] },
  },
  { title: "without a branch has ended", fields: { groupBranch: null }, place: { kind: "gone" } },
  {
    title: "whose branch is another group's by now has ended",
    fields: { groupBranch: { target: { oid: "b" } } },
    place: { kind: "gone" },
  },
  {
    title: "whose newest pull request is not queued any more has ended, though its branch was left behind",
    fields: { newest: { mergeQueueEntry: null } },
    place: { kind: "gone" },
  },
  {
    title: "has not ended where we may not read the queue",
    fields: { newest: null },
    errors: [forbidden],
    place: { kind: "unlisted", numbers: [3] },
  },
])("a group $title", ({ fields = {}, entries = [], errors = [], place }) => {
  expect(toPlace(group, { fields: { ...standing, ...fields }, entries, errors })).toEqual(place);
});

test("a group whose queue has an entry that GitHub does not show is not known as a whole", () => {
  const nodes = [entry(1, 1), null, entry(3, 3, sha)];
  const fields = { ...standing, mergeQueue: { entries: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } };
  const place = toPlace(group, { fields, entries: entriesOf(fields), errors: [] });
  expect(place).toEqual({ kind: "unlisted", numbers: [1, 3] });
});

test.each([
  { title: "ends where there is no more", nodes: [entry(1, 1)], hasNextPage: false, next: null },
  { title: "ends at the group", nodes: [entry(3, 1, sha)], hasNextPage: true, next: null },
  { title: "goes on before it", nodes: [entry(1, 1)], hasNextPage: true, next: "c1" },
])("reading the queue $title", ({ nodes, hasNextPage, next }) => {
  const entries = { nodes, pageInfo: { hasNextPage, endCursor: "c1" } };
  expect(nextEntries({ ...standing, mergeQueue: { entries } }, group)).toBe(next);
});
