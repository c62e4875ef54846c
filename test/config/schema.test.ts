import { describe, expect, expectTypeOf, test } from "vitest";
import { defaultConfig } from "../../src/config/schema.ts";
import type { Config } from "../../src/config/schema.ts";
import { rules } from "../../src/core/rules/index.ts";
import type { RuleId } from "../../src/core/rules/index.ts";
import type { Level } from "../../src/core/rules/rule.ts";
import { exemptions } from "../../src/core/verdict/exemptions/index.ts";
import type { ExemptionId } from "../../src/core/verdict/exemptions/index.ts";

describe("the registries and the configuration name the same things", () => {
  test("every rule has its level and options, and nothing else does", () => {
    expect(Object.keys(defaultConfig.rules)).toEqual(rules.map(({ id }) => id));
    for (const { id, defaultLevel, options } of rules) {
      expect(defaultConfig.rules[id]).toEqual({ level: defaultLevel, ...options.parse({}) });
    }
    expectTypeOf<keyof Config["rules"]>().toEqualTypeOf<RuleId>();
    expectTypeOf<Config["rules"]["links-problem"]["level"]>().toEqualTypeOf<Level>();
    expectTypeOf<Config["rules"]["states-hypothesis"]["bug_labels"]>().toEqualTypeOf<string[]>();
  });

  test("every exemption has its settings, and nothing else does", () => {
    expect(Object.keys(defaultConfig.exemptions)).toEqual(exemptions.map(({ id }) => id));
    expectTypeOf<keyof Config["exemptions"]>().toEqualTypeOf<ExemptionId>();
    expectTypeOf<Config["exemptions"]["bots"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Config["exemptions"]["paths"]>().toEqualTypeOf<string[]>();
  });
});

test("the defaults are those of a team that has decided nothing yet", () => {
  expect(defaultConfig).toMatchObject({
    enabled: true,
    mode: "advise",
    problems: { labels: [], types: [], state: "any", parents: true },
    exemptions: { bots: true, drafts: true, reverts: true, backports: true, paths: [], size: 0 },
    comments: { when: "when_needed", grace: { milliseconds: 120_000, text: "2 minutes" } },
    follow_up: {
      window: { text: "14 days" },
      grace: { text: "14 days" },
      slot: { day: "tuesday", time: "10:00" },
      time_zone: "UTC",
      start: "merge",
    },
  });
  expect(defaultConfig.opt_out.who).toBeUndefined();
  const asked = Object.entries(defaultConfig.rules).filter(
    ([, { level }]) => level === "advise" || level === "require",
  );
  expect(asked.map(([id]) => id)).toEqual(["links-problem", "states-hypothesis"]);
});
