import { withStore } from "../app/store-place.ts";
import { simulate } from "../app/simulate.ts";
import type { Bar } from "../load/bars.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { processorTimeOf } from "../load/process-figures.ts";
import { startApp } from "../load/running-app.ts";
import { buildTown, isRight, push, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const EVENTS_EACH = 4;
const pullRequests = { full: 250, quick: 50 } as const;
const PATIENCE_MS = 15 * 60_000;

/** The bar's peer, measured in the same way: 212 of 250 pull requests without a verdict (palantir/policy-bot). */
export const burst: Scenario = {
  name: "burst",
  about: "1,000 events over 250 pull requests at 50 ms API latency: every one ends with the right verdict",
  run: async (options) => {
    // What one installation may ask of GitHub is limited by GitHub: 2,000 points of GraphQL and 900 of REST a minute,
    // a check run costing 5. So the same burst in one installation takes as long as those allow, and no longer.
    const spread = await measureIn(options, 25);
    const alone = await measureIn(options, 1);
    return compare([...spread, ...alone]);
  },
};

function measureIn(options: ChaosOptions, installations: number): Promise<readonly Bar[]> {
  return withStore(options.store, ({ variables }) => measure(options, { variables, installations }));
}

interface Setting {
  readonly variables: Readonly<Record<string, string>>;
  readonly installations: number;
}

async function measure({ size }: ChaosOptions, { variables, installations }: Setting): Promise<readonly Bar[]> {
  const { github, api } = await simulate();
  const pullRequestsEach = pullRequests[size] / installations;
  const { changes } = buildTown(github, { installations, pullRequestsEach });
  github.latency.ms = API_LATENCY_MS;
  const app = await startApp(github, { apiUrl: api.url, variables });
  const mail = openMail(github, () => [app.url]);
  const usedBefore = processorTimeOf(app.pid);
  const startedAt = performance.now();
  for (let round = 0; round < EVENTS_EACH; round += 1) {
    for (const change of changes) (round % 2 === 0 ? turn : push)(github, change);
  }
  await until(() => changes.every(isRight), PATIENCE_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  const used = processorTimeOf(app.pid) - usedBefore;
  await mail.close();
  await app.stop();
  await api.close();
  const where = `${changes.length * EVENTS_EACH} events in ${installations === 1 ? "one installation" : `${installations} installations`}`;
  return [
    { what: `${where}: without the right verdict`, value: changes.filter((one) => !isRight(one)).length, atMost: 0 },
    { what: `${where}: seconds until all were right`, value: seconds },
    { what: `${where}: events/s`, value: (changes.length * EVENTS_EACH) / seconds },
    {
      what: `${where}: requests to GitHub for each pull request`,
      value: github.requests.entries.length / changes.length,
    },
    { what: `${where}: processor time of the app`, value: used / 1000, unit: "s" },
  ];
}
