import { expect, onTestFinished, test } from "vitest";
import { renderRecord } from "../../src/core/follow-up/record.ts";
import { listFollowUps, listFollowUpsSeldom } from "../../src/jobs/list-follow-ups.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { policyIndex } from "../../src/queue/known-policies.ts";
import type { Job } from "../../src/queue/job.ts";
import type { ListedMerge, MergedSince } from "../../src/sources/ports.ts";
import { servedOn } from "../support/follow-ups.ts";
import { noBoard, smallGitHub } from "../support/readings.ts";
import { openTestStore } from "../support/store.ts";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const day = 24 * 3600 * 1000;
const place = { owner: "acme", name: "shop" };
const job = { kind: "list-follow-ups", installation: 7, repository: { id: 70, ...place } } as const;
const file = { path: ".github/outcome.yml", text: "{}\n", bytes: 3, commit: "c".repeat(40), landedAt: MONDAY } as const;
const configuration = {
  repository: { ...place, visibility: "public", files: [file], readable: true },
  organisation: { owner: "acme", name: ".github", visibility: null, files: [], readable: true },
} as const;

/** About a problem elsewhere, merged so many days ago. */
function merge(number: number, daysAgo: number): ListedMerge {
  const mergedAt = new Date(MONDAY.getTime() - daysAgo * day);
  const { record } = servedOn(number, mergedAt);
  return { number, mergedAt, recordText: renderRecord({ ...record, problem: "acme/ideas#4" }) };
}

async function open(merges: readonly ListedMerge[]) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const sent: Job[] = [];
  const wanted: MergedSince[] = [];
  const reader = {
    ...smallGitHub().github,
    readConfiguration: async () => configuration,
    async listMerged(_: unknown, one: MergedSince) {
      wanted.push(one);
      return merges;
    },
  };
  /** What was listed by the time at which a kind of job was sent. */
  const listedBefore = new Map<string, Date | null>();
  const send = async (jobs: readonly Job[]) => {
    const listedAt = await followUps.listedAt({ installation: 7, repositoryId: 70 });
    for (const { kind } of jobs) listedBefore.set(kind, listedAt);
    // Equal ones merge.
    sent.push(...new Map(jobs.map((one) => [JSON.stringify(one), one])).values());
  };
  let now = MONDAY;
  const tools = {
    connect: async () => ({ reader, writer: { apply: unused }, board: noBoard }),
    followUps,
    policies: policyIndex(store),
    queue: { send, sendInWaves: send },
    now: () => now,
  };
  return {
    followUps,
    sent,
    listedBefore,
    wanted,
    list: () => listFollowUps(job, tools),
    seldom: () => listFollowUpsSeldom(job, tools),
    wait: (ms: number) => void (now = new Date(now.getTime() + ms)),
  };
}

async function unused(): Promise<never> {
  throw new Error("A list writes nothing.");
}

test("what was merged first is the home of what is about one problem elsewhere, and is looked at once it is news", async () => {
  const { followUps, sent, list } = await open([merge(12, 1), merge(9, 3)]);
  await list();
  const home = { ...job, kind: "settle-follow-up", number: 9, on: "pull_request" };
  expect(sent).toEqual([{ ...job, kind: "list-opt-outs" }, { ...job, kind: "refresh-board" }, home]);
  expect(await followUps.homeOf({ installation: 7, repositoryId: 70 }, 12)).toMatchObject({ number: 9 });
  sent.length = 0;
  await list();
  expect(sent).toEqual([{ ...job, kind: "refresh-board" }]);
});

test("who waited for the first list is looked at once it is noted, and for no other", async () => {
  const { followUps, sent, listedBefore, list } = await open([]);
  const home = { ...job, number: 4, on: "problem" } as const;
  await followUps.noteServed(home, 9);
  await followUps.noteSilence(home, { nextAt: new Date(MONDAY.getTime() + 60_000), silentSince: null });
  await list();
  const settle = { ...job, kind: "settle-follow-up", number: 4, on: "problem" };
  expect(sent.filter(({ kind }) => kind === "settle-follow-up")).toEqual([settle]);
  expect(listedBefore.get("settle-follow-up")).toEqual(MONDAY);
  sent.length = 0;
  await list();
  expect(sent).not.toContainEqual(settle);
});

test("all are listed the first time, and then once a day those that changed since, with a day's overlap", async () => {
  const { sent, wanted, list, seldom, wait } = await open([]);
  await seldom();
  expect(sent).toEqual([job]);
  await list();
  sent.length = 0;
  wait(day - 1);
  await seldom();
  expect(sent).toEqual([]);
  wait(1);
  await seldom();
  expect(sent).toEqual([job]);
  await list();
  expect(wanted.map(({ since }) => since)).toEqual([null, new Date(MONDAY.getTime() - day)]);
  expect(wanted[0]?.labels).toContain("outcome: invalidated");
});

test("opt-outs are listed the first time only, and what is asked does not wait for it", async () => {
  const { followUps, sent, wanted, list } = await open([]);
  await list();
  expect(sent).toContainEqual({ ...job, kind: "list-opt-outs" });
  expect(wanted.filter(({ labels }) => labels === null)).toEqual([]);
  expect(await followUps.listedAt({ installation: 7, repositoryId: 70 })).toEqual(MONDAY);
  sent.length = 0;
  await list();
  expect(sent).not.toContainEqual({ ...job, kind: "list-opt-outs" });
});
