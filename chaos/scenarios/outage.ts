import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import { atRate } from "../load/at-rate.ts";
import type { Bar } from "../load/bars.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { percentile } from "../load/percentile.ts";
import { forgetPeak, memoryOf } from "../load/process-figures.ts";
import { startApp } from "../load/running-app.ts";
import { isAcknowledged } from "../load/sender.ts";
import { buildTown, isRight, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const PER_SECOND = 50;
const size = { full: { seconds: 120 }, quick: { seconds: 15 } } as const;
const PATIENCE_MS = 6 * 60_000;

/** G12 of the threats, for two minutes instead of ten. */
export const outage: Scenario = {
  name: "outage",
  about: "GitHub answers nothing at all: deliveries are acknowledged as ever, memory stays, and it is made up for",
  run: (options) => withStore(options.store, async ({ variables }) => compare(await measure(options, variables))),
};

async function measure(
  { size: chosen }: ChaosOptions,
  variables: Readonly<Record<string, string>>,
): Promise<readonly Bar[]> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations: 5, pullRequestsEach: 40 });
  github.latency.ms = API_LATENCY_MS;
  const app = await startApp(github, { apiUrl: api.url, variables });
  const act = (index: number) => {
    const change = changes[index % changes.length];
    if (change !== undefined) turn(github, change);
  };
  const before = openMail(github, () => [app.url]);
  await atRate({ perSecond: PER_SECOND, seconds: size[chosen].seconds / 2 }, act);
  await before.close();
  forgetPeak(app.pid);
  const memory = memoryOf(app.pid).now;
  github.faults.add({ on: () => true, does: { kind: "hangs", moment: "before" }, times: Number.POSITIVE_INFINITY });
  const meanwhile = openMail(github, () => [app.url]);
  await atRate({ perSecond: PER_SECOND, seconds: size[chosen].seconds }, act);
  await meanwhile.settled();
  const { peak } = memoryOf(app.pid);
  github.faults.clear();
  const right = await until(() => changes.every(isRight), PATIENCE_MS);
  await meanwhile.close();
  await app.stop();
  await api.close();
  const times = meanwhile.sent.map(({ ms }) => ms);
  return [
    {
      what: "acknowledged p99 before",
      value: percentile(
        before.sent.map(({ ms }) => ms),
        0.99,
      ),
      unit: "ms",
    },
    { what: "acknowledged p50 meanwhile", value: percentile(times, 0.5), unit: "ms" },
    { what: "acknowledged p99 meanwhile", value: percentile(times, 0.99), unit: "ms", atMost: 500 },
    { what: "without a 2xx", value: meanwhile.sent.filter((one) => !isAcknowledged(one)).length, atMost: 0 },
    { what: "memory before", value: memory, unit: "MB" },
    { what: "most memory meanwhile", value: peak, unit: "MB" },
    {
      what: "all verdicts right again after",
      value: (right ?? Number.POSITIVE_INFINITY) / 1000,
      unit: "s",
      atMost: 300,
    },
  ];
}
