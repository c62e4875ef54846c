import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { findProblems } from "../../../src/core/facts/find-problem.ts";
import type { OutcomeRecord } from "../../../src/core/follow-up/record.ts";
import { findRecord, makeRecord, readName, renderRecord, windowDays } from "../../../src/core/follow-up/record.ts";
import { anyForeignText } from "../../support/foreign-text.ts";
import { hypothesis, issue, link, minutesAgo, noon, policy, pullRequestFacts, stated } from "../../support/facts.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";

function recordOf(overrides: PullRequestOverrides): OutcomeRecord {
  const pullRequest = { ...overrides.pullRequest, state: "merged", mergedAt: noon } as const;
  const facts = pullRequestFacts({ ...overrides, pullRequest });
  return makeRecord(
    facts,
    findProblems(facts.links, { repository: facts.repository, policy: policy.problems })[0] ?? null,
    policy,
  );
}

const parts = { metric: "refunds a week", baseline: "40", target: "10" };

test("the record says what was believed, of what, and when it is due", () => {
  expect(
    recordOf({ links: [link(issue("acme/notes#5"))], says: { hypothesis: hypothesis("We believe ...", parts) } }),
  ).toEqual({
    version: 1,
    pull_request: "acme/shop#7",
    problem: "acme/notes#5",
    believed: "We believe ...",
    exploring: null,
    metric: "refunds a week",
    baseline: "40",
    target: "10",
    window_days: 14,
    merged_at: "2026-03-02T12:00:00.000Z",
    edited_after_merge: false,
    due_at: "2026-03-16T12:00:00.000Z",
  });
});

test("where the window starts at a release, no day is recorded, and no later reading can take one for true", () => {
  const facts = pullRequestFacts({ pullRequest: { state: "merged", mergedAt: noon } });
  const record = makeRecord(facts, null, { follow_up: { ...policy.follow_up, start: "release" } });
  expect(record).toMatchObject({ window_days: 14, merged_at: "2026-03-02T12:00:00.000Z", due_at: null });
  expect(findRecord(renderRecord(record), 7)).toEqual(record);
});

test("work without a hypothesis has a record too: did it help?", () => {
  expect(recordOf({ links: [link(issue("#12"))] })).toMatchObject({ believed: null, metric: null, window_days: 14 });
});

test("a metric of its own line and the question of an exploration are recorded", () => {
  const says = { metric: stated("tickets a week"), exploration: stated("do buyers read it?") };
  expect(recordOf({ says })).toMatchObject({ metric: "tickets a week", exploring: "do buyers read it?" });
});

describe("metric, baseline and target", () => {
  const nothing = { baseline: null, target: null };
  const firstPaint = "time from click to first paint";
  const carts = "abandoned carts, from 31 % to 25 %";

  test.each([
    {
      from: "the metric's own line",
      stands: {},
      line: carts,
      metric: "abandoned carts",
      baseline: "31 %",
      target: "25 %",
    },
    { from: "the hypothesis before the line", stands: parts, line: carts, ...parts },
    { from: "the hypothesis alone", stands: { metric: "refunds" }, line: carts, metric: "refunds", ...nothing },
    {
      from: "a line with a target",
      stands: {},
      line: "errors fall below 1 %",
      metric: "errors",
      baseline: null,
      target: "below 1 %",
    },
    { from: "a line without numbers, whole", stands: {}, line: firstPaint, metric: firstPaint, ...nothing },
    { from: "a line without more, whole", stands: {}, line: "tickets a week", metric: "tickets a week", ...nothing },
  ])("come from one place: $from", ({ stands, line, metric, baseline, target }) => {
    const says = { hypothesis: hypothesis("We believe ...", stands), metric: stated(line) };
    expect(recordOf({ says })).toMatchObject({ metric, baseline, target });
  });
});

test.each([
  ["never", null, false],
  ["before the merge", minutesAgo(1), false],
  ["after the merge", minutesAgo(-1), true],
])("a text that was edited %s is recorded as such", (_title, editedAt, expected) => {
  expect(recordOf({ pullRequest: { editedAt } }).edited_after_merge).toBe(expected);
});

describe("the window", () => {
  test.each([
    [1, 1],
    [30, 30],
    [0, 1],
    [-5, 1],
    [0.5, 1],
    [730, 730],
    [40_000_000, 730],
  ])("of %d days is %i days: neither at once nor in a thousand years", (days, expected) => {
    const window = {
      grade: "stated",
      value: { days, text: "" },
      quote: "",
      place: { kind: "line", name: "", line: 1 },
    } as const;
    const facts = pullRequestFacts({ says: { window } });
    expect(windowDays(facts, policy.follow_up)).toBe(expected);
    expect(findRecord(renderRecord(recordOf({ says: { window } })), 7)?.window_days).toBe(expected);
  });
});

describe("a rendered record", () => {
  test("is read back as it was, whatever people wrote", () => {
    fc.assert(
      fc.property(anyForeignText, anyForeignText, (claim, metric) => {
        const record = recordOf({ says: { hypothesis: hypothesis(claim, { metric }) } });
        expect(findRecord(renderRecord(record), 7)).toEqual(record);
      }),
    );
  });

  test("ends its block where it ends, and holds no HTML", () => {
    const text = renderRecord(recordOf({ says: { hypothesis: hypothesis("```\n<!-- x --> </details> ```") } }));
    expect(text.match(/`{3,}/g)).toHaveLength(2);
    expect(text).not.toContain("<");
  });

  test("fits a check run, however long the texts are", () => {
    for (const text of ["<".repeat(65_000), "🙂".repeat(30_000), "`".repeat(65_000), '\\"'.repeat(30_000)]) {
      const long = { metric: text, baseline: text, target: text };
      const says = { hypothesis: hypothesis(text, long), exploration: stated(text) };
      expect(renderRecord(recordOf({ says })).length).toBeLessThan(60_000);
    }
  });
});

describe("a text of a check run", () => {
  const rendered = renderRecord(recordOf({}));

  test("is read with whatever line ends GitHub hands it back, and with words around it", () => {
    expect(findRecord(`Before.\n\n${rendered}\n\nAfter.`.replaceAll("\n", "\r\n"), 7)).toEqual(recordOf({}));
  });

  test("is that of its own number, and not of one that ends alike", () => {
    const record = recordOf({});
    const { number } = readName(record.pull_request);
    const other = { ...record, pull_request: `acme/shop#1${number}` };
    expect(findRecord(renderRecord(other), number)).toBeNull();
    expect(findRecord(`${renderRecord(other)}\n\n${rendered}`, number)).toEqual(record);
  });

  test.each([
    ["nothing", ""],
    ["another block", '```json\n{"version":1}\n```'],
    ["an open block", rendered.slice(0, -4)],
    ["no JSON", "```json outcome-record\nnot json\n```"],
    ["another version", rendered.replace('"version": 1', '"version": 2')],
    ["an unknown field", rendered.replace('"version": 1', '"version": 1, "more": 1')],
  ])("without a record of ours has none: %s", (_title, text) => {
    expect(findRecord(text, 7)).toBeNull();
  });
});
