import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { Bar } from "../load/bars.ts";
import { compare } from "../load/bars.ts";
import { findInterleaved } from "../load/find-interleaved.ts";
import { openMail } from "../load/mail.ts";
import { processorTimeOf } from "../load/process-figures.ts";
import type { RunningApp } from "../load/running-app.ts";
import { startApp } from "../load/running-app.ts";
import { buildTown, isRight, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const size = { full: { installations: 120, rounds: 2 }, quick: { installations: 48, rounds: 1 } } as const;
const PATIENCE_MS = 5 * 60_000;
const TIMES_FASTER = 2.5;

/**
 * At 50 ms the machine must have processors for three replicas, the simulated GitHub and PostgreSQL; at 500 ms waiting
 * for GitHub is nearly all that there is to do, which shows whether the replicas hinder each other.
 */
const latencies = [50, 500] as const;

/** Side by side: one round of one replica, one of three, and so on. */
export const replicas: Scenario = {
  name: "replicas",
  about:
    "three replicas on PostgreSQL give at least 2.5 times the verdicts of one, and no two look at one pull request",
  run: (options) =>
    withStore("postgres", (one) =>
      withStore("postgres", (three) => measure(options, { one: one.variables, three: three.variables })),
    ),
};

type Variables = Readonly<Record<string, string>>;

async function measure(
  { size: chosen }: ChaosOptions,
  of: { readonly one: Variables; readonly three: Variables },
): Promise<Outcome> {
  const { installations, rounds } = size[chosen];
  const one = await openFleet({ replicas: 1, installations, variables: of.one });
  const three = await openFleet({ replicas: 3, installations, variables: of.three });
  const bars: Bar[] = [];
  for (const latency of latencies) {
    const [slow, fast] = [emptyTally(), emptyTally()];
    for (let round = 0; round < rounds; round += 1) {
      await one.round(latency, slow);
      await three.round(latency, fast);
    }
    bars.push(...told(latency, { installations: installations * rounds, slow, fast }));
  }
  const interleaved = [...(await one.close()), ...(await three.close())];
  return compare([
    ...bars,
    { what: "looks of two replicas at one pull request at once", value: interleaved.length, atMost: 0 },
  ]);
}

interface Tally {
  seconds: number;
  processorSeconds: number;
}

function emptyTally(): Tally {
  return { seconds: 0, processorSeconds: 0 };
}

function told(
  latency: number,
  of: { readonly installations: number; readonly slow: Tally; readonly fast: Tally },
): readonly Bar[] {
  const rate = ({ seconds }: Tally) => of.installations / seconds;
  const where = `at ${latency} ms`;
  return [
    { what: `${where}: verdicts/s of one replica`, value: rate(of.slow) },
    { what: `${where}: verdicts/s of three`, value: rate(of.fast) },
    { what: `${where}: times as many`, value: rate(of.fast) / rate(of.slow), atLeast: TIMES_FASTER },
    {
      what: `${where}: processor time of one replica for each verdict`,
      value: (of.slow.processorSeconds * 1000) / of.installations,
      unit: "ms",
    },
    {
      what: `${where}: processor time of three for each verdict`,
      value: (of.fast.processorSeconds * 1000) / of.installations,
      unit: "ms",
    },
  ];
}

interface FleetOptions {
  readonly replicas: number;
  readonly installations: number;
  readonly variables: Variables;
}

/** A GitHub of its own with its replicas, each of which knows GitHub at an address of its own. */
async function openFleet({ replicas: count, installations, variables }: FleetOptions) {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations, pullRequestsEach: 1 });
  const addresses = [api];
  for (let index = 1; index < count; index += 1) addresses.push(await github.listen(0));
  const apps: RunningApp[] = [];
  // One after the other: the first makes the tables.
  for (const { url } of addresses) apps.push(await startApp(github, { apiUrl: url, variables }));
  const mail = openMail(github, () => apps.map(({ url }) => url));
  const processor = () => apps.reduce((sum, { pid }) => sum + processorTimeOf(pid), 0) / 1000;
  // Warm: tokens are known, everything is compiled.
  for (const change of changes) turn(github, change);
  await until(() => changes.every(isRight), PATIENCE_MS);
  const round = async (latency: number, tally: Tally) => {
    github.latency.ms = latency;
    const used = processor();
    for (const change of changes) turn(github, change);
    const taken = await until(() => changes.every(isRight), PATIENCE_MS);
    tally.seconds += (taken ?? Number.POSITIVE_INFINITY) / 1000;
    tally.processorSeconds += processor() - used;
  };
  const close = async () => {
    await mail.close();
    for (const app of apps) await app.stop();
    for (const address of addresses) await address.close();
    return findInterleaved(github.requests.entries);
  };
  return { round, close };
}
