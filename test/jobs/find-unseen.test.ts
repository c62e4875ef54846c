import { expect, test } from "vitest";
import { findUnseen } from "../../src/jobs/find-unseen.ts";
import type { ListedQueueEntry, SweepReading } from "../../src/sources/ports.ts";

const now = new Date("2026-03-02T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const nothing: SweepReading = { open: [], merged: [], issues: [], queued: [] };
const looks = new Map([[3, ago(30)]]);

function unseen(listing: Partial<SweepReading>) {
  return findUnseen({ ...nothing, ...listing }, looks, now);
}

test.each([
  ["was looked at since it changed", { number: 3, updatedAt: ago(31), answered: true }, []],
  ["changed in the second of its look", { number: 3, updatedAt: ago(30), answered: true }, []],
  ["changed since it was looked at", { number: 3, updatedAt: ago(29), answered: true }, [3]],
  ["was never looked at", { number: 4, updatedAt: ago(300), answered: true }, [4]],
  ["has no answer on its head", { number: 3, updatedAt: ago(31), answered: false }, [3]],
])("an open pull request that %s", (_how, one, expected) => {
  expect(unseen({ open: [one] }).pullRequests).toEqual(expected);
});

test("a merge that was looked at before it, or never, is looked at", () => {
  expect(unseen({ merged: [{ number: 3, mergedAt: ago(29) }] }).pullRequests).toEqual([3]);
  expect(unseen({ merged: [{ number: 4, mergedAt: ago(29) }] }).pullRequests).toEqual([4]);
  expect(unseen({ merged: [{ number: 3, mergedAt: ago(31) }] }).pullRequests).toEqual([]);
});

test("an issue that changed since it was looked at", () => {
  expect(unseen({ issues: [{ number: 3, updatedAt: ago(29) }] }).issues).toEqual([3]);
  expect(unseen({ issues: [{ number: 3, updatedAt: ago(31) }] }).issues).toEqual([]);
});

test.each<[string, ListedQueueEntry["run"], number]>([
  ["no run", "none", 1],
  ["a completed run", "completed", 0],
  ["a run that waits since a moment ago", { runningSince: ago(9) }, 0],
  ["a run that was left in progress", { runningSince: ago(11) }, 1],
  ["a run that was asked for again", { runningSince: null }, 1],
])("a queued commit with %s", (_what, run, count) => {
  expect(unseen({ queued: [{ sha: "a", ref: "refs/heads/b", run }] }).groups).toHaveLength(count);
});
