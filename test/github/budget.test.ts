import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Allowances } from "../../src/github/allowances.ts";
import { budgetOf } from "../../src/github/budget.ts";
import { GitHubError } from "../../src/github/errors.ts";
import type { Price } from "../../src/github/price.ts";
import { allowances } from "../../src/queue/allowances.ts";
import { openTestStore } from "../support/store.ts";

const noon = Date.parse("2026-03-02T12:00:00Z");
const read: Price = { resource: "rest", points: 1, writes: false, creates: false };
const write: Price = { ...read, points: 5, writes: true };
const create: Price = { ...write, creates: true };
const query: Price = { ...read, resource: "graphql" };

/** Budgets of several processes on one store, at a time that is moved by hand. */
async function processes(count: number) {
  const store = await openTestStore();
  const state = { now: noon, asked: 0 };
  const kept = allowances(store);
  const counted: Allowances = {
    ...kept,
    take: (wanted) => {
      state.asked += 1;
      return kept.take(wanted);
    },
  };
  const options = { allowances: counted, installation: 7, now: () => new Date(state.now) };
  const budgets = Array.from({ length: count }, () => budgetOf(options));
  return { state, budgets, close: () => store.close() };
}

type Budgets = Awaited<ReturnType<typeof processes>>["budgets"];

/** How many of these were let through, and the time that the first refused one was told. */
async function spendAll(budgets: Budgets, price: Price, times: number) {
  const told: (readonly [string, number])[] = [];
  let through = 0;
  for (let i = 0; i < times; i += 1) {
    const ended = await budgets[i % budgets.length]?.spend(price).then(
      () => null,
      (error: unknown) => error,
    );
    if (ended === null) through += 1;
    else told.push(whenTold(ended));
  }
  return { through, told };
}

function whenTold(error: unknown): readonly [string, number] {
  if (!(error instanceof GitHubError)) throw error;
  const { failure } = error;
  if (failure.kind !== "retry-later" && failure.kind !== "no-room") throw error;
  return [failure.kind, ((failure.at?.getTime() ?? 0) - noon) / 1000];
}

test.each([
  ["reads", read, 900],
  ["writes", write, 180],
  ["queries", query, 2000],
] as const)("of %s as many are sent within a minute as GitHub allows, by one process", async (_name, price, most) => {
  const { state, budgets, close } = await processes(1);
  const { through, told } = await spendAll(budgets, price, most + 5);
  expect(through).toBe(most);
  expect(told[0]?.[0]).toBe("retry-later");
  // Many at once ask the store seldom.
  expect(state.asked).toBeLessThan(most / 5);
  state.now = noon + (told[0]?.[1] ?? 0) * 1000;
  expect((await spendAll(budgets, price, 5)).through).toBe(5);
  await close();
});

test("three processes together send no more than one may", async () => {
  const { budgets, close } = await processes(3);
  const { through } = await spendAll(budgets, write, 300);
  expect(through).toBeLessThanOrEqual(180);
  // What one process took and did not send is lost to the others for a minute.
  expect(through).toBeGreaterThan(150);
  await close();
});

test("reads and queries are counted apart", async () => {
  const { budgets, close } = await processes(1);
  await spendAll(budgets, write, 181);
  expect((await spendAll(budgets, query, 10)).through).toBe(10);
  await close();
});

test("60 are created within a minute and 400 within an hour, and each of the others is told a time of its own", async () => {
  const { state, budgets, close } = await processes(1);
  const first = await spendAll(budgets, create, 63);
  expect(first.through).toBe(60);
  expect(first.told.map(([kind]) => kind)).toEqual(["no-room", "no-room", "no-room"]);
  let created = 60;
  for (let minute = 2; minute < 59; minute += 2) {
    state.now = noon + minute * 60_000;
    created += (await spendAll(budgets, create, 60)).through;
  }
  expect(created).toBe(400);
  state.now = noon + 59 * 60_000;
  const { told } = await spendAll(budgets, create, 3);
  expect(told).toHaveLength(3);
  state.now = noon + 3_602_000;
  expect((await spendAll(budgets, create, 1)).through).toBe(1);
  await close();
});

test("who finds no room to create something may still write what is there", async () => {
  const { budgets, close } = await processes(1);
  await spendAll(budgets, create, 61);
  expect((await spendAll(budgets, write, 10)).through).toBe(10);
  await close();
});

test("whatever comes when, no minute holds more than 900 points", async () => {
  const arrivals = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 4000 }), price: fc.constantFrom(read, write) }),
    {
      minLength: 100,
      maxLength: 300,
    },
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async (all) => {
      const { state, budgets, close } = await processes(2);
      const sent: { at: number; points: number }[] = [];
      for (const [i, { after, price }] of [...all, ...all].entries()) {
        state.now += i % 3 === 0 ? after : 0;
        const { through } = await spendAll(budgets.slice(i % 2, (i % 2) + 1), price, 1);
        if (through === 1) sent.push({ at: state.now, points: price.points });
      }
      await close();
      for (const { at } of sent) {
        const within = sent.filter((one) => one.at > at - 60_000 && one.at <= at);
        expect(within.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(900);
      }
    }),
    { numRuns: 5 },
  );
});
