import { expect, onTestFinished, test } from "vitest";
import { forgetOldLooks, lookIndex } from "../../src/queue/known-looks.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { openTestStore } from "../support/store.ts";

const repository = { installation: 7, repositoryId: 70, owner: "ada", name: "engine" };
const closed = { ...repository, number: 1 };
const open = { ...repository, number: 2 };
const lately = { ...repository, number: 3 };
const MARCH = new Date("2026-03-02T12:00:00Z");
const JULY = new Date("2026-07-02T12:00:00Z");

test("what nobody looked at for three months is forgotten with its comment, unless it is open", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const [looks, index] = [lookIndex(database), threadIndex(database)];
  for (const thread of [closed, open, lately]) await index.rememberComment(thread, "none");
  await looks.note(closed, { at: MARCH, silentSince: null, isOpen: false });
  await looks.note(open, { at: MARCH, silentSince: null, isOpen: true });
  await looks.note(lately, { at: JULY, silentSince: null, isOpen: false });
  await forgetOldLooks(database, JULY);
  expect([...(await looks.of(repository, [1, 2, 3])).keys()]).toEqual([3]);
  const comments = await Promise.all([closed, open, lately].map((thread) => index.comment(thread)));
  expect(comments).toEqual([undefined, "none", "none"]);
});

test("whether the last look saw it open is known, and true where nobody has looked", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const looks = lookIndex(database);
  expect(await looks.sawOpen(open)).toBe(true);
  await looks.note(open, { at: MARCH, silentSince: null, isOpen: true });
  expect(await looks.sawOpen(open)).toBe(true);
  await looks.note(open, { at: MARCH, silentSince: null, isOpen: false });
  expect(await looks.sawOpen(open)).toBe(false);
});
