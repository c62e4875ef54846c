import { describe, expect, test } from "vitest";
import { couldSince } from "../../chaos/follow-ups/passage.ts";
import type { Stretch } from "../../chaos/follow-ups/passage.ts";
import { liveThroughTroubles } from "../../chaos/scenarios/follow-ups.ts";

/** In milliseconds of real time. Every start of the app takes seconds on a busy machine, and there are nine. */
const LONGEST = 420_000;

test(
  "of a few dozen follow-ups each is asked once and at its slot, through restarts, losses and set clocks",
  { timeout: LONGEST },
  async () => {
    const options = { seed: 6, store: "pglite", size: "quick", deliveries: undefined, print: () => {} } as const;
    const { figures, violations } = await liveThroughTroubles(options);
    const again = `To see it again: npm run chaos -- follow-ups --quick --seed ${options.seed}`;
    expect(violations.length === 0 ? [] : [...violations, ...figures, again]).toEqual([]);
  },
);

const hour = 3_600_000;

/** Five o'clock is when something is due by the app's clock. */
function waitedFor(
  stretches: readonly (readonly [from: number, life: number | null, wrongBy: number])[],
  doneAt: number,
) {
  const lived = stretches.map(([from, life, wrongBy]): Stretch => ({
    from: from * hour,
    life,
    wrongBy: wrongBy * hour,
  }));
  const since = couldSince(lived, { dueAt: new Date(5 * hour), doneAt: new Date(doneAt * hour) });
  return since === null ? null : since / hour;
}

describe("how long the app could have asked already is counted", () => {
  test("from the slot, where it ran and its clock was right", () => {
    expect(waitedFor([[0, 1, 0]], 6)).toBe(5);
  });

  test("from an hour before, where its clock was an hour ahead", () => {
    expect(waitedFor([[0, 1, 1]], 6)).toBe(4);
  });

  test("from when its clock was set past the slot", () => {
    expect(
      waitedFor(
        [
          [0, 1, -1],
          [5.5, 1, 0],
        ],
        6,
      ),
    ).toBe(5.5);
  });

  test("from its last start, where it was down at the slot", () => {
    expect(
      waitedFor(
        [
          [0, 1, 0],
          [4, null, 0],
          [5.5, 2, 0],
        ],
        6,
      ),
    ).toBe(5.5);
  });

  test("not at all before the slot came by its clock: that is early", () => {
    expect(waitedFor([[0, 1, 0]], 4)).toBeNull();
    expect(
      waitedFor(
        [
          [0, 1, 0],
          [5.5, 1, -1],
        ],
        5.7,
      ),
    ).toBeNull();
  });
});
