import { expect, onTestFinished, test } from "vitest";
import { recoverDeliveries } from "../../src/jobs/recover-deliveries.ts";
import type { JobTools } from "../../src/jobs/tools.ts";
import type { Job } from "../../src/queue/job.ts";
import { recoveryStore } from "../../src/queue/recovery-store.ts";
import type { ListedDelivery } from "../../src/sources/ports.ts";
import { openTestStore } from "../support/store.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const MINUTE = 60_000;
const shop = { installation: 7, repositoryId: 70, owner: "acme", name: "shop" };

/** The `n`th attempt, so many minutes after three days ago. */
function attempt(n: number, given: Partial<ListedDelivery> = {}): ListedDelivery {
  const at = new Date(NOON.getTime() - 71 * 60 * MINUTE + n * 1000);
  const event = { event: "pull_request", action: "edited", installation: 7, repositoryId: 70 };
  return { id: n, guid: `guid ${n}`, at, ok: false, ...event, ...given };
}

const matters = (event: string) => event !== "star";

/** An app with this list of deliveries, oldest first, and what was asked of GitHub and the queue. */
async function open(listed: readonly ListedDelivery[], { failingAt = 0 } = {}) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const clock = { now: NOON };
  const asked: number[] = [];
  const sent: Job[] = [];
  const pages: (string | null)[] = [];
  const app: JobTools["app"] = {
    async listDeliveries(cursor) {
      pages.push(cursor);
      if (listed.length === 0) return null;
      const older = listed.toReversed().filter(({ id }) => cursor === null || id < Number(cursor));
      const deliveries = older.slice(0, 100);
      return { deliveries, next: older.length > 100 ? String(deliveries.at(-1)?.id) : null };
    },
    redeliver: async (id) => {
      if (id === failingAt) throw new Error("502");
      return asked.push(id) > 0;
    },
    listInstallations: async () => [],
  };
  const recovery = recoveryStore(store, "app-1");
  const queue: JobTools["queue"] = {
    send: async (jobs) => void sent.push(...jobs),
    sendInWaves: async () => {},
    sendLater: async () => {},
    cancel: async () => {},
    pause: async () => {},
    resume: async () => {},
  };
  const logged: string[] = [];
  const logger = { warn: (_fields: object, message: string) => void logged.push(message) };
  const run = async (minutes = 0) => {
    clock.now = new Date(clock.now.getTime() + minutes * MINUTE);
    await recoverDeliveries(undefined, {
      ...recovery,
      app,
      queue,
      logger,
      matters,
      putOff: () => null,
      now: () => clock.now,
    });
  };
  return { ...recovery, run, asked, sent, pages, logged };
}

test("of several attempts at one delivery one that was taken is enough, and the newest is asked to be repeated", async () => {
  const { run, asked } = await open([
    attempt(1),
    attempt(2, { guid: "guid 1" }),
    attempt(3),
    attempt(4, { guid: "guid 3", ok: true }),
    attempt(5, { event: "star" }),
  ]);
  await run();
  expect(asked).toEqual([2]);
});

test("one that does not come is asked for four times, later and later, and then told of in the log", async () => {
  const { run, asked, logged } = await open([attempt(1)]);
  const times: number[] = [];
  for (let minutes = 0; minutes < 300; minutes += 2) {
    const before = asked.length;
    await run(2);
    if (asked.length > before) times.push(minutes);
  }
  expect(times).toEqual([0, 2, 6, 22]);
  expect(logged).toEqual(["A delivery could not be recovered"]);
});

test("thousands are asked for a few at a time", async () => {
  const issues = Array.from({ length: 1000 }, (_, i) => attempt(i + 1, { event: "issues" }));
  const { run, asked } = await open(issues);
  await run();
  expect(asked).toHaveLength(140);
  await run(2);
  expect(new Set(asked).size).toBe(280);
});

test("after days away one sweep of a repository makes up for what happened to its pull requests", async () => {
  const missed = Array.from({ length: 5000 }, (_, i) => attempt(i + 1, i % 50 === 0 ? { event: "issues" } : {}));
  const { run, asked, sent, pages, policies } = await open(missed);
  await policies.note(shop, "requires");
  await run();
  await run(2);
  await run(2);
  expect(pages.length).toBeLessThan(80);
  expect(new Set(asked).size).toBe(100);
  const repository = { id: 70, owner: "acme", name: "shop" };
  expect(sent[0]).toEqual({ kind: "sweep-repository", installation: 7, repository });
});

test("a list that is longer than what one run reads is read on by the next, and not again", async () => {
  const { run, asked, pages, marks } = await open(
    Array.from({ length: 4000 }, (_, i) => attempt(i + 1, { ok: i > 20, event: "issues" })),
  );
  await run();
  expect([asked.length, pages.length]).toEqual([0, 30]);
  expect(await marks.read("deliveries-backlog")).not.toBeNull();
  await run(2);
  expect(asked).toHaveLength(21);
  expect(await marks.read("deliveries-backlog")).toBeNull();
  const before = pages.length;
  await run(2);
  // What was listed within ten minutes is read again, for it may be listed late.
  expect(pages.length).toBeLessThanOrEqual(before + 7);
});

test("what is listed is dated by GitHub's clock, so that one of ours that is ahead misses nothing", async () => {
  const listed = [attempt(1, { ok: true })];
  const { run, asked } = await open(listed);
  await run(60);
  listed.push(attempt(120));
  await run(2);
  expect(asked).toEqual([120]);
});

test("without a list, and where GitHub forgot the place to go on from, the rest goes on", async () => {
  const { run, asked, marks, missed } = await open([]);
  const known = { id: 5, guid: "guid 5", event: "issues", action: "edited", installation: 7, repositoryId: 70 };
  await missed.add([known], NOON);
  await marks.write("deliveries-backlog", JSON.stringify({ cursor: "forgotten", until: NOON.toISOString() }));
  await run();
  expect(asked).toEqual([5]);
  expect(await marks.read("deliveries-backlog")).toBeNull();
  expect(await marks.read("deliveries-scanned-to")).toBeNull();
});

test("a delivery at which GitHub fails each time does not stand before the others", async () => {
  const { run, asked } = await open([attempt(1), attempt(2)], { failingAt: 1 });
  await expect(run()).rejects.toThrow("502");
  await run();
  expect(asked).toEqual([2]);
});
