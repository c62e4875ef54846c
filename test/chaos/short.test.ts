import { describe, expect, test } from "vitest";
import type { StoreKind } from "../../chaos/store-kind.ts";
import { planStorm } from "../../chaos/storm/plan-storm.ts";
import { runStorm } from "../../chaos/storm/run-storm.ts";
import { postgresUrl } from "../support/stores.ts";

/** What is decided is the same each time; `npm run chaos` decides otherwise each time. */
const [seed, deliveries] = [20, 300];

/** In milliseconds. Every start of the app takes seconds on a busy machine, and there are some six. */
const LONGEST = 420_000;

/** The short form of `npm run chaos -- storm`: the same things go wrong, fewer times. */
async function violationsOf(store: StoreKind): Promise<readonly string[]> {
  const { figures, violations } = await runStorm(
    planStorm({ seed, deliveries, store, size: "quick", print: () => {} }),
  );
  const again = `To see it again: npm run chaos -- storm --seed ${seed} --store ${store} --deliveries ${deliveries}`;
  return violations.length === 0 ? [] : [...violations, ...figures, again];
}

describe("after a storm of failures, with the app killed at least three times", () => {
  test("every pull request shows what it should", { timeout: LONGEST }, async () => {
    expect(await violationsOf("pglite")).toEqual([]);
  });

  test.skipIf(postgresUrl === undefined)(
    "so it is with two replicas on PostgreSQL (TEST_DATABASE_URL)",
    { timeout: LONGEST },
    async () => {
      expect(await violationsOf("postgres")).toEqual([]);
    },
  );
});
