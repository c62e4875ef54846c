import { expect, test } from "vitest";
import type { MetricAnswer } from "../../../src/core/follow-up/measured.ts";
import { findRecord } from "../../../src/core/follow-up/record.ts";
import { renderCheckRun } from "../../../src/core/report/check-run.ts";
import { withoutInside } from "../../../src/core/report/recorded-reading.ts";
import { evaluate } from "../../../src/core/verdict/evaluate.ts";
import { advising, hypothesis, issue, link, noon, pullRequestFacts } from "../../support/facts.ts";

const reading = {
  asked: "Carts",
  value: 1234.5678,
  unit: "a day",
  at: noon.toISOString(),
  window: "7 days",
  public: true,
};
const unreadable = { kind: "unreadable", asked: "Carts", at: noon.toISOString(), public: true } as const;

function textWith(baseline: MetricAnswer | undefined): string {
  const facts = pullRequestFacts({
    pullRequest: { state: "merged", mergedAt: noon },
    links: [link(issue("#12"))],
    says: { hypothesis: hypothesis("We believe ...", { metric: "carts" }) },
    policy: advising,
  });
  return renderCheckRun(facts, evaluate(facts, advising), { ...advising, baseline }).text;
}

test.each<[string, MetricAnswer]>([
  ["It is measured by `carts`. It was `1,234.57 a day`, over `7 days`.", { kind: "reading", reading }],
  [
    "It is measured by `carts`. It was `1,234.57`.",
    { kind: "reading", reading: { ...reading, unit: null, window: null } },
  ],
  [
    "It is measured by `carts`. What it was could not be read: `Prometheus answered 400`.",
    { ...unreadable, why: "Prometheus answered 400" },
  ],
])("what a metric was at the merge is told and recorded: %s", (words, baseline) => {
  expect(textWith(baseline)).toContain(words);
  expect(findRecord(textWith(baseline), 7)?.reading).toEqual(baseline);
});

test("a record without a reading is one as before", () => {
  expect(textWith(undefined)).toContain("It is measured by `carts`. The follow-up");
  expect(findRecord(textWith(undefined), 7)).not.toHaveProperty("reading");
});

test("a record whose reading is none is not read", () => {
  const text = textWith({ kind: "reading", reading }).replace('"value": 1234.5678', '"value": "many"');
  expect(findRecord(text, 7)).toBeNull();
});

test.each<[string, MetricAnswer]>([
  ["a number", { kind: "reading", reading: { ...reading, public: false } }],
  ["why there is none", { ...unreadable, why: "Prometheus answered 400", public: false }],
])("%s that was read inside leaves words and record, and nothing else does", (_title, baseline) => {
  const [told, bare] = [textWith(baseline), textWith(undefined)];
  expect(withoutInside(told)).toBe(bare);
  expect(withoutInside(told.replaceAll("\n", "\r\n"))).toBe(bare);
  const beside = `Before.\n\n${textWith({ kind: "reading", reading })}\n\n${told}\n\nBehind.`;
  expect(withoutInside(beside)).toBe(`Before.\n\n${textWith({ kind: "reading", reading })}\n\n${bare}\n\nBehind.`);
  expect(withoutInside(textWith({ kind: "reading", reading }))).toBeNull();
  expect(withoutInside(bare)).toBeNull();
});
