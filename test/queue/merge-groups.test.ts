import { expect, onTestFinished, test } from "vitest";
import { mergeGroupIndex } from "../../src/queue/known-merge-groups.ts";
import { NOON, openTestQueue } from "../support/queue.ts";
import { openTestStore } from "../support/store.ts";

const repository = { installation: 7, repositoryId: 70, owner: "acme", name: "shop" };
const group = { ...repository, sha: "a".repeat(40), ref: "refs/heads/gh-readonly-queue/main/pr-3-b" };
const later = { ...group, sha: "c".repeat(40), ref: "refs/heads/gh-readonly-queue/main/pr-4-a" };
const told = ({ sha, ref }: typeof group) => ({ sha, ref });

async function openIndex() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  return mergeGroupIndex(store, () => NOON);
}

test("a pull request is found in every group that holds it, until the group ends", async () => {
  const index = await openIndex();
  await index.note(group, 3);
  await index.noteMembers(group, [1, 2, 3]);
  await index.note(later, 4);
  await index.noteMembers(later, [1, 2, 3, 4]);
  expect(await index.groupsOf({ ...repository, number: 2 })).toEqual([told(group), told(later)]);
  expect(await index.groupsOf({ ...repository, number: 4 })).toEqual([told(later)]);
  await index.forget(later);
  expect(await index.groupsOf({ ...repository, number: 2 })).toEqual([told(group)]);
  expect(await index.knows(later)).toBe(false);
  expect(await index.knows(group)).toBe(true);
});

test("a group that ended while it was looked at gets no members", async () => {
  const index = await openIndex();
  await index.note(group, 3);
  await index.forget(group);
  await index.noteMembers(group, [1, 2, 3]);
  expect(await index.knows(group)).toBe(false);
});

test("another installation's or repository's groups are its own", async () => {
  const index = await openIndex();
  await index.note(group, 3);
  expect(await index.groupsOf({ ...repository, installation: 8, number: 3 })).toEqual([]);
  expect(await index.groupsOf({ ...repository, repositoryId: 71, number: 3 })).toEqual([]);
});

test("a group whose end was not told is forgotten a day after the last look at it", async () => {
  const { database, clock } = await openTestQueue();
  const index = mergeGroupIndex(database, () => new Date(clock.now()));
  const wait = async (hours: number) => {
    await clock.setTime(clock.now() + hours * 3600 * 1000);
    await clock.tick(1);
  };
  await index.note(group, 3);
  await index.noteMembers(group, [1, 2, 3]);
  await index.note(later, 4);
  await wait(20);
  await index.note(later, 4);
  await wait(6);
  await expect.poll(() => index.knows(group)).toBe(false);
  expect(await index.groupsOf({ ...repository, number: 2 })).toEqual([]);
  expect(await index.knows(later)).toBe(true);
});
