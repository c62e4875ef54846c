import { expect, test } from "vitest";
import { labelKeys, labelsSchema } from "../../../src/core/follow-up/labels.ts";

const labels = labelsSchema.parse({});

test.each(labelKeys)("the label for %s is one that GitHub takes", (key) => {
  const { name, color, description } = labels[key];
  expect(name).toBe(`outcome: ${key}`);
  expect(color).toMatch(/^[0-9a-f]{6}$/);
  expect(description.length).toBeGreaterThan(0);
  expect(description.length).toBeLessThanOrEqual(100);
});

test("no two labels look the same", () => {
  expect(new Set(labelKeys.map((key) => labels[key].color)).size).toBe(labelKeys.length);
});

test("a colour may be written as people write it", () => {
  expect(labelsSchema.parse({ due: { color: "#ABCDEF" } }).due.color).toBe("abcdef");
});

test("two labels of one name are refused, whatever their case", () => {
  expect(labelsSchema.safeParse({ due: { name: "Outcome: Pending" } }).success).toBe(false);
});
