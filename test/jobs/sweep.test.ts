import { expect, onTestFinished, test } from "vitest";
import { startRecurring } from "../../src/jobs/start-recurring.ts";
import { sweep } from "../../src/jobs/sweep.ts";
import type { JobTools } from "../../src/jobs/tools.ts";
import type { Job } from "../../src/queue/job.ts";
import { recoveryStore } from "../../src/queue/recovery-store.ts";
import type { ListedInstallation } from "../../src/sources/ports.ts";
import { openTestStore } from "../support/store.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const HOUR = 3600_000;
const shop = { installation: 7, repositoryId: 70, owner: "acme", name: "shop" };
const quiet = { installation: 7, repositoryId: 71, owner: "acme", name: "quiet" };
const ofShop = { kind: "sweep-repository", installation: 7, repository: { id: 70, owner: "acme", name: "shop" } };

/** A store that knows a configured shop and a quiet repository, swept so many hours ago. */
async function open(installations: readonly ListedInstallation[], sweptHoursAgo: number | null) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const recovery = recoveryStore(store, "app-1");
  await recovery.policies.note(shop, "advises");
  await recovery.policies.note(quiet, "nothing");
  if (sweptHoursAgo !== null) {
    await recovery.marks.write("swept-at", new Date(NOON.getTime() - sweptHoursAgo * HOUR).toISOString());
  }
  const sent: Job[] = [];
  const next: (readonly [Job, Date])[] = [];
  const app = { listInstallations: async () => installations };
  const queue = {
    send: async (jobs: readonly Job[]) => void sent.push(...jobs),
    sendInWaves: async (jobs: readonly Job[]) => void sent.push(...jobs),
    sendLater: async (job: Job, at: Date) => void next.push([job, at]),
  };
  const run = (over: Partial<Pick<JobTools["app"], "listInstallations">> = {}) =>
    sweep(undefined, { ...recovery, queue, app: { ...app, ...over }, now: () => NOON });
  const tools = { ...queue, cancel: async () => {}, pause: async () => {}, resume: async () => {} };
  return { ...recovery, run, sent, next, queue: tools };
}

const active = { id: 7, suspended: false };

test("each hour the configured repositories are swept", async () => {
  const { run, sent, next } = await open([active], 1);
  await run();
  expect(sent).toEqual([ofShop]);
  expect(next).toEqual([[{ kind: "sweep" }, new Date(NOON.getTime() + HOUR)]]);
});

test.each([
  ["half an hour ago", 0.5, HOUR / 2],
  ["three hours ago", 3, 5000],
  ["by a clock that was set back since", -9000, HOUR],
])("after a start the first sweep comes in time where the last was %s", async (_when, hours, wait) => {
  const { marks, next, queue } = await open([active], hours);
  await startRecurring({ queue, marks, now: () => NOON });
  expect(next).toContainEqual([{ kind: "sweep" }, new Date(NOON.getTime() + wait)]);
});

test.each([
  ["with a new store", null],
  ["after more than three days", 73],
])("%s every repository of every installation is", async (_when, hours) => {
  const { run, sent } = await open([active, { id: 8, suspended: false }], hours);
  await run();
  expect(sent).toEqual([
    { kind: "sweep-installation", installation: 7 },
    { kind: "sweep-installation", installation: 8 },
  ]);
  sent.length = 0;
  await run();
  expect(sent).toEqual([{ kind: "sweep-installation", installation: 8 }, ofShop]);
});

test("what GitHub did not tell of installations is seen: new, suspended, taken up again, removed", async () => {
  const { run, sent, marks } = await open(
    [
      { id: 8, suspended: false },
      { id: 9, suspended: true },
      { id: 10, suspended: false },
    ],
    1,
  );
  await marks.write("parked-8", "yes");
  await run();
  expect(sent).toEqual([
    { kind: "unpark-installation", installation: 8 },
    { kind: "park-installation", installation: 9 },
    { kind: "forget-installation", installation: 7 },
    { kind: "sweep-installation", installation: 8 },
    { kind: "sweep-installation", installation: 10 },
  ]);
});

test("a sweep that GitHub did not answer is followed by the next all the same", async () => {
  const { run, next, marks } = await open([active], 2);
  const before = await marks.read("swept-at");
  await expect(run({ listInstallations: () => Promise.reject(new Error("502")) })).rejects.toThrow("502");
  expect(next).toHaveLength(1);
  expect(await marks.read("swept-at")).toBe(before);
});
