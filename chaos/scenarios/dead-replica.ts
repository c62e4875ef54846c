import { setTimeout as sleep } from "node:timers/promises";
import { simulate } from "../app/simulate.ts";
import { withStore } from "../app/store-place.ts";
import type { StorePlace } from "../app/store-place.ts";
import { compare } from "../load/bars.ts";
import { openMail } from "../load/mail.ts";
import { startApp } from "../load/running-app.ts";
import { buildTown, isRight, turn } from "../load/town.ts";
import { until } from "../load/until.ts";
import type { ChaosOptions, Outcome, Scenario } from "../scenario.ts";

/** Slow enough that every replica has jobs under way when one of them is killed. */
const API_LATENCY_MS = 2000;
const PATIENCE_MS = 5 * 60_000;
const size = {
  full: { installations: 20, pullRequestsEach: 5 },
  quick: { installations: 6, pullRequestsEach: 2 },
} as const;

/** G14 of the threats. */
export const deadReplica: Scenario = {
  name: "dead-replica",
  about: "kill -9 one of three replicas on PostgreSQL: the others take its jobs up within 90 s",
  run: (options) => withStore("postgres", (place) => measure(options, place)),
};

async function measure({ size: chosen }: ChaosOptions, { variables, inspect }: StorePlace): Promise<Outcome> {
  const { github, api } = await simulate();
  const { changes } = buildTown(github, size[chosen]);
  github.latency.ms = API_LATENCY_MS;
  const start = () => startApp(github, { apiUrl: api.url, variables });
  // One after the other: the first makes the tables.
  const apps = [await start(), await start(), await start()];
  const alive = new Set(apps);
  const mail = openMail(github, () => [...alive].map(({ url }) => url));
  for (const change of changes) turn(github, change);
  await mail.settled();
  await sleep(API_LATENCY_MS);
  const [victim] = apps;
  if (victim === undefined) throw new Error("There is no replica");
  alive.delete(victim);
  victim.signal("SIGKILL");
  const killedAt = performance.now();
  await victim.ended;
  // The victim's jobs were the only ones that began before it died and have not ended since.
  const held = await countHeld(inspect, 0);
  let longest = 0;
  const look = async () => {
    const left = await countHeld(inspect, (performance.now() - killedAt) / 1000);
    if (left > 0) longest = (performance.now() - killedAt) / 1000;
  };
  const timer = setInterval(() => void look(), 1000);
  const right = await until(() => changes.every(isRight), PATIENCE_MS);
  clearInterval(timer);
  await mail.close();
  for (const app of alive) await app.stop();
  await api.close();
  return compare([
    { what: "jobs under way in all replicas when one was killed", value: held },
    { what: "jobs from before the kill still under way", value: longest, unit: "s", atMost: 90 },
    { what: "all verdicts right after", value: (right ?? Number.POSITIVE_INFINITY) / 1000, unit: "s" },
    { what: "without the right verdict", value: changes.filter((one) => !isRight(one)).length, atMost: 0 },
  ]);
}

/** Jobs that are being worked on since before so many seconds ago. */
function countHeld(inspect: StorePlace["inspect"], secondsAgo: number): Promise<number> {
  return inspect(async (statements) => {
    const [row] = await statements.query(
      `SELECT count(*)::int AS held FROM pgboss.job
       WHERE state = 'active' AND started_on < now() - make_interval(secs => $1)`,
      [secondsAgo],
    );
    return Number(row?.["held"]);
  });
}
