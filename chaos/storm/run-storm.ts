import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
import { findWrong } from "./check-pull-requests.ts";
import { checkStore } from "./check-store.ts";
import { checkSecretsInLog, checkSecretsInStore, checkTraces } from "./check-traces.ts";
import { openPostOffice } from "./post-office.ts";
import { rage } from "./rage.ts";
import { setStage } from "./stage.ts";
import type { Storm, StormPlan } from "./storm.ts";
import { tellFigures } from "./tell-figures.ts";
import { tellWrong } from "./tell-wrong.ts";
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

/** The store is deleted, in the middle of work. */
async function forget({ replicas, place }: Storm): Promise<void> {
  const [first] = replicas;
  // The others would go on with what they hold.
  if (first === undefined || replicas.length > 1) throw new Error("A store is lost under one replica");
  await first.restart(place.empty);
}

async function weatherIt(storm: Storm): Promise<Outcome> {
  const { plan, simulation, weather, replicas, office, place, stage } = storm;
  const begin = performance.now();
  if (plan.sky === "foul") simulation.github.faults.setWeather(weather.weather);
  await rage(storm);
  simulation.github.faults.setWeather(null);
  if (plan.memory === "lost") await forget(storm);
  const [raged, calmed] = [performance.now() - begin, await waitUntilRight(storm)];
  const wrong = findWrong(stage);
  const codes = await Promise.all(replicas.map(({ stop }) => stop()));
  await storm.door.close();
  office.collect();
  const stored = await place.inspect(async (statements) => [
    ...(plan.memory === "kept" ? await checkStore(statements, office.letters) : []),
    ...(await checkSecretsInStore(storm, statements)),
  ]);
  return {
    figures: tellFigures(storm, { raged, calmed }),
    violations: [
      ...wrong.map((one) => tellWrong(one, office.letters)),
      ...stored,
      ...checkTraces(storm),
      ...(await checkSecretsInLog(storm)),
      ...checkSimulation(storm),
      ...replicas.flatMap(({ crashes }) => crashes.map((crash) => `The app ended by itself: ${crash}`)),
      ...(plan.cuts > 0 ? [] : replicas.flatMap(({ failedStarts }) => failedStarts)).map(
        (end) => `A start failed: ${end}`,
      ),
      ...codes.filter((code) => code !== 0).map((code) => `The app was stopped and ended with ${code ?? "a signal"}`),
      ...(calmed === null ? [`Not everything was right ${plan.patienceMs / 1000} s after the faults had stopped`] : []),
    ],
  };
}

/** Requests that GitHub would refuse, and errors of the simulation: neither may come from foul weather. */
function checkSimulation({ simulation: { github } }: Storm): readonly string[] {
  return [
    ...github.violations.map((violation) => JSON.stringify(violation)),
    ...github.bugs.map(({ message }) => message),
  ];
}

/** Twice, with a moment in between: what is right by chance, while something is under way, does not count. */
const [lookEveryMs, rightForMs] = [1000, 4000];

/** How long it took until every replica was there and everything right, in milliseconds; null if it was not in time. */
async function waitUntilRight({ plan, stage, office, replicas }: Storm): Promise<number | null> {
  const begin = performance.now();
  let since: number | null = null;
  while (performance.now() - begin < plan.patienceMs) {
    office.collect();
    const isRight = replicas.every(({ downFor }) => downFor() === 0) && findWrong(stage).length === 0;
    if (!isRight) since = null;
    else since ??= performance.now();
    if (since !== null && performance.now() - since >= rightForMs) return since - begin;
    await sleep(lookEveryMs);
  }
  return null;
}
