import { TestClock } from "pg-boss";
import { expect, test } from "vitest";
import { startWorker } from "../../src/queue/worker.ts";
import { NOON } from "../support/queue.ts";
import { silentLogger } from "../support/silent-logger.ts";

test("a worker does not ask a store again that has not answered yet, and goes on once it has", async () => {
  const clock = new TestClock(NOON);
  const answers: (() => void)[] = [];
  const worker = startWorker({
    clock,
    concurrency: 1,
    logger: silentLogger,
    findDue: () => new Promise((resolve) => answers.push(() => resolve("nothing"))),
    take: async () => [],
    run: async () => {},
  });
  await clock.tick(60_000);
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await clock.tick(1000);
  expect(answers).toHaveLength(2);
  await worker.stop(0);
});
