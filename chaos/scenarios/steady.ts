import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { withStore } from "../app/store-place.ts";
import { simulate } from "../app/simulate.ts";
import { atRate } from "../load/at-rate.ts";
import type { Bar } from "../load/bars.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { percentile } from "../load/percentile.ts";
import { memoryOf, processorTimeOf } from "../load/process-figures.ts";
import { startApp } from "../load/running-app.ts";
import type { Sent } from "../load/sender.ts";
import { openSender } from "../load/sender.ts";
import { buildTown, turn } from "../load/town.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const size = {
  full: { seconds: 60, perSecond: 50, burst: 2000 },
  quick: { seconds: 5, perSecond: 50, burst: 200 },
} as const;
const BURST_SECONDS = 5;
const WARM_SECONDS = 10;

/** G1 of the threats, for a minute instead of ten. */
export const steady: Scenario = {
  name: "steady",
  about: "50 deliveries of 10 KB a second while the app works at 50 ms API latency, then 2,000 within 5 seconds",
  run: (options) => withStore(options.store, ({ variables }) => measure(options, variables)),
};

async function measure({ size: chosen }: ChaosOptions, variables: Readonly<Record<string, string>>): Promise<Outcome> {
  const { github, api } = await simulate();
  // So many that the limits that GitHub sets each of them leave the app enough to do.
  const { changes } = buildTown(github, { installations: 25, pullRequestsEach: 8 });
  github.latency.ms = API_LATENCY_MS;
  const app = await startApp(github, { apiUrl: api.url, variables });
  const { seconds, perSecond, burst } = size[chosen];
  const act = (index: number) => {
    const change = changes[index % changes.length];
    if (change !== undefined) turn(github, change);
  };
  // An app that has just been started compiles its code while it works: that is not what lasts.
  const warming = openMail(github, () => [app.url]);
  await atRate({ perSecond, seconds: WARM_SECONDS }, act);
  await warming.close();
  const inSteady = openMail(github, () => [app.url]);
  const busy = { app: processorTimeOf(app.pid), all: processorTimeOf(process.pid), since: performance.now() };
  await atRate({ perSecond, seconds }, act);
  const tookMs = performance.now() - busy.since;
  const share = (pid: number, before: number) => (100 * (processorTimeOf(pid) - before)) / tookMs;
  const shares = { app: share(app.pid, busy.app), github: share(process.pid, busy.all) };
  await inSteady.close();
  const inBurst = await sendBurst(github, { url: app.url, count: burst, act });
  const bytes = github.webhooks.deliveries.map(({ payload }) => JSON.stringify(payload).length);
  const memory = memoryOf(app.pid).peak;
  await app.stop();
  await api.close();
  return compare([
    { what: "size of a delivery, median", value: percentile(bytes, 0.5) / 1024, unit: "KB" },
    ...acknowledged(`steady (${perSecond}/s by people)`, inSteady.sent, 500),
    ...acknowledged("the first seconds after the start", warming.sent, undefined),
    ...acknowledged(`burst (${burst} in ${BURST_SECONDS} s by people)`, inBurst, undefined),
    { what: "steady: a processor's time that the app took", value: shares.app, unit: "%" },
    { what: "steady: a processor's time that the simulated GitHub took", value: shares.github, unit: "%" },
    { what: "most memory of the app", value: memory, unit: "MB" },
  ]);
}

/** Made before, so that what the simulated GitHub computes takes nothing from the app. */
async function sendBurst(
  github: SimulatedGitHub,
  { url, count, act }: { readonly url: string; readonly count: number; readonly act: (index: number) => void },
): Promise<readonly Sent[]> {
  const seen = github.webhooks.deliveries.length;
  for (let index = 0; index < count; index += 1) act(index);
  const deliveries = github.webhooks.deliveries.slice(seen);
  const sender = openSender(github);
  const sending: Promise<Sent>[] = [];
  await atRate({ perSecond: count / BURST_SECONDS, seconds: BURST_SECONDS }, (index) => {
    const delivery = deliveries[index];
    if (delivery !== undefined) sending.push(sender.send(delivery, url));
  });
  const sent = await Promise.all(sending);
  await sender.close();
  return sent;
}

function acknowledged(name: string, sent: readonly Sent[], p99: number | undefined): readonly Bar[] {
  const times = sent.map(({ ms }) => ms);
  const refused = sent.filter(({ status }) => status === null || status < 200 || status > 299);
  const reasons = Object.groupBy(refused, ({ status, why }) => `${status ?? why}`);
  return [
    ...Object.entries(reasons).map(([why, all]) => ({ what: `${name}: ${why}`, value: all?.length ?? 0 })),
    { what: `${name}: handed over, the app's own echoes included`, value: sent.length },
    { what: `${name}: acknowledged p50`, value: percentile(times, 0.5), unit: "ms" },
    {
      what: `${name}: acknowledged p99`,
      value: percentile(times, 0.99),
      unit: "ms",
      ...(p99 !== undefined && { atMost: p99 }),
    },
    { what: `${name}: acknowledged at the latest`, value: percentile(times, 1), unit: "ms", atMost: 9000 },
    { what: `${name}: without a 2xx`, value: refused.length, atMost: 0 },
  ];
}
