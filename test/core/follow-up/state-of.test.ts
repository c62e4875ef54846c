import { expect, test } from "vitest";
import * as fc from "fast-check";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts, Served } from "../../../src/core/follow-up/follow-up.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const [hour, day] = [3_600_000, 86_400_000];
const start = Date.UTC(2026, 2, 2, 9);
const place = settings({ time_zone: "Europe/Berlin" });

const anyWindow = fc.integer({ min: 1, max: 120 });

/** Merged in the first ten weeks, each with a window of its own; some released late, some taken back and brought back. */
const anyServed: fc.Arbitrary<readonly Served[]> = fc
  .array(fc.tuple(fc.nat(70 * 24), anyWindow, fc.option(fc.nat(400 * 24))), { minLength: 1, maxLength: 5 })
  .map((merges) =>
    merges
      .toSorted(([a], [b]) => a - b)
      .map(([hours, window_days, away], index) => {
        const mergedAt = new Date(start + hours * hour);
        const startsAt = new Date(mergedAt.getTime() + (away ?? 0) * hour);
        const one = servedOn(index + 1, mergedAt, { startsAt, restoredAt: away === null ? null : startsAt });
        return { ...one, record: { ...one.record, window_days } };
      }),
  );

const anySnoozes: fc.Arbitrary<FollowUpFacts["snoozes"]> = fc
  .array(fc.tuple(fc.nat(500 * 24), fc.integer({ min: 1, max: 360 })), { maxLength: 2 })
  .map((given) =>
    given
      .toSorted(([a], [b]) => a - b)
      .map(([hours, days]) => {
        const at = start + hours * hour;
        return { at: new Date(at), until: new Date(at + days * day) };
      }),
  );

/** As facts of that moment show it: what is said later is not said yet. */
function latestAt(now: number, { served, snoozes }: Pick<FollowUpFacts, "served" | "snoozes">) {
  const [known, said] = [
    served.filter(({ mergedAt }) => mergedAt.getTime() <= now),
    snoozes.filter(({ at }) => at.getTime() <= now),
  ];
  return foldRounds(followUpFacts({ now: new Date(now), served: known, snoozes: said }), place).at(-1)?.state;
}

test("while nobody asks, each is pending, then due for ninety days at least, then unmeasured as of one moment", () => {
  fc.assert(
    fc.property(anyServed, anySnoozes, (served, snoozes) => {
      const happened = Math.max(
        ...served.map(({ mergedAt }) => mergedAt.getTime()),
        ...snoozes.map(({ at }) => at.getTime()),
      );
      const looks = Array.from({ length: 160 }, (_, week) => latestAt(happened + week * 6 * day, { served, snoozes }));
      const kinds = looks.map((state) => state?.kind ?? "");
      expect(kinds.join(" ")).toMatch(/^(?:waiting ?)*(?:pending ?)*(?:due ?)*(?:settled ?)+$/);
      const ends = looks.flatMap((state) => (state?.kind === "settled" ? [state] : []));
      expect(new Set(ends.map(({ at }) => at.getTime())).size).toBe(1);
      expect(ends.every(({ outcome }) => outcome === "unmeasured")).toBe(true);
      const lapsedAt = ends[0]?.at.getTime() ?? 0;
      const waited = looks.flatMap((state) => (state?.kind === "due" ? [lapsedAt - state.askAt.getTime()] : []));
      expect(Math.min(...waited)).toBeGreaterThanOrEqual(90 * day);
    }),
    { numRuns: 200 },
  );
});

test("nobody is asked before users had the last of it for its window, or two windows after they had the first", () => {
  fc.assert(
    fc.property(anyServed, fc.nat(600 * 24), (served, hours) => {
      const now = start + hours * hour;
      if (latestAt(now, { served, snoozes: [] })?.kind !== "due") return;
      const known = served.filter(({ mergedAt }) => mergedAt.getTime() <= now);
      const starts = known.map(({ startsAt, mergedAt }) => (startsAt ?? mergedAt).getTime());
      expect(now).toBeGreaterThanOrEqual(
        Math.min(...starts) + Math.min(...known.map(({ record }) => record.window_days)) * day,
      );
    }),
    { numRuns: 300 },
  );
});
