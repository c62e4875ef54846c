import type { Statements } from "../../src/queue/database.ts";
import type { Wrong } from "./check-pull-requests.ts";
import { checkStore } from "./check-store.ts";
import { checkSecretsInLog, checkSecretsInStore, checkTraces } from "./check-traces.ts";
import type { Storm } from "./storm.ts";
import { tellQueue } from "./tell-queue.ts";
import { tellWrong } from "./tell-wrong.ts";

/** How a storm ended. */
export interface StormEnd {
  /** See `waitUntilRight`. */
  readonly calmed: number | null;
  /** See `carryOn`. */
  readonly wentOn: number | null;
  readonly wrong: readonly Wrong[];
  /** What the replicas ended with when they were stopped. */
  readonly codes: readonly (number | null)[];
}

/** Everything that should have held, once the app was stopped. */
export async function findViolations(storm: Storm, end: StormEnd): Promise<readonly string[]> {
  return [
    ...end.wrong.map((one) => tellWrong(one, storm.office.letters)),
    ...(await storm.place.inspect((statements) => checkStored(storm, statements))),
    ...checkTraces(storm),
    ...(await checkSecretsInLog(storm)),
    ...checkSimulation(storm),
    ...checkProcesses(storm, end.codes),
    ...(await checkTime(storm, end)),
  ];
}

async function checkStored(storm: Storm, statements: Statements): Promise<readonly string[]> {
  const { plan, office } = storm;
  const kept = plan.memory === "kept" ? await checkStore(statements, office.letters) : [];
  return [...kept, ...(await checkSecretsInStore(storm, statements))];
}

/** Requests that GitHub would refuse, and errors of the simulation: neither may come from foul weather. */
function checkSimulation({ simulation: { github } }: Storm): readonly string[] {
  return [
    ...github.violations.map((violation) => JSON.stringify(violation)),
    ...github.bugs.map(({ message }) => message),
  ];
}

function checkProcesses({ plan, replicas }: Storm, codes: StormEnd["codes"]): readonly string[] {
  const crashes = replicas.flatMap((replica) => replica.crashes);
  // Where its database is taken away, a start may fail: the next one follows.
  const failedStarts = plan.cuts > 0 ? [] : replicas.flatMap((replica) => replica.failedStarts);
  return [
    ...crashes.map((end) => `The app ended by itself: ${end}`),
    ...failedStarts.map((end) => `A start failed: ${end}`),
    ...codes.filter((code) => code !== 0).map((code) => `The app was stopped and ended with ${code ?? "a signal"}`),
  ];
}

async function checkTime({ plan, place }: Storm, { calmed, wentOn }: StormEnd): Promise<readonly string[]> {
  if (calmed !== null && wentOn !== null) return [];
  const left = await place.inspect(tellQueue);
  const late =
    calmed === null
      ? `Not everything was right ${plan.patienceMs / 1000} s after the faults had stopped`
      : "When all was calm, what people did next was not shown in time";
  return [[late, "  What was left to do:", ...left.map((line) => `    ${line}`)].join("\n")];
}
