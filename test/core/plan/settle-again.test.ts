import { expect, test } from "vitest";
import * as fc from "fast-check";
import { answeredOutcomes } from "../../../src/core/follow-up/follow-up.ts";
import type { Reference } from "../../../src/core/facts/reference.ts";
import { labelKeys } from "../../../src/core/follow-up/labels.ts";
import {
  answerOf,
  applyAll,
  change,
  emptyWorld,
  homeOf,
  labels,
  putLabel,
  takeLabel,
} from "../../support/follow-up-world.ts";
import type { World } from "../../support/follow-up-world.ts";
import { broughtBack } from "../../support/follow-up-events.ts";
import { servedOn, settings } from "../../support/follow-ups.ts";
import { planWorld } from "../../support/settle-world.ts";

const [hour, start] = [3_600_000, Date.UTC(2026, 2, 2)];
const place = settings();

type Step = (world: World, at: Date) => World;

const anyThread: fc.Arbitrary<Reference> = fc.constantFrom(7, 1, 2).map((number) => ({ ...homeOf, number }));
const anyLabel = fc.constantFrom(...labelKeys).map((key) => labels[key].name);

const nothing: Step = (world) => world;
const merge: Step = (world, at) => ({ ...world, served: [...world.served, servedOn(world.served.length + 1, at)] });
const restore: Step = (world, at) => ({ ...world, served: world.served.map((one) => broughtBack(one, at)) });
const revert: Step = (world, at) => ({ ...world, served: world.served.map((one) => ({ ...one, revertedAt: at })) });

const deleteWord: Step = (world, at) => {
  const [first, ...comments] = world.comments;
  return first === undefined ? world : { ...world, comments, deleted: [...world.deleted, { ...first, deletedAt: at }] };
};

const hideWord: Step = (world) => {
  const last = world.comments.at(-1);
  return last === undefined ? world : change(world, last.id, { minimised: true, minimisedReason: "off_topic" });
};

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(nothing) },
  { weight: 2, arbitrary: fc.constant(merge) },
  fc.constantFrom(restore, revert, deleteWord, hideWord),
  fc
    .tuple(anyThread, fc.constantFrom(...answeredOutcomes), fc.string())
    .map(([on, outcome, note]): Step => (world, at) => {
      return { ...world, said: [...world.said, answerOf(outcome, { at, on, via: "comment", note })] };
    }),
  fc.integer({ min: 1, max: 60 }).map((days): Step => (world, at) => {
    const until = new Date(at.getTime() + days * 24 * hour);
    return { ...world, snoozes: [...world.snoozes, { at, until }] };
  }),
  fc.tuple(anyThread, anyLabel).map(([on, name]): Step => (world, at) => {
    const isOn = world.labels.some((one) => one.name === name && one.on.number === on.number);
    return isOn ? world : putLabel(world, name, { on, at, ours: false });
  }),
  fc.tuple(anyThread, anyLabel).map(
    ([on, name]): Step =>
      (world, at) =>
        takeLabel(world, name, { on, at, ours: false }),
  ),
);

/** Labels of ours on one thread, but for those that a person put there. */
function oursOn(world: World, on: Reference): readonly string[] {
  return world.labels.flatMap(({ name, on: where }) => {
    const put = world.events.findLast(
      (event) => event.name === name && event.on.number === where.number && event.kind === "labelled",
    );
    return where.number === on.number && put?.ours === true ? [name] : [];
  });
}

test("whatever happens, once a plan is done there is nothing left to do, and no thread has two labels of ours", () => {
  const life = fc.array(
    fc.tuple(anyStep, fc.oneof(fc.integer({ min: 1, max: 20 * 24 }), fc.integer({ min: 1, max: 150 * 24 }))),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(life, (steps) => {
      let [world, now] = [merge(emptyWorld, new Date(start)), start];
      for (const [step, hours] of steps) {
        world = step(world, new Date(now));
        const looksAt = new Date(now + 60_000);
        world = applyAll(world, planWorld(world, looksAt, place).plan, looksAt);
        expect(planWorld(world, looksAt, place).plan).toEqual([]);
        for (const { reference } of [...world.served, world.home])
          expect(oursOn(world, reference).length).toBeLessThan(2);
        now += hours * hour;
      }
    }),
    { numRuns: 300 },
  );
});
