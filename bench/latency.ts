import { systemClock } from "pg-boss";
import { latestRuns, suitesFor } from "../src/sandbox/github/state/checks.ts";
import { startProduct } from "./product.ts";
import type { Product } from "./product.ts";
import { summarise } from "./summarise.ts";

const latencyMs = 50;
const rounds = 40;

/** From the webhook's delivery to the check on GitHub, each request to GitHub taking 50 ms. */
export async function measureLatency(): Promise<void> {
  const product = await startProduct({ clock: systemClock });
  product.github.latency.ms = latencyMs;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeOne(product, round));
  await product.stop();
  process.stdout.write(
    `\nWebhook to check at ${latencyMs} ms API latency, ${rounds} pull requests one after the other\n`,
  );
  const { median, worst } = summarise(times);
  const trips = (ms: number) => (ms / latencyMs).toFixed(2);
  console.table({
    milliseconds: { median: median.toFixed(0), worst: worst.toFixed(0) },
    "round trips": { median: trips(median), worst: trips(worst) },
  });
}

async function timeOne({ people, repository, issue, settle }: Product, round: number): Promise<number> {
  const body = `Fixes #${issue.number}\n\nWe believe this for shoppers will help.`;
  const started = performance.now();
  const made = people.openPullRequest({ repository, author: "ada", title: `Change ${round}`, body });
  while (suitesFor(repository, made.head.oid).flatMap(latestRuns).length === 0) {
    await new Promise((next) => setTimeout(next, 1));
  }
  const taken = performance.now() - started;
  await settle();
  return taken;
}
