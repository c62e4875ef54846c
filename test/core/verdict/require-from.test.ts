import { describe, expect, test } from "vitest";
import { effectiveLevel, requiresAnything } from "../../../src/core/verdict/policy.ts";
import { policyFor } from "../../../src/core/verdict/require-from.ts";
import { settings } from "../../support/facts.ts";

const config = settings({
  mode: "require",
  require_from: "2026-03-01",
  rules: { "gives-evidence": { level: "require" } },
});

function inZone(zone: string) {
  return { ...config, follow_up: { ...config.follow_up, time_zone: zone } };
}

describe("`mode: require` from a day on", () => {
  test.each([
    ["UTC", "2026-02-28T23:59:59Z", "advise"],
    ["UTC", "2026-03-01T00:00:00Z", "require"],
    ["Europe/Berlin", "2026-02-28T22:59:59Z", "advise"],
    ["Europe/Berlin", "2026-02-28T23:00:00Z", "require"],
    ["America/Los_Angeles", "2026-03-01T07:59:59Z", "advise"],
    ["America/Los_Angeles", "2026-03-01T08:00:00Z", "require"],
  ])("in %s, a pull request opened at %s: %s", (zone, openedAt, level) => {
    expect(effectiveLevel(policyFor(inZone(zone), new Date(openedAt)), "links-problem")).toBe(level);
  });

  const shown = { ...config, sources: [{ visible: true }] };
  const older = policyFor(shown, new Date("2026-02-01T00:00:00Z"));

  test("leaves rules required that are at level `require` themselves", () => {
    expect(effectiveLevel(older, "gives-evidence")).toBe("require");
    expect(requiresAnything(older)).toBe(true);
  });

  test("says for older ones why they are only advised, and nothing for others", () => {
    expect(older.heldBack?.markdown).toBe(
      "`mode: require` holds for pull requests opened from 1 March 2026 on. This one was opened before, so what that mode raises is only advised.",
    );
    expect(policyFor(config, new Date("2026-03-02T00:00:00Z")).heldBack).toBeUndefined();
  });

  test("does not quote the day from a configuration that not everybody can read", () => {
    const sources = [{ visible: false }, { visible: true }];
    expect(policyFor({ ...config, sources }, new Date("2026-02-01T00:00:00Z")).heldBack?.markdown).toBe(
      "`mode: require` does not hold yet for pull requests opened as early as this one, so what that mode raises is only advised.",
    );
  });

  test("changes nothing while advising", () => {
    const advising = settings({ require_from: "2026-03-01" });
    expect(policyFor(advising, new Date("2020-01-01T00:00:00Z"))).toBe(advising);
  });
});
