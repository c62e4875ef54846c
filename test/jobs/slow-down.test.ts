import { expect, test } from "vitest";
import type { Write } from "../../src/core/plan/write.ts";
import { isUrgent, slowDown } from "../../src/jobs/slow-down.ts";
import { nothingObserved } from "../support/facts.ts";

const thread = { installation: 7, repositoryId: 70, owner: "ada", name: "engine", number: 1 };
const noon = Date.parse("2026-03-02T12:00:00Z");
const after = (seconds: number) => new Date(noon + seconds * 1000);

test("ten looks may write one after the other, then one a minute", () => {
  const slowed = slowDown();
  for (let look = 0; look < 10; look += 1) {
    expect(slowed.waitUntil(thread, after(look))).toBeNull();
    slowed.note(thread, after(look));
  }
  expect(slowed.waitUntil(thread, after(10))).toEqual(after(69));
  expect(slowed.waitUntil(thread, after(69))).toBeNull();
  slowed.note(thread, after(69));
  expect(slowed.waitUntil(thread, after(70))).toEqual(after(129));
  expect(slowed.waitUntil({ ...thread, number: 2 }, after(70))).toBeNull();
});

test("who edits a few times an hour never waits", () => {
  const slowed = slowDown();
  for (let look = 0; look < 100; look += 1) {
    expect(slowed.waitUntil(thread, after(look * 61))).toBeNull();
    slowed.note(thread, after(look * 61));
  }
});

const content = { title: "", summary: "", text: "" };
const set = (conclusion: "failure" | "success" | "neutral"): Write => ({
  kind: "update-check-run",
  id: 1,
  content: { ...content, conclusion },
});

test.each([
  ["failure", "success", true],
  ["failure", "neutral", true],
  ["failure", null, true],
  ["failure", "failure", false],
  ["success", "failure", false],
  ["neutral", "success", false],
] as const)("%s after %s is urgent: %s", (conclusion, shown, expected) => {
  const checkRun = shown === null ? null : { id: 1, completed: true, ...content, conclusion: shown };
  expect(isUrgent(set(conclusion), { ...nothingObserved, checkRun })).toBe(expected);
});

test("a comment is not urgent", () => {
  expect(isUrgent({ kind: "update-comment", id: 1, body: "" }, nothingObserved)).toBe(false);
});
