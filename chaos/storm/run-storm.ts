import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { appVariables } from "../app/app-variables.ts";
import { startReplica } from "../app/replica.ts";
import type { Replica } from "../app/replica.ts";
import { openRoundRobin } from "../app/round-robin.ts";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { StorePlace } from "../app/store-place.ts";
import { inTemporaryFolder } from "../app/temporary-folder.ts";
import { seeded } from "../random.ts";
import type { Outcome } from "../scenario.ts";
import { carryOn } from "./carry-on.ts";
import { findWrong } from "./check-pull-requests.ts";
import { findViolations } from "./find-violations.ts";
import { openPostOffice } from "./post-office.ts";
import { rage } from "./rage.ts";
import { setStage } from "./stage.ts";
import type { Storm, StormPlan } from "./storm.ts";
import { tellFigures } from "./tell-figures.ts";
import { waitUntilRight } from "./wait-until-right.ts";
import { foulWeather } from "./weather.ts";

/** The app before a GitHub that fails, with a supervisor that kills; then fair weather, and all must be right in time. */
export function runStorm(plan: StormPlan): Promise<Outcome> {
  return withStore(plan.store, (place) => inTemporaryFolder((folder) => brew(plan, place, join(folder, "app.log"))));
}

async function brew(plan: StormPlan, place: StorePlace, logFile: string): Promise<Outcome> {
  const simulation = await simulate();
  const log = createWriteStream(logFile);
  const replicas: Replica[] = [];
  try {
    const variables = {
      ...appVariables(simulation.github, { apiUrl: simulation.api.url, port: 0 }),
      ...place.variables,
    };
    // One after the other: the first makes the store.
    for (let count = 0; count < plan.replicas; count += 1) {
      const replica = await startReplica(variables, log);
      replicas.push(replica);
      await replica.listening();
    }
    return await weatherIt(await gather({ plan, simulation, place, replicas, logFile }));
  } finally {
    await Promise.all(replicas.map(({ stop }) => stop()));
    log.end();
    await simulation.api.close();
  }
}

/** People, and the way from them to the app. */
async function gather(given: Omit<Storm, "stage" | "office" | "weather" | "door">): Promise<Storm> {
  const { plan, simulation, replicas } = given;
  const { github } = simulation;
  const door = await openRoundRobin(replicas.map(({ url }) => url));
  github.webhooks.setTarget(`${door.url}${webhookPath}`);
  github.webhooks.hold();
  const stage = setStage(github, seeded(plan.seed, "stage"));
  const office = openPostOffice(github, {
    random: seeded(plan.seed, "post"),
    sky: plan.sky,
    mayLose: plan.memory === "lost" ? anything : nothing,
  });
  return { ...given, stage, office, door, weather: foulWeather(seeded(plan.seed, "weather")) };
}

const [anything, nothing] = [() => true, () => false];

async function weatherIt(storm: Storm): Promise<Outcome> {
  const raged = await blowOver(storm);
  const calmed = await waitUntilRight(storm, storm.plan.patienceMs);
  const wentOn = calmed === null ? null : await carryOn(storm);
  const wrong = findWrong(storm.stage);
  const codes = await Promise.all(storm.replicas.map(({ stop }) => stop()));
  await storm.door.close();
  storm.office.collect();
  const violations = await findViolations(storm, { calmed, wentOn, wrong, codes });
  return { figures: tellFigures(storm, { raged, calmed, wentOn }), violations };
}

/** From the first thing that breaks to the last, in milliseconds. */
async function blowOver(storm: Storm): Promise<number> {
  const { plan, weather } = storm;
  const { faults } = storm.simulation.github;
  const begin = performance.now();
  if (plan.sky === "foul") faults.setWeather(weather.weather);
  await rage(storm);
  faults.setWeather(null);
  if (plan.memory === "lost") await forget(storm);
  return performance.now() - begin;
}

/** The store is deleted, in the middle of work. */
async function forget({ replicas, place }: Storm): Promise<void> {
  const [first] = replicas;
  // The others would go on with what they hold.
  if (first === undefined || replicas.length > 1) throw new Error("A store is lost under one replica");
  await first.restart(place.empty);
}
