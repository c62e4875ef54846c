import { describe, expect, test } from "vitest";
import { simulate } from "../../chaos/app/simulate.ts";
import { seeded } from "../../chaos/random.ts";
import { act } from "../../chaos/storm/acts.ts";
import { findWrong } from "../../chaos/storm/check-pull-requests.ts";
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
    expect(unchecked.map(({ change }) => change)).toEqual(open);
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
