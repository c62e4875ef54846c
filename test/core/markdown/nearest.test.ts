import { expect, test } from "vitest";
import { nearest } from "../../../src/core/markdown/nearest.ts";

const known = ["mode", "rules", "links-problem", "states-problem", "states-hypothesis", "follow_up", "labels"];

test.each([
  ["rule", "rules"],
  ["ruels", "rules"],
  ["Mode", "mode"],
  ["link-problem", "links-problem"],
  ["links_problem", "links-problem"],
  ["state-hypothesys", "states-hypothesis"],
  ["followup", "follow_up"],
  ["lables", "labels"],
])("%s is near %s", (word, expected) => {
  expect(nearest(word, known)).toBe(expected);
});

test.each(["metrics", "x", "", "hypothesis", "problem", "rules".repeat(5000)])("nothing is near %s", (word) => {
  expect(nearest(word, known)).toBeNull();
});

test("the nearest wins, and the first of equals", () => {
  expect(nearest("note", ["rote", "noted", "note"])).toBe("note");
  expect(nearest("bat", ["cat", "hat"])).toBe("cat");
});
