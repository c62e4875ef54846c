import { expect, onTestFinished, test, vi } from "vitest";
import { readiness } from "../../src/server/readiness.ts";

test("ready while the store answers", async () => {
  expect(await readiness(async () => []).isReady()).toBe(true);
});

test("not ready where the store does not answer", async () => {
  expect(await readiness(() => Promise.reject(new Error("gone"))).isReady()).toBe(false);
});

test("not ready where the store takes longer than a probe waits", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const asked = readiness(() => new Promise<void>(() => {})).isReady();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await asked).toBe(false);
});

test("not ready any more once the end has begun, also for who asked before", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { isReady, end } = readiness(() => promise);
  const asked = isReady();
  end();
  resolve();
  expect([await asked, await isReady()]).toEqual([false, false]);
});

test("a thousand who ask at once ask the store once", async () => {
  const ask = vi.fn<() => Promise<void>>(async () => {});
  const { isReady } = readiness(ask);
  await Promise.all(Array.from({ length: 1000 }, () => isReady()));
  expect(ask).toHaveBeenCalledOnce();
});
