import { expect, test } from "vitest";
import type { Hypothesis } from "../../../src/core/statements/statements.ts";
import { read, show } from "./read.ts";

const none = {
  change: null,
  who: null,
  effect: null,
  because: null,
  metric: null,
  baseline: null,
  target: null,
  window: null,
};

function parts(text: string): Partial<Hypothesis> | string {
  const { hypothesis } = read(text);
  if (hypothesis.grade !== "stated") return hypothesis.grade;
  const { claim: _claim, ...found } = hypothesis.value;
  return found;
}

const full = {
  change: "a bigger button",
  who: "people on phones",
  effect: "halve failed log-ins",
  because: "it is missed",
  metric: "failed log-ins",
  baseline: "12 %",
  target: "6 %",
  window: "two weeks",
};

test.each([
  [
    "a sentence anywhere",
    "Text before.\n\nWe believe a bigger button for people on phones will halve failed log-ins because it is missed. We will know when failed log-ins move from 12 % to 6 % within two weeks.",
  ],
  [
    "a sentence with its measure in a paragraph of its own",
    "We believe that a bigger button for people on phones will halve failed log-ins because it is missed.\n\nWe'll know when failed log-ins drop from 12 % to 6 % within two weeks.",
  ],
  [
    "one sentence that goes on with its measure",
    "We believe a bigger button for people on phones will halve failed log-ins because it is missed, and we will know when failed log-ins move from 12 % to 6 % within two weeks.",
  ],
  [
    "a sentence with line wraps",
    "We believe a bigger\nbutton for people on phones will\nhalve failed log-ins because it is missed. We\nwill know when failed log-ins go from 12 %\nto 6 % within two\nweeks.",
  ],
  [
    "fields under a heading",
    "## Hypothesis\n\n- We believe: a bigger button\n- For: people on phones\n- Will: halve failed log-ins\n- Because: it is missed\n- Metric: failed log-ins\n- From: 12 %\n- To: 6 %\n- Within: two weeks",
  ],
  [
    "keys of a block",
    "```outcome\nwe_believe: a bigger button\nfor: people on phones\nwill: halve failed log-ins\nbecause: it is missed\nmetric: failed log-ins\nbaseline: 12 %\ntarget: 6 %\nwindow: two weeks\n```",
  ],
  [
    "keys inside a key of a block",
    "```outcome\nhypothesis:\n  we_believe: a bigger button\n  for: people on phones\n  will: halve failed log-ins\n  because: it is missed\n  metric: failed log-ins\n  from: 12 %\n  to: 6 %\n  within: two weeks\n```",
  ],
])("all parts are read from %s", (_where, text) => {
  expect(parts(text)).toEqual(full);
});

test.each([
  ["We believe A will B.", { change: "A", effect: "B" }],
  ["We strongly believe that by showing A for B, we will C", { change: "showing A", who: "B", effect: "C" }],
  [
    "We bet A for B will C within 3 months since D.",
    { change: "A", who: "B", effect: "C within 3 months", because: "D", window: "3 months" },
  ],
  [
    "## Hypothesis\n\nIf we show A, then B follows because C",
    { change: "we show A", effect: "B follows", because: "C" },
  ],
  ["## Hypothesis or bet\n\nShowing A will raise B", { change: "Showing A", effect: "raise B" }],
  ["Hypothesis: fewer calls to support", {}],
  [
    "We believe A for B will C. We will know when D falls below 3 within a month.",
    { change: "A", who: "B", effect: "C", metric: "D", target: "below 3", window: "a month" },
  ],
])("%j is read as far as it tells", (text, found) => {
  expect(parts(text)).toEqual({ ...none, ...found });
});

test("the claim is kept as it was written, on one line and without what follows", () => {
  const { hypothesis } = read("First, we believe A\nfor B will C. And more.\nReviewer: nobody");
  expect(hypothesis.grade === "stated" && hypothesis.value.claim).toBe("we believe A for B will C.");
  expect(show(hypothesis)).toBe("stated: First, we believe A");
});

test.each([
  "We believe this is a bug.",
  "I believe this will help.",
  "We believe in tests. This will do.",
  "`We believe A will B`",
  "> We believe A will B",
])("%j is no hypothesis", (text) => {
  expect(read(text).hypothesis).toEqual({ grade: "absent" });
});

test.each([
  ["We believe CHANGE for WHO will EFFECT because REASON.", "template"],
  ["We believe [change] for [who] will [effect].", "template"],
  ["We believe a bigger button for WHO will EFFECT.", "template"],
  ["We believe ____ will ____.", "template"],
  ["We believe TBD will TBD.", "hollow"],
  ["## Hypothesis\n\nN/A", "hollow"],
  ["```outcome\nwe_believe: TBD\nwill: TBD\n```", "hollow"],
  ["```outcome\nwe_believe:\nwill:\n```", "hollow"],
])("%j is graded %s", (text, grade) => {
  expect(read(text).hypothesis.grade).toBe(grade);
});

test("parts that are still a form's words are only not told", () => {
  expect(parts("We believe a bigger button for WHO will halve failures because REASON.")).toEqual({
    ...none,
    change: "a bigger button",
    effect: "halve failures",
  });
});
