import { describe, expect, test } from "vitest";
import { score } from "../../scripts/eval/score.ts";

function items(...names: readonly string[]) {
  return names.map((name) => ({ name, quote: null }));
}

describe("a score", () => {
  test("counts what is right, wrong and missed over all texts", () => {
    const scored = score([
      { id: "one", expected: items("a", "b", "c"), found: items("a", "x") },
      { id: "two", expected: items("d"), found: items("d") },
      { id: "three", expected: [], found: [] },
    ]);
    expect(scored).toMatchObject({ right: 2, wrong: 1, missed: 2, precision: 2 / 3, recall: 0.5 });
  });

  test("lists each miss with what stood instead", () => {
    const { misses } = score([{ id: "one", expected: items("a", "b"), found: items("a", "x"), remark: "unsure" }]);
    expect(misses).toEqual([
      { id: "one", kind: "wrong", item: { name: "x", quote: null }, instead: "a, b", remark: "unsure" },
      { id: "one", kind: "missed", item: { name: "b", quote: null }, instead: "a, x", remark: "unsure" },
    ]);
  });

  test("compares without regard to case, and counts a name once a text", () => {
    expect(score([{ id: "one", expected: items("Acme/Shop#1"), found: items("acme/shop#1", "ACME/shop#1") }])).toEqual({
      right: 1,
      wrong: 0,
      missed: 0,
      precision: 1,
      recall: 1,
      misses: [],
    });
  });

  test("has no precision where nothing was found, and no recall where nothing was there", () => {
    expect(score([{ id: "one", expected: items("a"), found: [] }])).toMatchObject({ precision: null, recall: 0 });
    expect(score([{ id: "one", expected: [], found: items("a") }])).toMatchObject({ precision: 0, recall: null });
  });
});
