import { describe, expect, test } from "vitest";
import { effectiveLevel, requiresAnything, whoMayOptOut } from "../../../src/core/verdict/policy.ts";
import { settings } from "../../support/facts.ts";

describe("the level of a rule", () => {
  test.each([
    ["advise", "off", "off"],
    ["advise", "note", "note"],
    ["advise", "advise", "advise"],
    ["advise", "require", "require"],
    ["require", "off", "off"],
    ["require", "note", "note"],
    ["require", "advise", "require"],
    ["require", "require", "require"],
  ])("in mode %s, configured %s, is %s", (mode, level, expected) => {
    const policy = settings({ mode, rules: { "links-problem": { level } } });
    expect(effectiveLevel(policy, "links-problem")).toBe(expected);
  });
});

describe("something is required", () => {
  const noted = { "links-problem": { level: "note" }, "states-hypothesis": { level: "off" } };

  test.each([
    ["not by default", {}, false],
    ["in mode require", { mode: "require" }, true],
    ["by one required rule", { rules: { "gives-evidence": { level: "require" } } }, true],
    ["not in mode require where nothing is advised", { mode: "require", rules: noted }, false],
  ])("%s", (_title, written, expected) => {
    expect(requiresAnything(settings(written))).toBe(expected);
  });
});

test.each([
  [{}, "anyone"],
  [{ mode: "require" }, "write"],
  [{ rules: { "links-problem": { level: "require" } } }, "write"],
  [{ mode: "require", opt_out: { who: "anyone" } }, "anyone"],
  [{ opt_out: { who: "write" } }, "write"],
])("who may opt out under %o: %s", (written, expected) => {
  expect(whoMayOptOut(settings(written))).toBe(expected);
});
