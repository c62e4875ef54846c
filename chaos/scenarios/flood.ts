import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { Bar } from "../load/bars.ts";
import { compare } from "../load/bars.ts";
import type { Ends, Flood } from "../load/flooder.ts";
import { flood as pour } from "../load/flooder.ts";
import { openMail } from "../load/mail.ts";
import { percentile } from "../load/percentile.ts";
import { forgetPeak, memoryOf } from "../load/process-figures.ts";
import type { RunningApp } from "../load/running-app.ts";
import { startApp } from "../load/running-app.ts";
import { isAcknowledged, openSender } from "../load/sender.ts";
import { buildTown, turn } from "../load/town.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const MB = 1024 * 1024;
const MOST_MEMORY_MB = 350;
const MOST_FOR_A_LARGE_ONE_MB = 150;
const size = { full: { posts: 1000, seconds: 45 }, quick: { posts: 100, seconds: 10 } } as const;

/** G19 of the threats. */
export const flood: Scenario = {
  name: "flood",
  about: "1,000 unsigned posts of 200 MB, wrongly signed ones and slow connections, while signed ones are acknowledged",
  run: (options) => withStore(options.store, ({ variables }) => measure(options, variables)),
};

async function measure({ size: chosen }: ChaosOptions, variables: Readonly<Record<string, string>>): Promise<Outcome> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations: 5, pullRequestsEach: 10 });
  // Making a store takes more memory than having one, once.
  await (await startApp(github, { apiUrl: api.url, variables })).stop();
  const app = await startApp(github, { apiUrl: api.url, variables });
  const mail = openMail(github, () => [app.url]);
  let acted = 0;
  const acting = setInterval(() => {
    const change = changes[(acted += 1) % changes.length];
    if (change !== undefined) turn(github, change);
  }, 100);
  await sleep(5000);
  forgetPeak(app.pid);
  const before = memoryOf(app.pid).now;
  const waves = await pourAll(`${app.url}${webhookPath}`, size[chosen]);
  clearInterval(acting);
  await mail.close();
  const { peak } = memoryOf(app.pid);
  const large = await sendLarge(github, app);
  await app.stop();
  await api.close();
  const times = mail.sent.map(({ ms }) => ms);
  return compare([
    { what: "memory before", value: before, unit: "MB" },
    { what: "most memory during the flood", value: peak, unit: "MB", atMost: MOST_MEMORY_MB },
    ...waves,
    { what: "signed deliveries meanwhile: p50", value: percentile(times, 0.5), unit: "ms" },
    { what: "signed deliveries meanwhile: p99", value: percentile(times, 0.99), unit: "ms", atMost: 1000 },
    {
      what: "signed deliveries without a 2xx",
      value: mail.sent.filter((one) => !isAcknowledged(one)).length,
      atMost: 0,
    },
    ...large,
  ]);
}

async function pourAll(url: string, { posts, seconds }: { readonly posts: number; readonly seconds: number }) {
  const slow = pour({ kind: "slow connections", url, count: 200, seconds });
  const event = { "x-github-event": "pull_request", "x-github-delivery": randomUUID() };
  const wrong = { ...event, "x-hub-signature-256": `sha256=${"0".repeat(64)}` };
  const unsigned = { kind: "posts", url, headers: event, bytes: 200 * MB, atOnce: 100, count: posts / 2 } as const;
  const bars: Bar[] = [];
  const add = async (name: string, given: Flood) => void bars.push(...told(name, await pour(given)));
  await add("200 MB, length told", { ...unsigned, length: "told" });
  await add("200 MB, length not told", { ...unsigned, length: "not told" });
  await add("24 MB, wrongly signed", {
    ...unsigned,
    headers: wrong,
    bytes: 24 * MB,
    atOnce: 50,
    count: posts / 5,
    length: "told",
  });
  await add("24 MB, wrongly signed, length not told", {
    ...unsigned,
    headers: wrong,
    bytes: 24 * MB,
    atOnce: 50,
    count: posts / 5,
    length: "not told",
  });
  bars.push(...told(`200 slow connections after ${seconds} s`, await slow));
  return bars;
}

function told(name: string, ends: Ends): readonly Bar[] {
  return Object.entries(ends).map(([end, value]) => ({ what: `${name}: ${end}`, value }));
}

/** GitHub's largest delivery, validly signed. */
async function sendLarge(github: SimulatedGitHub, { url, pid }: RunningApp): Promise<readonly Bar[]> {
  const delivery = github.webhooks.deliveries.findLast(({ event }) => event === "pull_request");
  if (delivery === undefined) throw new Error("There was no delivery");
  const padding = "a".repeat(25 * MB - JSON.stringify(delivery.payload).length - 100);
  const sender = openSender(github);
  await sleep(2000);
  forgetPeak(pid);
  const before = memoryOf(pid).now;
  const { status, ms } = await sender.send(
    { ...delivery, guid: randomUUID(), payload: { ...delivery.payload, padding } },
    url,
  );
  const { peak } = memoryOf(pid);
  await sender.close();
  return [
    { what: "one valid delivery of 25 MB: status", value: status ?? Number.NaN, atLeast: 200, atMost: 299 },
    { what: "one valid delivery of 25 MB: acknowledged after", value: ms, unit: "ms" },
    {
      what: "one valid delivery of 25 MB: more memory",
      value: peak - before,
      unit: "MB",
      atMost: MOST_FOR_A_LARGE_ONE_MB,
    },
  ];
}
