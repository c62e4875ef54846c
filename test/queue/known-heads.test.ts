import { expect, onTestFinished, test } from "vitest";
import { threadIndex } from "../../src/queue/thread-index.ts";
import type { ThreadRef } from "../../src/queue/thread-index.ts";
import { openTestStore } from "../support/store.ts";

const one: ThreadRef = { installation: 7, repositoryId: 70, owner: "ada", name: "engine", number: 5 };
const [here, there] = ["a".repeat(40), "b".repeat(40)];

async function openIndex() {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  return threadIndex(database);
}

test("a pull request's head is the one that was noted last", async () => {
  const index = await openIndex();
  expect(await index.head(one)).toBeNull();
  await index.noteHead(one, here);
  await index.noteHead(one, there);
  expect(await index.head(one)).toBe(there);
});

test("the others with a head are told, the lowest numbers first, and not the one that asks", async () => {
  const index = await openIndex();
  for (const number of [9, 5, 7]) await index.noteHead({ ...one, number }, here);
  await index.noteHead({ ...one, number: 8 }, there);
  expect(await index.othersWithHead(one, here)).toEqual([7, 9]);
});

test("heads in another repository or seen by another installation are not told", async () => {
  const index = await openIndex();
  await index.noteHead({ ...one, number: 6, repositoryId: 71 }, here);
  await index.noteHead({ ...one, number: 6, installation: 8 }, here);
  expect(await index.othersWithHead(one, here)).toEqual([]);
});

test("a head is forgotten, unless it has moved on in the meantime", async () => {
  const index = await openIndex();
  await index.noteHead(one, there);
  await index.forgetHead(one, here);
  expect(await index.head(one)).toBe(there);
  await index.forgetHead(one, there);
  expect(await index.head(one)).toBeNull();
});

test("a head is forgotten with its pull request", async () => {
  const index = await openIndex();
  await index.noteHead(one, here);
  await index.forgetThread(one);
  expect(await index.head(one)).toBeNull();
});
