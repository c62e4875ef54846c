import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openMetrics } from "../src/open-metrics.ts";
import { defineMetric, shop, told } from "./support/metrics.ts";
import type { RunningPrometheus } from "./support/start-prometheus.ts";
import { hasPrometheus, startPrometheus } from "./support/start-prometheus.ts";

const figures = [
  "# TYPE refunds gauge",
  'refunds{shop="acme"} 41.5',
  'refunds{shop="globex"} 3',
  "# TYPE carts_total counter",
  "carts_total 7",
  "# TYPE nothing_yet gauge",
  "nothing_yet NaN",
  "",
].join("\n");

const logger = { warn: () => {} };

describe.skipIf(!hasPrometheus())("with Prometheus itself (Debian's package prometheus)", () => {
  let server: RunningPrometheus | undefined;

  beforeAll(async () => {
    server = await startPrometheus(figures);
    await vi.waitFor(untilLooked, { timeout: 50_000, interval: 300 });
  });

  afterAll(() => server?.stop());

  async function read(query: string, at: Date) {
    const url = server?.url ?? "";
    const defined = defineMetric({ provider: "prometheus", url, query, allow_private_addresses: true });
    const metrics = openMetrics(defined, { now: () => new Date(), logger });
    return (await metrics?.find({ installation: 1, repository: shop, text: "refunds" })?.read(at)) ?? null;
  }

  async function untilLooked(): Promise<void> {
    if (typeof (await ask("carts_total")) !== "number") throw new Error("Prometheus has not looked yet");
  }

  const ask = async (query: string, at = new Date()) => told(await read(query, at));

  test("one series, a sum of several and a scalar are read as numbers", async () => {
    expect(await ask('refunds{shop="acme"}')).toBe(41.5);
    expect(await ask("sum(refunds)")).toBe(44.5);
    expect(await ask("scalar(carts_total) / 2")).toBe(3.5);
    expect(await ask("1e3 - 0.5")).toBe(999.5);
    expect(await ask("-sum(last_over_time(refunds[1h]))")).toBe(-44.5);
  });

  test("a reading is of the time that was meant", async () => {
    const at = new Date("2026-03-02T09:00:00Z");
    expect(await read("vector(time())", at)).toMatchObject({
      kind: "reading",
      reading: { value: at.getTime() / 1000, at: at.toISOString(), unit: "a day", window: "7 days" },
    });
    expect(await ask("sum(refunds)", at)).toBe("Prometheus found no data");
  });

  test("what gives no single number is told in words", async () => {
    expect(await ask("refunds")).toBe("Prometheus found 2 series, where one number is needed");
    expect(await ask("refunds_that_nobody_counts")).toBe("Prometheus found no data");
    expect(await ask("nothing_yet")).toBe("Prometheus found no data");
    expect(await ask("vector(1) / 0")).toBe("Prometheus answered with no number");
    expect(await ask("refunds[1m]")).toBe("Prometheus found a range of numbers, where one is needed");
    expect(await ask('"text"')).toBe("Prometheus answered with no number");
  });

  test("an expression that cannot be read or worked out is told by its status", async () => {
    expect(await ask("sum(")).toBe("Prometheus answered 400");
    expect(await ask("refunds * on() refunds")).toBe("Prometheus answered 422");
  });
});
