import { setTimeout as sleep } from "node:timers/promises";
import { webhookPath } from "../../src/server/webhook-endpoint.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { appVariables } from "../app/app-variables.ts";
import type { Replica } from "../app/replica.ts";
import { startReplica } from "../app/replica.ts";
import type { Simulation } from "../app/simulate.ts";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { StorePlace } from "../app/store-place.ts";
import type { Random } from "../random.ts";
import { seeded } from "../random.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

const KILLS = { full: 200, quick: 8 } as const;

/** An answer in the 2xx is a promise: what was killed a moment later has it in its store all the same. */
export const kills: Scenario = {
  name: "kills",
  about: "kill -9 at random instants of a stream of deliveries: what was acknowledged is in the store",
  run: (options) => withStore(options.store, (place) => tryKills(options, place)),
};

async function tryKills({ seed, size }: ChaosOptions, place: StorePlace): Promise<Outcome> {
  const simulation = await simulate();
  const pullRequests = openPullRequests(simulation);
  const variables = { ...appVariables(simulation.github, { apiUrl: simulation.api.url, port: 0 }), ...place.variables };
  const replica = await startReplica({ ...variables, LOG_LEVEL: "fatal" }, undefined);
  simulation.github.webhooks.setTarget(`${replica.url}${webhookPath}`);
  const random = seeded(seed, "kills");
  const killing = killOften(replica, { random, times: KILLS[size] });
  const acknowledged = await deliverWhile(killing, simulation, pullRequests);
  await replica.stop();
  const lost = await place.inspect(async (statements) => {
    const rows = await statements.query("SELECT delivery_id FROM outcome.deliveries");
    const kept = new Set(rows.map((row) => row["delivery_id"]));
    return acknowledged.filter((guid) => !kept.has(guid));
  });
  await simulation.api.close();
  return {
    figures: [
      `${KILLS[size]} times kill -9 during ${simulation.github.webhooks.deliveries.length} deliveries`,
      `acknowledged ${acknowledged.length}, of these lost ${lost.length}`,
    ],
    violations: [
      ...(lost.length === 0 ? [] : [`Acknowledged, and not in the store: ${lost.join(", ")}`]),
      ...[...replica.crashes, ...replica.failedStarts].map((end) => `The app ended by itself: ${end}`),
    ],
  };
}

const PULL_REQUESTS = 50;

/** In a repository without a configuration: the jobs are there, and cost little. */
function openPullRequests({ github: { people, webhooks } }: Simulation): readonly PullRequest[] {
  webhooks.hold();
  people.createOrganization({ login: "guild", members: ["ada"] });
  const repository = people.createRepository({ name: "guild/shop" });
  people.setRole({ repository, user: "ada", role: "write" });
  people.install({ account: "guild", by: "ada" });
  return Array.from({ length: PULL_REQUESTS }, (_, index) =>
    people.openPullRequest({
      repository,
      author: "ada",
      title: `Change ${index}`,
      body: "Faster.",
      head: `c-${index}`,
    }),
  );
}

/** Under fire only: a process that does not listen yet acknowledges nothing. In milliseconds. */
const LONGEST_LIFE_MS = 1500;

async function killOften(
  replica: Replica,
  { random, times }: { readonly random: Random; readonly times: number },
): Promise<void> {
  for (let killed = 0; killed < times; killed += 1) {
    await replica.listening();
    await sleep(random.whole(LONGEST_LIFE_MS));
    await replica.kill();
  }
  await replica.listening();
}

const SENDERS = 6;

/** Edits, and hands each edit over at once, from several sides, until it is over. The GUIDs that got a 2xx. */
async function deliverWhile(
  working: Promise<void>,
  { github: { people, webhooks } }: Simulation,
  pullRequests: readonly PullRequest[],
): Promise<readonly string[]> {
  const over = { is: false };
  const acknowledged: string[] = [];
  const send = async (pullRequest: PullRequest, edit: number) => {
    people.editPullRequest({ pullRequest, by: "ada", body: `Faster by ${edit}.` });
    const delivery = webhooks.deliveries.at(-1);
    if (delivery === undefined) return;
    await webhooks.send(delivery);
    const { status, statusCode } = delivery;
    if (status === "answered" && statusCode !== null && statusCode < 300) acknowledged.push(delivery.guid);
    // Nobody listens: else there would be thousands of refusals between two kills.
    if (status === "failed") await sleep(200);
  };
  const senders = Array.from({ length: SENDERS }, async (_, sender) => {
    for (let edit = sender; !over.is; edit += SENDERS) {
      const pullRequest = pullRequests[edit % pullRequests.length];
      if (pullRequest !== undefined) await send(pullRequest, edit);
    }
  });
  await working.finally(() => void (over.is = true));
  await Promise.all(senders);
  return acknowledged;
}
