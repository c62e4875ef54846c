import { setTimeout as sleep } from "node:timers/promises";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { StorePlace } from "../app/store-place.ts";
import { atRate } from "../load/at-rate.ts";
import { compare } from "../load/bars.ts";
import { layWire } from "../load/wire.ts";
import { openMail } from "../load/mail.ts";
import type { Mail } from "../load/mail.ts";
import { startApp } from "../load/running-app.ts";
import { isAcknowledged } from "../load/sender.ts";
import type { Change } from "../load/town.ts";
import { buildTown, isRight, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const PER_SECOND = 20;
const size = { full: { seconds: 30 }, quick: { seconds: 10 } } as const;
const PATIENCE_MS = 5 * 60_000;

/** G29 of the threats. */
export const storeOutage: Scenario = {
  name: "store-outage",
  about: "PostgreSQL is away for a while: 503 and never a 2xx, and all is well within 30 s after it is back",
  run: (options) => withStore("postgres", (place) => measure(options, place)),
};

async function measure({ size: chosen }: ChaosOptions, { variables, inspect }: StorePlace): Promise<Outcome> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations: 5, pullRequestsEach: 10 });
  github.latency.ms = API_LATENCY_MS;
  const url = new URL(variables["DATABASE_URL"] ?? "");
  const wire = await layWire({ host: url.hostname, port: Number(url.port) });
  url.port = String(wire.port);
  // Every delivery would be told of: what is wrong is known here.
  const app = await startApp(github, {
    apiUrl: api.url,
    variables: { ...variables, DATABASE_URL: url.href, LOG_LEVEL: "silent" },
  });
  const act = (index: number) => {
    const change = changes[index % changes.length];
    if (change !== undefined) turn(github, change);
  };
  const { seconds } = size[chosen];
  const before = openMail(github, () => [app.url]);
  await atRate({ perSecond: PER_SECOND, seconds: 5 }, act);
  await before.close();
  await wire.cut();
  const meanwhile = openMail(github, () => [app.url]);
  await atRate({ perSecond: PER_SECOND, seconds }, act);
  await meanwhile.close();
  await wire.mend();
  const back = await firstAcknowledged(github, changes, () => app.url);
  const after = openMail(github, () => [app.url]);
  redeliver(github, meanwhile);
  const right = await until(() => changes.every(isRight), PATIENCE_MS);
  await after.close();
  const code = await app.stop();
  await wire.close();
  await api.close();
  const acknowledged = [before, meanwhile, after].flatMap(({ sent }) => sent).filter(isAcknowledged);
  const kept = await inspect(async (statements) => {
    const rows = await statements.query("SELECT delivery_id FROM outcome.deliveries");
    return new Set(rows.map((row) => row["delivery_id"]));
  });
  // Of others, such as the echo of a check run, nothing is stored: they ask for nothing.
  const asks = new Set(
    github.webhooks.deliveries.filter(({ event }) => event === "pull_request").map(({ guid }) => guid),
  );
  const lost = acknowledged.filter(({ guid }) => asks.has(guid) && !kept.has(guid));
  const statuses = (status: number | null) => meanwhile.sent.filter((one) => one.status === status).length;
  return compare([
    { what: "answered with 503 meanwhile", value: statuses(503), atLeast: 1 },
    {
      what: "answered with another error",
      value: meanwhile.sent.length - statuses(503) - statuses(null) - meanwhile.sent.filter(isAcknowledged).length,
    },
    { what: "not answered within 10 s", value: statuses(null), atMost: 0 },
    {
      what: "answered with a 2xx",
      value: meanwhile.sent.filter((one) => isAcknowledged(one) && asks.has(one.guid)).length,
      atMost: 0,
    },
    { what: "acknowledged and not stored", value: lost.length, atMost: 0 },
    { what: "acknowledging again after", value: back / 1000, unit: "s", atMost: 30 },
    { what: "all verdicts right after", value: (right ?? Number.POSITIVE_INFINITY) / 1000, unit: "s", atMost: 300 },
    { what: "exit code afterwards", value: code ?? Number.NaN, atMost: 0 },
  ]);
}

async function firstAcknowledged(
  github: SimulatedGitHub,
  changes: readonly Change[],
  url: () => string,
): Promise<number> {
  const startedAt = performance.now();
  const mail = openMail(github, () => [url()]);
  for (let tried = 0; !mail.sent.some(isAcknowledged) && tried < 600; tried += 1) {
    const change = changes[tried % changes.length];
    if (change !== undefined) turn(github, change);
    await sleep(100);
  }
  await mail.close();
  return mail.sent.some(isAcknowledged) ? performance.now() - startedAt : Number.POSITIVE_INFINITY;
}

/** As an operator, or the app itself by its look at the deliveries, would have GitHub do. */
function redeliver(github: SimulatedGitHub, { sent }: Mail): void {
  const failed = new Set(sent.filter((one) => !isAcknowledged(one)).map(({ guid }) => guid));
  const missed = github.webhooks.deliveries.filter(({ guid }) => failed.has(guid));
  missed.forEach((delivery) => github.webhooks.tellAgain(delivery));
}
