import { setTimeout as sleep } from "node:timers/promises";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { StorePlace } from "../app/store-place.ts";
import { atRate } from "../load/at-rate.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { startApp } from "../load/running-app.ts";
import { isAcknowledged } from "../load/sender.ts";
import { buildTown, turn } from "../load/town.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const PER_SECOND = 50;
const size = { full: { secondsBefore: 10 }, quick: { secondsBefore: 3 } } as const;
const SECONDS_AFTER = 3;

/** G17 of the threats. */
export const stop: Scenario = {
  name: "stop",
  about: "SIGTERM under 50 deliveries a second: what was accepted is answered, and no job stays locked",
  run: (options) => withStore(options.store, (place) => measure(options, place)),
};

async function measure({ size: chosen }: ChaosOptions, { variables, inspect }: StorePlace): Promise<Outcome> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations: 5, pullRequestsEach: 40 });
  github.latency.ms = API_LATENCY_MS;
  const app = await startApp(github, { apiUrl: api.url, variables });
  const mail = openMail(github, () => [app.url]);
  const { secondsBefore } = size[chosen];
  const acting = atRate({ perSecond: PER_SECOND, seconds: secondsBefore + SECONDS_AFTER }, (index) => {
    const change = changes[index % changes.length];
    if (change !== undefined) turn(github, change);
  });
  await sleep(secondsBefore * 1000);
  const startedAt = performance.now();
  const code = await app.stop();
  const seconds = (performance.now() - startedAt) / 1000;
  await acting;
  await mail.close();
  await api.close();
  // Of others, such as the echo of a check run, nothing is stored: they ask for nothing.
  const asks = new Set(
    github.webhooks.deliveries.filter(({ event }) => event === "pull_request").map(({ guid }) => guid),
  );
  const unanswered = mail.sent.filter(({ status, why }) => status === null && why !== "ECONNREFUSED");
  const { locked, kept } = await inspect(async (statements) => {
    const [jobs] = await statements.query(`SELECT count(*)::int AS locked FROM pgboss.job WHERE state = 'active'`);
    const [deliveries] = await statements.query(`SELECT count(*)::int AS kept FROM outcome.deliveries`);
    return { locked: Number(jobs?.["locked"]), kept: Number(deliveries?.["kept"]) };
  });
  const acknowledged = mail.sent.filter((one) => isAcknowledged(one) && asks.has(one.guid)).length;
  const reasons = Object.groupBy(unanswered, ({ why }) => why);
  return compare([
    { what: "exit code", value: code ?? Number.NaN, atMost: 0 },
    { what: "stopped after", value: seconds, unit: "s", atMost: 25 },
    { what: "acknowledged", value: acknowledged },
    { what: "acknowledged and not stored", value: acknowledged - Math.min(acknowledged, kept), atMost: 0 },
    {
      what: "refused because nobody listened any more",
      value: mail.sent.filter(({ why }) => why === "ECONNREFUSED").length,
    },
    {
      what: "answered with an error",
      value: mail.sent.filter((one) => one.status !== null && !isAcknowledged(one)).length,
    },
    { what: "accepted and cut off", value: unanswered.length, atMost: 0 },
    ...Object.entries(reasons).map(([why, all]) => ({ what: `cut off by ${why}`, value: all?.length ?? 0 })),
    { what: "jobs left locked", value: locked, atMost: 0 },
  ]);
}
