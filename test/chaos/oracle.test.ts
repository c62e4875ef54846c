import { describe, expect, test } from "vitest";
import { simulate } from "../../chaos/app/simulate.ts";
import { seeded } from "../../chaos/random.ts";
import type { Random } from "../../chaos/random.ts";
import { act } from "../../chaos/storm/acts.ts";
import { bodies } from "../../chaos/storm/bodies.ts";
import { expectOfCommit, findWrong } from "../../chaos/storm/check-pull-requests.ts";
import { actAround, openPairs } from "../../chaos/storm/last-acts.ts";
import { speakOut, takeAllBack } from "../../chaos/storm/last-words.ts";
import { openChange, openTwin } from "../../chaos/storm/open-change.ts";
import { policies } from "../../chaos/storm/policies.ts";
import type { Change } from "../../chaos/storm/stage.ts";
import { setStage } from "../../chaos/storm/stage.ts";
import { foulWeather } from "../../chaos/storm/weather.ts";

async function actedBy(seed: number) {
  const { github, api } = await simulate();
  const random = seeded(seed, "acts");
  const stage = setStage(github, seeded(seed, "stage"));
  for (let count = 0; count < 200; count += 1) act(stage, random, 40);
  await api.close();
  return { stage, told: github.webhooks.deliveries.map(({ event, action }) => `${event}.${action}`) };
}

/** Always the first, and never what happens by chance only. */
const first: Random = {
  chance: () => false,
  whole: () => 0,
  pick: (from) => named(from[0]),
};

function named<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error("There is no such thing");
  return item;
}

const says = (name: string) => named(bodies.find((body) => body.name === name));
const asks = (name: string) => named(policies.find((policy) => policy.name === name));

/** A pull request that says this, and others from its commit that say that. */
async function sharing(body: string, others: readonly string[]): Promise<readonly Change[]> {
  const { github, api } = await simulate();
  await api.close();
  const stage = setStage(github, seeded(1, "stage"));
  openChange(stage, first);
  const shop = named(stage.shops.find(({ changes }) => changes.length > 0));
  const oldest = named(shop.changes[0]);
  oldest.body = says(body);
  shop.policy = asks("require the link");
  for (const other of others) openTwin(stage, { of: oldest, body: says(other) }, first);
  return shop.changes;
}

describe("of a commit that several pull requests share, a storm expects", () => {
  test("the strictest answer, whoever's it is", async () => {
    const changes = await sharing("a link and a belief", ["an opt-out", "a belief only"]);
    const failure = { conclusion: "failure", title: "No problem is linked yet" };
    expect(changes.map(expectOfCommit)).toMatchObject([failure, failure, failure]);
  });

  test("of equally strict answers the oldest pull request's", async () => {
    const changes = await sharing("an opt-out", ["a link only"]);
    const optedOut = { conclusion: "neutral", title: "Opted out, with a reason" };
    expect(changes.map(expectOfCommit)).toMatchObject([optedOut, optedOut]);
  });

  test("nothing of those that are closed", async () => {
    const changes = await sharing("a link and a belief", ["empty"]);
    named(changes[1]).pullRequest.state = "closed";
    expect(expectOfCommit(named(changes[0]))).toMatchObject({ conclusion: "success" });
  });
});

describe("what people do when all is calm", () => {
  test("changes what is shown, in shops by an issue alone and in others by a configuration", async () => {
    const { stage } = await actedBy(22);
    const random = seeded(22, "afterwards");
    openPairs(stage, random);
    const pairs = stage.shops.map(({ changes }) => changes.slice(-2));
    const told = () => pairs.map((pair) => JSON.stringify(pair.map(expectOfCommit)));
    const before = told();
    actAround(stage, random);
    const changed = told().flatMap((now, index) => (now === before[index] ? [] : [index % 2]));
    expect(changed.filter((half) => half === 0).length).toBeGreaterThanOrEqual(3);
    expect(changed.filter((half) => half === 1).length).toBeGreaterThanOrEqual(3);
  });

  test("changes it in most shops by commands alone, and back where these are edited or deleted", async () => {
    const { stage } = await actedBy(22);
    const random = seeded(22, "afterwards");
    openPairs(stage, random);
    const pairs = stage.shops.map(({ changes }) => changes.slice(-2));
    const told = () => pairs.map((pair) => JSON.stringify(pair.map(expectOfCommit)));
    const before = told();
    speakOut(stage, random);
    const changed = told().flatMap((now, index) => (now === before[index] ? [] : [index % 2]));
    expect(changed.filter((half) => half === 0).length).toBeGreaterThanOrEqual(3);
    expect(changed.filter((half) => half === 1).length).toBeGreaterThanOrEqual(3);
    takeAllBack(stage);
    expect(told()).toEqual(before);
  });
});

describe("a storm", () => {
  test("is the same for the same seed, and another for another", async () => {
    const [one, again, other] = [await actedBy(1), await actedBy(1), await actedBy(2)];
    expect(one.told.length).toBeGreaterThan(200);
    expect(again.told).toEqual(one.told);
    expect(other.told).not.toEqual(one.told);
  });

  test("finds every open pull request wrong while no app has looked", async () => {
    const { stage } = await actedBy(3);
    const changes = stage.shops.flatMap((shop) => shop.changes);
    const open = changes.filter(({ pullRequest }) => pullRequest.state === "open");
    const unchecked = findWrong(stage).filter(({ found }) => found === "no check");
    expect(open.length).toBeGreaterThan(20);
    expect(unchecked.map(({ about }) => about)).toEqual(open);
  });

  test("lets as many requests fail as it says", () => {
    const { weather } = foulWeather(seeded(4, "weather"));
    const request = { method: "GET", path: "/graphql", operation: "query", kind: "read" } as const;
    const failed = Array.from({ length: 20_000 }, () => weather(request)).filter((failure) => failure !== undefined);
    // 8.5 % of 20,000, give or take five standard deviations.
    expect(Math.abs(failed.length - 1700)).toBeLessThan(200);
    expect(new Set(failed.map(({ kind }) => kind)).size).toBe(5);
  });
});
