import { describe, expect, test } from "vitest";
import type { Desired, DesiredCheckRun } from "../../../src/core/plan/desired.ts";
import { untouched } from "../../../src/core/plan/desired.ts";
import type { OneOfHead, Siblings } from "../../../src/core/plan/share-head.ts";
import { shareHead } from "../../../src/core/plan/share-head.ts";
import type { Conclusion } from "../../../src/core/verdict/verdict.ts";
import { minutesAgo } from "../../support/facts.ts";

const headSha = "a".repeat(40);

function one(number: number, conclusion: Conclusion, over: Partial<Desired> = {}): OneOfHead {
  const content = { conclusion, title: `Title of ${number}`, summary: `Summary of ${number}`, text: "" };
  return { number, desired: { ...untouched, checkRun: { kind: "set", headSha, content }, ...over } };
}

function merged(number: number): OneOfHead {
  const content = { conclusion: "success", title: "Linked", summary: "Table", text: `Record of ${number}` } as const;
  return { number, desired: { ...untouched, checkRun: { kind: "record", headSha, content } } };
}

function judged(...siblings: readonly OneOfHead[]): Siblings {
  return { kind: "judged", siblings };
}

function crowd(numbers: readonly number[]): Siblings {
  return { kind: "too-many", numbers, policy: "requires" };
}

function contentOf({ checkRun }: Desired) {
  return checkRun.kind === "as-it-is" ? null : checkRun.content;
}

describe("an open pull request", () => {
  test("alone with its head looks as by its own verdict", () => {
    const own = one(7, "neutral");
    expect(shareHead(own, judged(), [])).toEqual(own.desired);
  });

  test("shows the same as its sibling does", () => {
    const [a, b] = [one(7, "success"), one(9, "failure")];
    expect(shareHead(a, judged(b), []).checkRun).toEqual(shareHead(b, judged(a), []).checkRun);
    expect(contentOf(shareHead(a, judged(b), []))).toMatchObject({ conclusion: "failure", title: "Title of 9" });
  });

  test("keeps its own comment and labels", () => {
    const comment = { kind: "settled" } as const;
    expect(shareHead(one(7, "success", { comment }), judged(one(9, "failure")), []).comment).toEqual(comment);
  });

  test("is looked at again as soon as a part of any answer may be known", () => {
    const [soon, late] = [minutesAgo(-1), minutesAgo(-5)];
    const own = one(7, "success", { retryAt: late });
    expect(shareHead(own, judged(one(8, "neutral", { retryAt: soon }), one(9, "success")), []).retryAt).toEqual(soon);
  });

  test("of a crowd is not determined, and the same for each of it", () => {
    const [a, b] = [shareHead(one(7, "success"), crowd([8, 9]), []), shareHead(one(9, "skipped"), crowd([7, 8]), [])];
    expect(contentOf(a)).toMatchObject({ conclusion: "action_required" });
    expect(a.checkRun).toEqual(b.checkRun);
  });
});

describe("a merged pull request", () => {
  test("has the last word where none is open", () => {
    const own = merged(7);
    expect(shareHead(own, judged(), [5])).toEqual(own.desired);
  });

  test("adds its record, and leaves the answer to those that are open", () => {
    const { checkRun } = shareHead(merged(7), judged(one(9, "failure")), []);
    expect(checkRun).toMatchObject({
      kind: "record",
      content: { conclusion: "failure", title: "Title of 9", text: "Record of 7" },
    });
  });

  test("leads to the words that the open one's own look chooses afterwards", () => {
    const atMerge = contentOf(shareHead(merged(7), judged(one(9, "failure")), []));
    const afterwards = contentOf(shareHead(one(9, "failure"), judged(), [7]));
    expect(afterwards).toEqual({ ...atMerge, text: "" });
  });
});

test("a check that is left as it is stays so, whoever shares the head", () => {
  const checkRun: DesiredCheckRun = { kind: "as-it-is" };
  expect(shareHead({ number: 7, desired: untouched }, judged(one(9, "failure")), []).checkRun).toEqual(checkRun);
});
