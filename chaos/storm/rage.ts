import { setTimeout as sleep } from "node:timers/promises";
import { seeded } from "../random.ts";
import type { Random } from "../random.ts";
import { act } from "./acts.ts";
import { openChange } from "./open-change.ts";
import type { Storm } from "./storm.ts";

/** Something that breaks once so many deliveries have happened. */
interface Blow {
  readonly at: number;
  readonly strike: () => Promise<void>;
}

const TICK_MS = 50;

/**
 * Longer than that, people wait for an app that is down: on a slow machine it would miss nearly everything, and a storm
 * of missed deliveries is another one. In milliseconds.
 */
const LONGEST_DOWN_MS = 2000;

/** People act, deliveries go out, answers fail, processes and connections are cut, until there were enough deliveries. */
export async function rage(storm: Storm): Promise<void> {
  const { plan, stage, office } = storm;
  const random = seeded(plan.seed, "acts");
  const blows = planBlows(storm, seeded(plan.seed, "blows"));
  const struck: Promise<void>[] = [];
  office.collect();
  let due = office.count();
  while (office.count() < plan.deliveries) {
    if (!isDown(storm)) due += (plan.perSecond * TICK_MS) / 1000;
    while (office.count() < Math.min(due, plan.deliveries)) {
      act(stage, random, plan.changes);
      office.collect();
    }
    while ((blows[0]?.at ?? Number.POSITIVE_INFINITY) <= office.count()) struck.push(strikeNext(blows));
    await sleep(TICK_MS);
  }
  // None left out where chance opened too few.
  while (countChanges(storm) < plan.changes) openChange(stage, random);
  office.collect();
  await Promise.all(struck);
  await office.settled();
  // Whatever was under way when the weather clears is cut short as well.
  if (plan.kills >= plan.replicas) await Promise.all(storm.replicas.map(({ kill }) => kill()));
}

function isDown({ replicas }: Storm): boolean {
  return replicas.every(({ downFor }) => downFor() > LONGEST_DOWN_MS);
}

function countChanges({ stage }: Storm): number {
  return stage.shops.reduce((sum, { changes }) => sum + changes.length, 0);
}

async function strikeNext(blows: Blow[]): Promise<void> {
  await blows.shift()?.strike();
}

/** Spread over the whole storm by chance, in the order in which they come. */
function planBlows(storm: Storm, random: Random): Blow[] {
  const { plan, replicas, place } = storm;
  const anywhere = () => random.whole(plan.deliveries);
  const kills = Array.from({ length: Math.max(0, plan.kills - replicas.length) }, (): Blow => {
    const [replica, pause] = [random.pick(replicas), random.whole(500)];
    return { at: anywhere(), strike: () => sleep(pause).then(() => replica.kill()) };
  });
  const cuts = Array.from({ length: plan.cuts }, (): Blow => {
    return { at: anywhere(), strike: place.cutConnections };
  });
  return [...kills, ...cuts].toSorted((a, b) => a.at - b.at);
}
