import { expect, test } from "vitest";
import { answering, defineMetric, readThrough } from "../../support/metrics.ts";

test("nobody is asked for a number that people write", async () => {
  const { fetch, asked } = answering("1");
  expect(await readThrough(fetch, defineMetric({ provider: "manual" }))).toBeNull();
  expect(asked).toEqual([]);
});

test("it takes no address", () => {
  expect(() => defineMetric({ provider: "manual", url: "https://numbers.example.com" })).toThrow("`url`");
});
