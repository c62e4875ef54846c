import { expect, onTestFinished, test } from "vitest";
import { wakeFollowUps } from "../../src/jobs/wake-follow-ups.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { HomeRef } from "../../src/queue/known-follow-ups.ts";
import type { Job } from "../../src/queue/job.ts";
import { openTestStore } from "../support/store.ts";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const homeAt = (number: number, installation = 7): HomeRef => {
  return { installation, repository: { id: 70, owner: "ada", name: "shop" }, number, on: "problem" };
};
const summary = { title: "Slow" };

async function open() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const [sent, later]: [Job[], (readonly [Job, Date])[]] = [[], []];
  const queue = {
    send: async (jobs: readonly Job[]) => void sent.push(...jobs),
    sendLater: async (job: Job, at: Date) => void later.push([job, at]),
  };
  const wake = (now = MONDAY) => wakeFollowUps(null, { followUps, queue, now: () => now });
  /** So many homes from the first on: one by one they would take seconds. */
  const noteMany = (count: number, nextAt: Date) =>
    store.query(
      `INSERT INTO outcome.follow_ups (installation, repository_id, home, "on", owner, name, waits, next_at)
       SELECT 7, 70, number, 'problem', 'ada', 'shop', false, $1 FROM generate_series(1, $2::integer) AS number`,
      [nextAt.toISOString(), count],
    );
  return { followUps, sent, later, queue, wake, noteMany };
}

test("what is due is looked at, however long ago, and nothing before its time", async () => {
  const { followUps, sent, wake } = await open();
  const dates = ["2026-01-01T10:00:00Z", "2026-03-02T12:00:00Z", "2026-03-02T12:00:01Z"];
  for (const [index, at] of dates.entries()) {
    await followUps.note(homeAt(index + 1), { nextAt: new Date(at), waits: false, summary });
  }
  await wake();
  expect(sent).toEqual([1, 2].map((number) => ({ kind: "settle-follow-up", ...homeAt(number) })));
});

test("it comes again in a minute, whatever goes wrong", async () => {
  const { followUps, later, queue } = await open();
  const failing = { ...followUps, due: () => Promise.reject(new Error("The store is away")) };
  await expect(wakeFollowUps(null, { followUps: failing, queue, now: () => MONDAY })).rejects.toThrow("away");
  expect(later).toEqual([[{ kind: "wake-follow-ups" }, new Date("2026-03-02T12:01:00Z")]]);
});

test("one run takes a slot of a thousand, and an installation with more keeps none waiting", async () => {
  const { followUps, sent, wake, noteMany } = await open();
  await noteMany(1020, new Date("2026-03-01T10:00:00Z"));
  await followUps.note(homeAt(1, 8), { nextAt: MONDAY, waits: false, summary });
  await wake();
  expect(sent).toHaveLength(1000);
  expect(sent).toContainEqual({ kind: "settle-follow-up", ...homeAt(1, 8) });
});

test("what was sent for and not looked at is left to the queue for an hour, and one run with more than it takes goes on", async () => {
  const { sent, wake, noteMany } = await open();
  await noteMany(1010, MONDAY);
  await wake();
  await wake(new Date("2026-03-02T12:01:00Z"));
  expect(new Set(sent.map((job) => ("number" in job ? job.number : null))).size).toBe(1010);
  await wake(new Date("2026-03-02T12:59:00Z"));
  expect(sent).toHaveLength(1010);
  await wake(new Date("2026-03-02T13:00:00Z"));
  expect(sent).toHaveLength(2010);
});
