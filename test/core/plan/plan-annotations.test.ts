import { expect, test } from "vitest";
import type { Annotation, Observed, ObservedCheckRun } from "../../../src/core/facts/observed.ts";
import { untouched } from "../../../src/core/plan/desired.ts";
import { planWrites } from "../../../src/core/plan/plan-writes.ts";
import { noon, nothingObserved } from "../../support/facts.ts";
import { applyWrites } from "./apply-writes.ts";

const headSha = "a".repeat(40);
const content = { conclusion: "neutral", title: "Title", summary: "Words", text: "" } as const;
const one: Annotation = { path: ".github/outcome.yml", line: 2, level: "warning", message: "`rulez` is not a key." };
const other: Annotation = { ...one, line: 5 };

function observed(annotations: readonly Annotation[] | undefined): Observed {
  const run: ObservedCheckRun = { id: 5, completed: true, ...content, ...(annotations && { annotations }) };
  return { ...nothingObserved, checkRun: run };
}

function plan(shown: Observed, annotations: readonly Annotation[], kind: "set" | "record" = "set") {
  const added = annotations.length === 0 ? {} : { annotations };
  const desired = { ...untouched, checkRun: { kind, headSha, content: { ...content, ...added } } } as const;
  const writes = planWrites(shown, desired, noon);
  const after = applyWrites(shown, writes);
  expect(planWrites(after, desired, noon)).toEqual([]);
  return writes;
}

test("a new run comes with all of them", () => {
  expect(plan(nothingObserved, [one, other])).toMatchObject([
    { kind: "create-check-run", content: { annotations: [one, other] } },
  ]);
});

test("those that stand there already are not sent again: GitHub would add them a second time", () => {
  expect(plan(observed([one, other]), [other, one])).toEqual([]);
  expect(plan(observed([one]), [one, other])).toMatchObject([
    { kind: "update-check-run", id: 5, content: { annotations: [other] } },
  ]);
  expect(plan(observed([{ ...one, message: " `rulez` is\r\nnot a key.\n" }]), [one])).toEqual([]);
});

test("another text is written without them", () => {
  const shown = {
    ...nothingObserved,
    checkRun: { id: 5, completed: true, ...content, title: "Other", annotations: [one] },
  };
  const [write] = plan(shown, [one]);
  expect(write).toEqual({ kind: "update-check-run", id: 5, content });
});

test("one that no longer holds is left behind with its run: GitHub takes none off", () => {
  expect(plan(observed([one, other]), [one])).toMatchObject([
    { kind: "create-check-run", headSha, content: { annotations: [one] } },
  ]);
  expect(plan(observed([one]), [])).toEqual([{ kind: "create-check-run", headSha, content }]);
});

test("one of another level is another", () => {
  expect(plan(observed([one]), [{ ...one, level: "failure" }])).toMatchObject([
    { kind: "create-check-run", content: { annotations: [{ level: "failure" }] } },
  ]);
});

test("one whose level GitHub does not tell is taken for the same: else each look would write a new run", () => {
  const run: ObservedCheckRun = { id: 5, completed: true, ...content, annotations: [{ ...one, level: null }] };
  expect(plan({ ...nothingObserved, checkRun: run }, [one])).toEqual([]);
});

test("the record of a merge leaves them where they are", () => {
  expect(plan(observed([one]), [], "record")).toEqual([]);
});
