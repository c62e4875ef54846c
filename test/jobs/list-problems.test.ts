import { expect, onTestFinished, test } from "vitest";
import type { LoadedConfig } from "../../src/config/load.ts";
import { listProblems, listProblemsSeldom } from "../../src/jobs/list-problems.ts";
import { policyIndex } from "../../src/queue/known-policies.ts";
import { problemIndex } from "../../src/queue/known-problems.ts";
import type { ListedProblem, ProblemKinds } from "../../src/sources/ports.ts";
import { settings } from "../support/facts.ts";
import { openTestStore } from "../support/store.ts";

const HOUR_MS = 3600 * 1000;
const MONDAY = new Date("2026-03-02T12:00:00Z").getTime();
const place = { owner: "acme", name: "shop" };
const job = { installation: 7, repository: { id: 70, ...place } };
const ref = { installation: 7, repositoryId: 70 };

function listed(number: number, of: Partial<ListedProblem> = {}): ListedProblem {
  return { number, title: `Problem ${number}`, body: "## What\n\nSlow.", labels: ["problem"], type: null, ...of };
}

const loadedWith = (written: unknown): LoadedConfig => ({
  kind: "ok",
  config: settings(written),
  sources: [],
  configuredAt: null,
});

async function open(written: unknown = {}) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  await policyIndex(store).note({ ...ref, ...place }, "advises");
  const asked: ProblemKinds[] = [];
  const problems = problemIndex(store);
  let now = MONDAY;
  const listOpenProblems = async (_: unknown, kinds: ProblemKinds) => {
    asked.push(kinds);
    return [listed(1), listed(2, { labels: [], type: "Problem" }), listed(3, { labels: ["bug"] })];
  };
  const tools = { problems, now: () => new Date(now) };
  const means = { reader: { listOpenProblems }, loaded: loadedWith(written) };
  return {
    asked,
    problems,
    list: () => listProblems(job, tools, means),
    seldom: () => listProblemsSeldom(job, tools, means),
    wait: (ms: number) => void (now += ms),
    kept: () => problems.of(ref),
  };
}

test("of the listed issues those are kept that call themselves problems, with their words", async () => {
  const { list, kept, asked } = await open();
  await list();
  expect(asked).toEqual([{ labels: ["problem"], types: ["Problem"] }]);
  expect(await kept()).toEqual([
    { number: 2, title: "Problem 2", words: "Slow.", foundBy: "kind" },
    { number: 1, title: "Problem 1", words: "Slow.", foundBy: "kind" },
  ]);
});

test("they are listed by the labels and types that are configured", async () => {
  const { list, kept, asked } = await open({ problems: { labels: ["bug"] } });
  await list();
  expect(asked).toEqual([{ labels: ["bug"], types: [] }]);
  expect((await kept()).map(({ number }) => number)).toEqual([3]);
});

test("a sweep lists them once a day", async () => {
  const { seldom, wait, asked } = await open();
  await seldom();
  wait(23 * HOUR_MS);
  await seldom();
  expect(asked).toHaveLength(1);
  wait(HOUR_MS);
  await seldom();
  expect(asked).toHaveLength(2);
});

test("the texts of many are read one by one, and others get their turn in between", async () => {
  let turns = 0;
  const turn = () => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const kept: number[] = [];
  const problems = {
    ...(await open()).problems,
    replaceListed: async (_: unknown, { length }: { readonly length: number }) => void kept.push(length, turns),
  };
  const means = { reader: { listOpenProblems: async () => Array.from({ length: 50 }, (_, at) => listed(at + 1)) } };
  await listProblems(job, { problems, now: () => new Date(MONDAY) }, { ...means, loaded: loadedWith({}) });
  clearImmediate(next);
  expect(kept[0]).toBe(50);
  expect(kept[1]).toBeGreaterThanOrEqual(49);
});
