import type { Served } from "../../src/core/follow-up/follow-up.ts";
import { answeredOutcomes } from "../../src/core/follow-up/follow-up.ts";
import { answerOf, homeOf, labels, putLabel, takeLabel } from "./follow-up-world.ts";
import type { World } from "./follow-up-world.ts";
import { servedOn } from "./follow-ups.ts";

export interface WorldEvent {
  readonly at: number;
  readonly happen: (world: World) => World;
}

type Random = () => number;

const day = 86_400_000;

/** Merges in the first weeks, and what people may do afterwards. */
export function eventsOf(random: Random, start: number): readonly WorldEvent[] {
  const merges = Array.from({ length: 1 + Math.floor(random() ** 2 * 4) }, (_, at) => {
    const when = start + Math.floor(random() * (at === 0 ? 20 : 60) * day);
    return mergeAt(when, at + 1);
  });
  const others = Array.from({ length: Math.floor(random() * 4) }, () => {
    const at = start + Math.floor((5 + random() * 85) * day);
    return { at, happen: pick(random)(new Date(at), random) };
  });
  return [...merges, ...others].toSorted((a, b) => a.at - b.at);
}

function mergeAt(at: number, number: number): WorldEvent {
  const one = servedOn(number, new Date(at));
  return { at, happen: (world) => ({ ...world, served: [...world.served, one] }) };
}

type Act = (at: Date, random: Random) => WorldEvent["happen"];

const acts: readonly Act[] = [
  (at, random) => {
    const outcome = answeredOutcomes[Math.floor(random() * 3)] ?? "validated";
    const isHere = random() < 0.6;
    return (world) => {
      const on = isHere ? homeOf : (world.served[0]?.reference ?? homeOf);
      const answer = answerOf(outcome, { at, on, via: "comment", note: "seen" });
      return { ...world, said: [...world.said, answer] };
    };
  },
  (at, random) => {
    const until = new Date(at.getTime() + (1 + random() * 40) * day);
    return (world) => ({ ...world, snoozes: [...world.snoozes, { at, until }] });
  },
  (at) => (world) => ({ ...world, served: world.served.map((one) => takenBack(one, at)) }),
  (at) => (world) => ({ ...world, served: world.served.map((one) => broughtBack(one, at)) }),
  (at) => (world) => {
    const gone = { on: homeOf, at, ours: false };
    return takeLabel(takeLabel(world, labels.pending.name, gone), labels.due.name, gone);
  },
  (at) => (world) => putLabel(world, labels.validated.name, { on: homeOf, at, ours: false }),
  (at) => (world) => {
    const question = world.comments.findLast(({ kind }) => kind === "question");
    if (question === undefined) return world;
    const comments = world.comments.filter((one) => one !== question);
    return { ...world, comments, deleted: [...world.deleted, { ...question, deletedAt: at }] };
  },
];

function takenBack(one: Served, at: Date): Served {
  const isThere = one.revertedAt === null && one.mergedAt < at;
  return isThere ? { ...one, revertedAt: at, revertedBy: 90, restoredAt: null, startsAt: one.mergedAt } : one;
}

/** Users have it only since then. */
export function broughtBack(one: Served, at: Date): Served {
  return one.revertedAt === null ? one : { ...one, revertedAt: null, revertedBy: null, restoredAt: at, startsAt: at };
}

/** Answers and snoozes are what happens most. */
function pick(random: Random): Act {
  const at = random() < 0.5 ? Math.floor(random() * 2) : Math.floor(random() * acts.length);
  return acts[at] ?? (() => (world) => world);
}
