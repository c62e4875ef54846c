import { expect, test } from "vitest";
import type { Round } from "../../../src/core/follow-up/follow-up.ts";
import type { Span } from "../../support/clock-spans.ts";
import { eventsOf } from "../../support/follow-up-events.ts";
import type { World } from "../../support/follow-up-world.ts";
import { settings } from "../../support/follow-ups.ts";
import { live } from "../../support/live-follow-up.ts";
import { randomOf } from "../../support/random.ts";

const day = 86_400_000;
const start = Date.UTC(2028, 1, 1);

/** Somebody runs, is away for up to ten months, and runs from then on. */
function awayOnce(random: () => number): readonly Span[] {
  const [from, until] = [start + random() * 60 * day, start + (60 + random() * 300) * day];
  return [
    { from: start, until: from, offset: 0, up: true },
    { from, until, offset: 0, up: false },
    { from: until, until: Infinity, offset: 0, up: true },
  ];
}

const lives = Array.from({ length: 1_000 }, (_, seed) => {
  const random = randomOf(seed);
  const given = { events: eventsOf(random, start), spans: awayOnce(random), settings: settings() };
  return live({ ...given, isLost: () => false });
});

const questions = lives.flatMap(({ written }) => written.filter(({ kind }) => kind === "question"));

/** In days: how long ago the last of it had its window, or what somebody put it off by was over. */
function daysSince({ served }: Round, { snoozes }: World, at: number): number {
  const starts = served.map(({ restoredAt, mergedAt }) => (restoredAt ?? mergedAt).getTime() + 14 * day);
  const untils = snoozes.filter((one) => one.at >= (served[0]?.mergedAt ?? one.at)).map(({ until }) => until.getTime());
  return (at - Math.max(...starts, ...untils.slice(-1))) / day;
}

test("back after months, nobody is asked about what was due ninety days before, and of the rest each is asked once", () => {
  const waited = questions.map(({ round, world, clock }) => daysSince(round, world, clock));
  expect(waited.filter((days) => days > 14).length).toBeGreaterThan(50);
  // A week to its slot.
  expect(Math.max(...waited)).toBeLessThan(97);
  for (const { written } of lives) {
    const asked = written.flatMap(({ kind, round }) =>
      kind === "question" ? [round.served[0]?.reference.number] : [],
    );
    expect(new Set(asked).size).toBe(asked.length);
  }
});

test("what could not be asked for ninety days ends unmeasured, at one date, and has its label and not a word of ours", () => {
  const unasked = lives.flatMap(({ world, written, rounds }) => {
    const round = rounds.at(-1);
    return round !== undefined && round.askedAt === null && written.length === 0 ? [{ world, round }] : [];
  });
  const ends = unasked.flatMap(({ world, round }) =>
    isUnmeasured(round) ? [{ world, round, at: round.state.at }] : [],
  );
  expect(ends.length).toBeGreaterThan(50);
  for (const { world, round, at } of ends) {
    expect(daysSince(round, world, at.getTime())).toBeGreaterThanOrEqual(90);
    expect(world.comments).toEqual([]);
    expect(world.labels.filter(({ on }) => on.number === 7).map(({ name }) => name)).toEqual(["outcome: unmeasured"]);
  }
});

function isUnmeasured(round: Round): round is Round & { readonly state: { readonly kind: "settled" } } {
  return round.state.kind === "settled" && round.state.outcome === "unmeasured";
}
