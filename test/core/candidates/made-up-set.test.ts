import { describe, expect, test } from "vitest";
import { evaluateCandidates, shareRight } from "../../../scripts/eval-candidates/evaluate.ts";
import { readPart, readProblems } from "../../../scripts/eval-candidates/fixtures.ts";

const problems = readProblems();

describe("among 200 open problems", () => {
  test("of an invented product", () => {
    expect(problems).toHaveLength(200);
  });

  describe.each(["first", "second", "third", "fourth"] as const)("the %s part of the made-up pull requests", (part) => {
    const { known, none } = evaluateCandidates(problems, readPart(part));

    test("has enough of both kinds to tell", () => {
      expect(known.length).toBeGreaterThanOrEqual(30);
      expect(none.length).toBeGreaterThanOrEqual(30);
    });

    test("finds the problem among the first three for most", () => {
      expect(shareRight(known)).toBeGreaterThanOrEqual(0.7);
    });

    test("hears nothing where there is no problem", () => {
      expect(shareRight(none)).toBeGreaterThanOrEqual(0.9);
    });
  });
});

test("the parts have no pull request in common", () => {
  const titles = (["first", "second", "third", "fourth"] as const).flatMap(readPart).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
