import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningStory } from "../support/start-story.ts";
import { startStory } from "../support/start-story.ts";
import { labelsOf } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";
import type { Appointment } from "../support/three-months/calendar.ts";
import { boards, calendar } from "../support/three-months/calendar.ts";
import type { Lived } from "../support/three-months/live.ts";
import { liveThreeMonths } from "../support/three-months/live.ts";
import type { Written } from "../support/three-months/witness.ts";

/** In milliseconds, of real time: three months pass in it. */
const LONGEST = 300_000;

let story: RunningStory;
let lived: Lived;

beforeAll(async () => {
  // It outlives the app, which closes its store when it stops.
  const store = { ...(await openTestStore()), close: async () => {} };
  story = await startStory({ database: store, recurring: "on" });
  lived = await liveThreeMonths(story, store);
}, LONGEST);

afterAll(() => story.stop());

const fiveMinutes = 5 * 60_000;

/** What is written at a slot stands there within minutes; anything else is told as it was. */
function dateOf({ at }: Written, expected: readonly string[]): string {
  const near = expected.find((one) => at >= new Date(one) && at.getTime() - new Date(one).getTime() <= fiveMinutes);
  return near ?? at.toISOString();
}

function datesOf({ home }: Appointment, kind: Written["kind"], expected: readonly string[]): readonly string[] {
  const { number } = lived.cast.find(home);
  return lived.written.filter((one) => one.kind === kind && one.number === number).map((one) => dateOf(one, expected));
}

function outcomesOf(name: string): readonly string[] {
  return labelsOf(lived.cast.find(name)).filter((label) => label.startsWith("outcome: "));
}

function labelFor(ends: string | null): readonly string[] {
  return ends === null ? [] : [`outcome: ${ends}`];
}

test.each(calendar)("$home is asked about exactly once, at the first slot when that is due", (one) => {
  expect(datesOf(one, "question", one.asked)).toEqual(one.asked);
});

test.each(calendar)("of $home people are reminded once for each time that they let pass", (one) => {
  const { reminded = [] } = one;
  expect(datesOf(one, "reminder", reminded)).toEqual(reminded);
});

test.each(calendar)("what became of $home stands on it and on all that served it", ({ home, served, ...one }) => {
  expect(outcomesOf(home)).toEqual(labelFor(one.ends));
  const differently: Readonly<Record<string, string>> = one.differently ?? {};
  expect(Object.fromEntries(served.map((name) => [name, outcomesOf(name)]))).toEqual(
    Object.fromEntries(served.map((name) => [name, labelFor(differently[name] ?? one.ends)])),
  );
});

test("nothing else is asked anybody anywhere", () => {
  const homes = new Set(calendar.map(({ home }) => lived.cast.find(home).number));
  const elsewhere = lived.written.filter(({ kind, number }) => kind !== "other" && !homes.has(number));
  expect(elsewhere).toEqual([]);
  const merged = [...lived.cast.threads].filter(([, { kind }]) => kind === "PullRequest").map(([name]) => name);
  expect(merged).toHaveLength(40);
  const served = new Set(calendar.flatMap((one) => one.served));
  expect(merged.filter((name) => !served.has(name)).flatMap(outcomesOf)).toEqual([]);
});

test.each(boards.map((board, index) => ({ ...board, index })))(
  "the board of $at lists what was due, pending, learned and decided against then",
  ({ index, ...board }) => {
    const lists = Object.entries(board).map(([key, names]) => [
      key,
      typeof names === "string" ? names : names.toSorted(),
    ]);
    expect(lived.boards[index]).toEqual(Object.fromEntries(lists));
  },
);

test("GitHub would have taken everything that was asked of it", () => {
  expect(story.github.bugs).toEqual([]);
  expect(story.github.violations).toEqual([]);
});
