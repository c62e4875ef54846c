import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { Answer } from "../../../src/core/report/shared-head.ts";
import { renderCrowdedHead, renderSharedHead } from "../../../src/core/report/shared-head.ts";
import { longestText } from "../../../src/core/report/cut.ts";
import type { Conclusion } from "../../../src/core/verdict/verdict.ts";

function answer(number: number, conclusion: Conclusion, summary = `Summary of ${number}`): Answer {
  return { number, content: { conclusion, title: `Title of ${number}`, summary, text: "" } };
}

const conclusions = ["failure", "action_required", "neutral", "success", "skipped"] as const;
const pairs = conclusions.flatMap((strict, index) => conclusions.slice(index + 1).map((lax) => [strict, lax] as const));

describe("of several answers for one commit", () => {
  test.each(pairs)("%s is shown before %s, whichever is older", (strict, lax) => {
    for (const [a, b] of [
      [answer(7, strict), answer(9, lax)],
      [answer(9, strict), answer(7, lax)],
    ] as const) {
      const shown = renderSharedHead({ answers: [a, b], merged: [] });
      expect(shown).toMatchObject({ conclusion: strict, title: a.content.title });
      expect(renderSharedHead({ answers: [b, a], merged: [] })).toEqual(shown);
    }
  });

  test("the summary says in one sentence whose heads it is and whose answer is shown", () => {
    const answers = [answer(12, "success"), answer(9, "failure"), answer(7, "skipped")] as const;
    expect(renderSharedHead({ answers, merged: [] }).summary).toBe(
      "This commit is the head of #7, #9 and #12; the strictest answer is shown, that of #9.\n\nSummary of 9",
    );
  });

  test("the same is shown in whatever order they come", () => {
    const some = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(...conclusions)), {
      selector: ([number]) => number,
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (given, dice) => {
        const answers = given.map(([number, conclusion]) => answer(number, conclusion));
        const shuffled = answers.toSorted(() => (dice.next().value % 2 === 0 ? 1 : -1));
        expect(render(shuffled)).toEqual(render(answers));
      }),
    );
  });

  test("of equally strict ones, the lowest number's is shown", () => {
    expect(render([answer(9, "failure"), answer(7, "failure"), answer(8, "failure")])?.title).toBe("Title of 7");
  });

  test("a summary as long as GitHub takes is cut to make room for the sentence", () => {
    const long = answer(7, "failure", "a line\n".repeat(longestText / 7));
    const { summary } = renderSharedHead({ answers: [long, answer(9, "success")], merged: [] });
    expect(summary.length).toBeLessThanOrEqual(longestText);
    expect(summary).toMatch(/^This commit is the head of #7 and #9;/);
  });
});

test("a single answer stands as it is", () => {
  const only = answer(7, "success");
  expect(renderSharedHead({ answers: [only], merged: [] })).toEqual(only.content);
});

test("where a merge from the same head is recorded, it says so and whose answer is shown", () => {
  expect(renderSharedHead({ answers: [answer(9, "failure")], merged: [7] }).summary).toBe(
    "The answer shown is that of #9. With the same head, #7 was merged before; what was recorded then stands below." +
      "\n\nSummary of 9",
  );
});

test.each([
  ["requires", "action_required"],
  ["advises", "neutral"],
] as const)("more than are compared are not determined, where the team %s", (policy, conclusion) => {
  const content = renderCrowdedHead([9, 3, 4, 5, 6, 7, 8], policy);
  expect(content.conclusion).toBe(conclusion);
  expect(content.summary).toContain("This commit is the head of #3, #4, #5, #6, #7, #8 and #9.");
});

function render([first, ...others]: readonly Answer[]) {
  return first === undefined ? null : renderSharedHead({ answers: [first, ...others], merged: [] });
}
