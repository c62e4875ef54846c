import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { Observed, ObservedComment } from "../../../src/core/facts/observed.ts";
import { desirePullRequest } from "../../../src/core/plan/desire-pull-request.ts";
import { desireProblem } from "../../../src/core/plan/desire-problem.ts";
import type { Desired } from "../../../src/core/plan/desired.ts";
import { settled } from "../../../src/core/plan/desired.ts";
import { planWrites } from "../../../src/core/plan/plan-writes.ts";
import { evaluate, evaluateProblem } from "../../../src/core/verdict/evaluate.ts";
import { anyForeignText } from "../../support/foreign-text.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";
import {
  comment,
  deadLink,
  hypothesis,
  issue,
  link,
  minutesAgo,
  noon,
  policy,
  problemFacts,
  pullRequestFacts,
  settings,
} from "../../support/facts.ts";
import { applyWrites } from "./apply-writes.ts";

const names = [policy.labels.pending.name, policy.labels.validated.name, "Outcome: Pending", "ui"];

const anyComment: fc.Arbitrary<ObservedComment> = fc.oneof(
  fc.constant({ kind: "none" } as const),
  fc.constant({ kind: "deleted-by-a-person" } as const),
  fc
    .tuple(anyForeignText, fc.constantFrom("no", "by-us", "by-a-person"), fc.subarray([902, 903]))
    .map(([body, hidden, twins]) => comment(body, { hidden, twins })),
);

const anyObserved: fc.Arbitrary<Observed> = fc.record({
  checkRun: fc.option(
    fc.record({
      id: fc.constant(5),
      completed: fc.boolean(),
      conclusion: fc.constantFrom("success", "neutral", "failure", null),
      title: anyForeignText,
      summary: anyForeignText,
      text: anyForeignText,
    }),
  ),
  comment: anyComment,
  labels: fc.record({
    onThread: fc.subarray(names),
    removedByAPerson: fc.subarray(names),
    inRepository: fc.subarray(names),
  }),
});

const anySettings = fc.constantFrom(
  settings(),
  settings({ mode: "require" }),
  settings({ comments: { when: "always" } }),
  settings({ comments: { when: "never" } }),
  settings({ comments: { grace: "2 hours" } }),
);

const anyOverrides: fc.Arbitrary<PullRequestOverrides> = fc
  .record({
    state: fc.constantFrom("open", "closed", "merged"),
    draft: fc.boolean(),
    links: fc.subarray([link(issue("#12")), deadLink("#9", "missing"), deadLink("#8", "unreachable")]),
    claim: fc.option(anyForeignText),
    labels: fc.subarray(names),
  })
  .map(({ state, draft, links, claim, labels }) => ({
    pullRequest: { state, draft, labels, mergedAt: state === "merged" ? minutesAgo(3) : null },
    links,
    says: claim === null ? {} : { hypothesis: hypothesis(claim) },
  }));

const anyDesired: fc.Arbitrary<Desired> = fc.oneof(
  fc.tuple(anyOverrides, anySettings).map(([overrides, configured]) => {
    const facts = pullRequestFacts(overrides);
    return desirePullRequest(facts, evaluate(facts, configured), configured);
  }),
  anySettings.map((configured) => {
    const facts = problemFacts(issue("#12"));
    return desireProblem(facts, evaluateProblem(facts, configured), configured);
  }),
  fc.constant(settled),
);

function isDecidedByAPerson(one: ObservedComment): boolean {
  return one.kind === "deleted-by-a-person" || (one.kind === "present" && one.hidden === "by-a-person");
}

describe("whatever GitHub shows and whatever it should show", () => {
  test("once the writes are done, nothing is left to write", () => {
    fc.assert(
      fc.property(anyObserved, anyDesired, (observed, desired) => {
        const after = applyWrites(observed, planWrites(observed, desired, noon));
        expect(planWrites(after, desired, noon)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("what a person hid, deleted or took off stays so", () => {
    fc.assert(
      fc.property(anyObserved, anyDesired, (observed, desired) => {
        const after = applyWrites(observed, planWrites(observed, desired, noon));
        expect(isDecidedByAPerson(after.comment)).toBe(isDecidedByAPerson(observed.comment));
        const added = after.labels.onThread.filter((name) => !observed.labels.onThread.includes(name));
        const removed = new Set(observed.labels.removedByAPerson.map((name) => name.toLowerCase()));
        expect(added.filter((name) => removed.has(name.toLowerCase()))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no label goes, and none comes but ours", () => {
    fc.assert(
      fc.property(anyObserved, anyDesired, (observed, desired) => {
        const { onThread } = applyWrites(observed, planWrites(observed, desired, noon)).labels;
        expect(onThread.slice(0, observed.labels.onThread.length)).toEqual(observed.labels.onThread);
        expect(
          onThread.slice(observed.labels.onThread.length).filter((name) => name !== policy.labels.pending.name),
        ).toEqual([]);
      }),
    );
  });
});
