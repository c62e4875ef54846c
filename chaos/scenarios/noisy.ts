import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "pg-boss";
import { openEmbeddedDatabase } from "../../src/queue/pglite.ts";
import { openPostgres } from "../../src/queue/postgres.ts";
import { openQueue } from "../../src/queue/queue.ts";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { percentile } from "../load/percentile.ts";
import { startApp } from "../load/running-app.ts";
import type { Change } from "../load/town.ts";
import { buildTown, isRight, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const API_LATENCY_MS = 50;
const size = { full: { queued: 20_000, tries: 30 }, quick: { queued: 2000, tries: 5 } } as const;
const PATIENCE_MS = 60_000;

/** G11 of the threats. */
export const noisy: Scenario = {
  name: "noisy",
  about: "one installation has 20,000 events queued, and another one's verdict stands within 10 s",
  run: (options) => withStore(options.store, ({ variables }) => measure(options, variables)),
};

async function measure({ size: chosen }: ChaosOptions, variables: Readonly<Record<string, string>>): Promise<Outcome> {
  const { github, api } = await simulate();
  const { queued, tries } = size[chosen];
  const [loud] = buildTown(github, { installations: 1, pullRequestsEach: 1, name: "loud" }).changes;
  const { changes } = buildTown(github, { installations: 1, pullRequestsEach: tries, name: "quiet" });
  if (loud !== undefined)
    await queueMany(variables, { loud, installation: installationOf(github.state, loud), queued });
  github.latency.ms = API_LATENCY_MS;
  const app = await startApp(github, { apiUrl: api.url, variables });
  const mail = openMail(github, () => [app.url]);
  const times: number[] = [];
  for (const change of changes) {
    turn(github, change);
    times.push((await until(() => isRight(change), PATIENCE_MS)) ?? Number.POSITIVE_INFINITY);
    await sleep(500);
  }
  await mail.close();
  await app.stop();
  await api.close();
  return compare([
    {
      what: "requests of the loud installation meanwhile",
      value: countOf(github.requests.entries, loud, github.state),
    },
    { what: "the other's verdict: p50", value: percentile(times, 0.5), unit: "ms" },
    { what: "the other's verdict: p95", value: percentile(times, 0.95), unit: "ms", atMost: 10_000 },
    { what: "the other's verdict: at the latest", value: percentile(times, 1), unit: "ms" },
  ]);
}

type State = Awaited<ReturnType<typeof simulate>>["github"]["state"];

function installationOf({ installations }: State, { pullRequest }: Change): number {
  const found = installations.find(({ account }) => account === pullRequest.repository.owner);
  if (found === undefined) throw new Error("The app is not installed there");
  return found.id;
}

function countOf(
  entries: readonly { installationId: number | null }[],
  change: Change | undefined,
  state: State,
): number {
  if (change === undefined) return 0;
  const id = installationOf(state, change);
  return entries.filter(({ installationId }) => installationId === id).length;
}

interface Loud {
  readonly loud: Change;
  readonly installation: number;
  readonly queued: number;
}

/** As if as many deliveries had come while the app was away: one job each, for pull requests of as many numbers. */
async function queueMany(
  variables: Readonly<Record<string, string>>,
  { loud, installation, queued }: Loud,
): Promise<void> {
  const { DATABASE_URL: url, DATA_DIR: folder = "" } = variables;
  const database =
    url === undefined
      ? await openEmbeddedDatabase(join(folder, "store"))
      : await openPostgres(url, { logError: () => {} });
  const queue = await openQueue({ database, logger: { info() {}, warn() {}, error() {} }, clock: systemClock });
  const { id, owner, name } = loud.pullRequest.repository;
  const jobs = Array.from({ length: queued }, (_, index) => ({
    kind: "reconcile-pull-request" as const,
    installation,
    repository: { id, owner: owner.login, name },
    number: index + 1,
  }));
  for (let from = 0; from < jobs.length; from += 1000) {
    const delivery = { hookId: "app-4711", deliveryId: randomUUID(), event: "pull_request", bodyDigest: randomUUID() };
    await queue.record(delivery, jobs.slice(from, from + 1000));
  }
  await queue.stop();
  await database.close();
}
