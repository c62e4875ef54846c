import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { md } from "../../../src/core/markdown/markdown.ts";
import { levels } from "../../../src/core/rules/rule.ts";
import { rules } from "../../../src/core/rules/index.ts";
import type { Finding } from "../../../src/core/verdict/verdict.ts";
import {
  blocking,
  conclude,
  decisive,
  firstMissing,
  firstUnknown,
  lacksProblem,
} from "../../../src/core/verdict/verdict.ts";

const outcomes = ["pass", "fail", "skip", "unknown"] as const;

function finding(
  outcome: Finding["outcome"],
  level: Finding["level"],
  rule: Finding["rule"] = "links-problem",
): Finding {
  return { outcome, level, rule, words: rules[0], found: md`Something.` };
}

function conclusionOf(...findings: readonly Finding[]) {
  return conclude({ kind: "judged", findings, problem: null, remarks: [], undetermined: false });
}

describe("one answer", () => {
  const table = {
    pass: { off: "success", note: "success", advise: "success", require: "success" },
    skip: { off: "success", note: "success", advise: "success", require: "success" },
    fail: { off: "success", note: "success", advise: "neutral", require: "failure" },
    unknown: { off: "success", note: "success", advise: "neutral", require: "action_required" },
  } as const;
  const cases = outcomes.flatMap((outcome) => levels.map((level) => [outcome, level, table[outcome][level]] as const));

  test.each(cases)("%s at level %s concludes %s", (outcome, level, expected) => {
    expect(conclusionOf(finding(outcome, level))).toBe(expected);
  });
});

describe("answers together", () => {
  const order = ["success", "neutral", "action_required", "failure"];
  const anyFinding = fc.tuple(fc.constantFrom(...outcomes), fc.constantFrom(...levels));

  test("conclude what the worst of them concludes, in any order", () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 8 }), (all) => {
        const findings = all.map(([outcome, level]) => finding(outcome, level));
        const worst = Math.max(0, ...findings.map((one) => order.indexOf(conclusionOf(one))));
        expect(conclusionOf(...findings)).toBe(order[worst]);
      }),
    );
  });

  test("never let a required no or unknown pass as success, neutral or skipped", () => {
    fc.assert(
      fc.property(fc.array(anyFinding), fc.constantFrom("fail" as const, "unknown" as const), (others, outcome) => {
        const findings = [...others.map(([one, level]) => finding(one, level)), finding(outcome, "require")];
        expect(["failure", "action_required"]).toContain(conclusionOf(...findings));
      }),
    );
  });
});

test("an exemption is skipped, an opt-out is neutral", () => {
  expect(conclude({ kind: "exempt", title: "a draft", reason: md`a draft` })).toBe("skipped");
  expect(conclude({ kind: "opted-out", reason: "a typo", by: "ada" })).toBe("neutral");
});

test("what is asked for first is the first required part, else the first advised one; never a note", () => {
  const note = finding("fail", "note", "states-problem");
  const advised = finding("fail", "advise", "gives-evidence");
  const required = finding("fail", "require", "states-hypothesis");
  expect(firstMissing([note, finding("unknown", "require"), advised, required])).toBe(required);
  expect(firstMissing([note, advised])).toBe(advised);
  expect(firstMissing([note, finding("pass", "require")])).toBeNull();
});

test("the first unknown is one that matters", () => {
  const advised = finding("unknown", "advise");
  expect(firstUnknown([finding("unknown", "note"), finding("fail", "require"), advised])).toBe(advised);
  expect(firstUnknown([finding("unknown", "off"), finding("unknown", "note")])).toBeNull();
});

test("what blocks is everything that is required and not answered with yes", () => {
  const [fails, unknown] = [finding("fail", "require"), finding("unknown", "require")];
  expect(
    blocking([finding("fail", "advise"), unknown, finding("pass", "require"), fails, finding("skip", "require")]),
  ).toEqual([unknown, fails]);
});

test("the decisive answer is the one to which the conclusion is owed", () => {
  const all = levels.flatMap((level) => outcomes.map((outcome) => finding(outcome, level)));
  fc.assert(
    fc.property(fc.subarray(all), (findings) => {
      const one = decisive(findings);
      expect(conclusionOf(...(one === null ? [] : [one]))).toBe(conclusionOf(...findings));
    }),
  );
});

function lacks(...findings: readonly Finding[]) {
  return lacksProblem({ kind: "judged", findings, problem: null, remarks: [], undetermined: false });
}

test("a problem is lacking where it is asked for and not linked", () => {
  expect(lacks(finding("fail", "advise"))).toBe(true);
  expect(lacks(finding("pass", "require"), finding("fail", "require", "states-hypothesis"))).toBe(false);
  expect([lacks(finding("unknown", "require")), lacks(finding("fail", "note"))]).toEqual([false, false]);
});
