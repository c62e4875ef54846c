import { expect, test } from "vitest";
import type { FollowUpSettings } from "../../../src/core/follow-up/follow-up-settings.ts";
import type { Round } from "../../../src/core/follow-up/follow-up.ts";
import { spansOf } from "../../support/clock-spans.ts";
import { eventsOf } from "../../support/follow-up-events.ts";
import { settings } from "../../support/follow-ups.ts";
import { live } from "../../support/live-follow-up.ts";
import type { Life, Written } from "../../support/live-follow-up.ts";
import { randomOf } from "../../support/random.ts";

const [hour, day] = [3_600_000, 86_400_000];

/** With a leap day, and the changes of the clocks of both halves of the earth. */
const start = Date.UTC(2028, 1, 1);

const places = [
  settings(),
  settings({ time_zone: "Europe/Berlin", slot: { day: "sunday", time: "02:30" } }),
  settings({ time_zone: "America/New_York", slot: { day: "sunday", time: "01:30" } }),
  settings({ time_zone: "Australia/Lord_Howe", slot: { day: "sunday", time: "01:45" } }),
  settings({ time_zone: "Asia/Kolkata", slot: { day: "friday", time: "16:30" } }),
  settings({ time_zone: "Pacific/Kiritimati", slot: { day: "monday", time: "00:00" } }),
];

/** A thousand homes over ninety days, each with a clock, restarts and people of its own. */
const lives: readonly Life[] = Array.from({ length: 1_000 }, (_, seed) => {
  const random = randomOf(seed);
  return live({
    events: eventsOf(random, start),
    spans: spansOf(random, start, 90 * day),
    settings: places[seed % places.length] ?? settings(),
    isLost: () => random() < 0.05,
  });
});

const all = lives.flatMap(({ written, settings: place }) => written.map((one) => ({ ...one, place })));
const [questions, reminders] = [all.filter(isA("question")), all.filter(isA("reminder"))];

function isA(wanted: Written["kind"]) {
  return ({ kind }: Written) => kind === wanted;
}

test("a thousand follow-ups end in every way there is", () => {
  const ends = lives.flatMap(({ rounds }) =>
    rounds.map(({ state }) => (state.kind === "settled" ? state.outcome : state.kind)),
  );
  const every = ["validated", "invalidated", "inconclusive", "unmeasured", "reverted", "cancelled"];
  for (const end of every) expect(ends.filter((one) => one === end).length).toBeGreaterThan(10);
  expect(new Set(ends)).toEqual(new Set(every));
  expect(lives.filter(({ rounds }) => rounds.length > 1).length).toBeGreaterThan(50);
});

test("whoever looks when the slot has come writes the question then, and once", () => {
  expect(questions.length).toBeGreaterThan(500);
  for (const { looks } of lives)
    for (const { state, wrote } of looks) expect(wrote.includes("question")).toBe(state === "due");
  for (const { written, world } of lives) {
    const begun = written.filter(isA("question")).map(({ round }) => round.served[0]?.reference.number);
    expect(new Set(begun).size).toBe(begun.length);
    expect(world.comments.filter(({ kind }) => kind === "question").length).toBeLessThanOrEqual(begun.length);
  }
});

test("no question comes before its window is over and its slot is there", () => {
  const wrong = questions.filter(({ clock, round, place, world }) => {
    const starts = round.served.flatMap(({ revertedAt, restoredAt, mergedAt }) =>
      revertedAt === null ? [(restoredAt ?? mergedAt).getTime()] : [],
    );
    const due = Math.min(Math.max(...starts) + 14 * day, Math.min(...starts) + 28 * day);
    const put = world.snoozes.findLast(({ at }) => at >= (round.served[0]?.mergedAt ?? at))?.until.getTime() ?? due;
    return !isInSlot(round, { clock, earliest: Math.max(due, put), place });
  });
  expect(wrong).toEqual([]);
});

test("no reminder comes before half a week and its slot", () => {
  expect(reminders.length).toBeGreaterThan(300);
  const wrong = reminders.filter(({ clock, round, place, world }) => {
    const asked = round.askedAt?.getTime() ?? 0;
    const put = world.snoozes.findLast(({ at }) => at.getTime() >= asked)?.until.getTime() ?? 0;
    return !isInSlot(round, { clock, earliest: Math.max(asked + 3.5 * day, put), place });
  });
  expect(wrong).toEqual([]);
});

interface Expected {
  readonly clock: number;
  readonly earliest: number;
  readonly place: FollowUpSettings;
}

/** By the calendar of the place, which is asked of the runtime and not of our arithmetic. A week may have an hour more. */
function isInSlot({ state }: Round, { clock, earliest, place }: Expected): boolean {
  const slot = state.kind === "due" ? state.askAt : state.kind === "asked" ? state.remindAt : new Date(0);
  const isFirst = slot.getTime() >= earliest && slot.getTime() - earliest <= 7 * day + hour;
  // Half past two does not exist then: the same time as if the clocks had not gone forward is half past three.
  const time = isSkipped(slot, place) ? "03:30" : place.slot.time;
  return clock >= slot.getTime() && isFirst && tellTime(slot, place) === `${place.slot.day} ${time}`;
}

/** Only Berlin's slot is ever skipped here: at half past two on the last Sunday of March. */
function isSkipped(slot: Date, { time_zone: zone }: FollowUpSettings): boolean {
  return zone === "Europe/Berlin" && slot.toISOString().startsWith("2028-03-26");
}

const clocks = new Map(
  places.map(({ time_zone: timeZone }) => [
    timeZone,
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "long",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
  ]),
);

function tellTime(date: Date, { time_zone: zone }: FollowUpSettings): string {
  return (clocks.get(zone)?.format(date) ?? "").replace(",", "").toLowerCase();
}

test("a slot that the clocks skip was among them", () => {
  const skipped = all.filter(({ round: { state }, place }) => state.kind === "due" && isSkipped(state.askAt, place));
  expect(skipped.length).toBeGreaterThan(0);
});

test("whoever is woken finds something to do, or found it the time before", () => {
  for (const { looks } of lives) {
    expect(looks.length).toBeLessThan(60);
    const inVain = looks.map(({ by, writes }) => by === "wake" && writes === 0);
    expect(inVain.some((one, at) => one && inVain[at + 1] === true)).toBe(false);
  }
});

test("nobody is asked or reminded once somebody answered, cancelled it or took all of it back", () => {
  for (const { world, round } of [...questions, ...reminders]) {
    const from = round.served[0]?.mergedAt ?? new Date(0);
    expect(world.said.filter(({ at }) => at >= from)).toEqual([]);
    expect(round.served.some(({ revertedAt }) => revertedAt === null)).toBe(true);
    expect(world.events.filter(({ ours, at }) => !ours && at >= from)).toEqual([]);
  }
});

test("there is one reminder, and one more for each time that it was put off", () => {
  for (const { written, world } of lives) {
    const [asked, reminded] = [written.filter(isA("question")), written.filter(isA("reminder"))];
    expect(reminded.length).toBeLessThanOrEqual(asked.length + world.snoozes.length);
    expect(world.comments.filter(({ kind, minimised }) => kind === "reminder" && !minimised)).toEqual([]);
  }
});
