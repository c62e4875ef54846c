import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Database } from "../../src/queue/database.ts";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { emptyStore } from "../../test/support/store.ts";
import type { Random } from "../random.ts";
import type { MortalApp } from "./mortal-app.ts";
import { startMortalApp } from "./mortal-app.ts";
import type { Passage } from "./passage.ts";
import type { Happening, Planned } from "./plan.ts";
import type { Street } from "./street.ts";
import { answer, merge, open } from "./street.ts";

/** Where deliveries go while nobody is there. */
const NOBODY = "http://127.0.0.1:9/nobody";

/** In milliseconds of real time: somewhere in what it does then. */
const KILLED_WITHIN_MS = 80;

interface World {
  readonly github: SimulatedGitHub;
  readonly street: Street;
  readonly store: Database;
  readonly passage: Passage;
  readonly random: Random;
  /** The app's. */
  readonly log: Logger;
  /** Told after each moment. */
  readonly look: () => void;
}

interface State {
  app: MortalApp | null;
}

/** Everything that was planned happens, in its order, and the app lives through it. */
export async function liveThrough(world: World, planned: readonly Planned[]): Promise<void> {
  const { github, passage } = world;
  github.webhooks.hold();
  const state: State = { app: await start(world) };
  for (const [index, { at, happening }] of planned.entries()) {
    await passage.pass(Math.max(0, at - passage.now().getTime()));
    await act(world, state, happening);
    // What happens at the same time is delivered together.
    const isLast = planned[index + 1]?.at !== at;
    if (isLast && happening.kind !== "kill") await work(world, state);
    if (isLast) world.look();
  }
  await state.app?.kill();
}

async function start({ github, store, passage, log }: World): Promise<MortalApp> {
  return startMortalApp({ github, store, clock: passage.begin(), log });
}

async function act(world: World, state: State, happening: Happening): Promise<void> {
  const { github, street, passage } = world;
  switch (happening.kind) {
    case "look":
      return;
    case "open":
      return open(github, street, happening.appointment);
    case "merge":
      return merge(github, street, happening.appointment);
    case "answer":
      return answer(github, street, happening.appointment);
    case "clock":
      return passage.setWrongBy(happening.wrongBy);
    case "kill":
      return kill(world, state, happening.store);
    case "start":
      state.app ??= await start(world);
  }
}

async function kill({ random, store, passage, github }: World, state: State, kept: "kept" | "lost"): Promise<void> {
  if (state.app === null) return;
  void state.app.idle();
  await sleep(random.whole(KILLED_WITHIN_MS));
  await state.app.kill();
  state.app = null;
  passage.end();
  github.webhooks.setTarget(NOBODY);
  if (kept === "lost") await emptyStore(store);
}

/** Until nothing is left to deliver and to do at this time. Where the app is down, all deliveries fail. */
async function work({ github: { webhooks } }: World, { app }: State): Promise<void> {
  await app?.idle();
  for (let held = webhooks.held(); held.length > 0; held = webhooks.held()) {
    await Promise.all(held.map((delivery) => webhooks.send(delivery)));
    await app?.idle();
  }
}
