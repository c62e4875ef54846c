import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { simulate } from "../chaos/app/simulate.ts";
import { startNode } from "../chaos/app/start-node.ts";
import { withStore } from "../chaos/app/store-place.ts";
import { percentile } from "../chaos/load/percentile.ts";
import { startApp } from "../chaos/load/running-app.ts";
import { openSender } from "../chaos/load/sender.ts";
import { buildTown, turn } from "../chaos/load/town.ts";
import type { StoreKind } from "../chaos/store-kind.ts";
import { webhookPath } from "../src/server/webhook-endpoint.ts";

/** In milliseconds, on average. As by chance: an even beat would fall on the same step of the app's work each time. */
const gapMs = 25;
const count = { warm: 200, measured: 600 } as const;
const mostTimes = 1.5;

/**
 * `npm run bench:acknowledge`: how long the app takes to acknowledge a delivery, beside a bare server that writes the
 * same rows to a store of the same kind. One delivery to the one, the next to the other, while the app does its work.
 * On PostgreSQL too where TEST_DATABASE_URL names a server (scripts/with-postgres.sh).
 */
const kinds: readonly StoreKind[] =
  process.env["TEST_DATABASE_URL"] === undefined ? ["pglite"] : ["pglite", "postgres"];
for (const kind of kinds)
  await withStore(kind, (one) => withStore(kind, (other) => measure(kind, [one.variables, other.variables])));
// Kept connections would hold the process open.
process.exit();

type Variables = Readonly<Record<string, string>>;

async function measure(kind: StoreKind, [forApp, forBare]: readonly [Variables, Variables]): Promise<void> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, { installations: 10, pullRequestsEach: 20 });
  github.latency.ms = 50;
  const app = await startApp(github, { apiUrl: api.url, variables: forApp });
  const bare = startNode("bench/acknowledge/bare-server.ts", {
    variables: { ...forBare, WEBHOOK_SECRET: github.app.webhookSecret },
  });
  const bareUrl = (await bare.prints(/listens at (\S+)\n/)).replace(webhookPath, "");
  // Like the bare server's: a name is looked up for every connection.
  const appUrl = app.url.replace("localhost", "127.0.0.1");
  const sender = openSender(github);
  const times: Record<"app" | "bare", number[]> = { app: [], bare: [] };
  for (let index = 0; index < count.warm + count.measured; index += 1) {
    const change = changes[index % changes.length];
    if (change === undefined) throw new Error("There is no pull request");
    turn(github, change);
    const delivery = github.webhooks.held().findLast(({ event }) => event === "pull_request");
    if (delivery === undefined) throw new Error("Nothing was delivered");
    for (const [name, url] of [
      ["app", appUrl],
      ["bare", bareUrl],
    ] as const) {
      const { status, ms } = await sender.send({ ...delivery, guid: randomUUID() }, url);
      if (status !== 202) throw new Error(`The ${name} server answered ${status}`);
      if (index >= count.warm) times[name].push(ms);
      await sleep(-gapMs * Math.log(1 - Math.random()));
    }
    github.webhooks.held().forEach((each) => github.webhooks.drop(each));
  }
  await sender.close();
  await app.stop();
  bare.signal("SIGTERM");
  await api.close();
  tell(kind, times);
}

function tell(kind: StoreKind, { app, bare }: Record<"app" | "bare", readonly number[]>): void {
  process.stdout.write(`\nAcknowledgement on ${kind}, ${app.length} deliveries each, in milliseconds\n`);
  console.table({ app: row(app), "bare server": row(bare) });
  const ratio = percentile(app, 0.5) / percentile(bare, 0.5);
  process.stdout.write(`The app's p50 is ${ratio.toFixed(2)} times the bare server's (at most ${mostTimes})\n`);
  if (!(ratio <= mostTimes)) process.exitCode = 1;
}

function row(times: readonly number[]) {
  return { p50: percentile(times, 0.5).toFixed(1), p99: percentile(times, 0.99).toFixed(1) };
}
