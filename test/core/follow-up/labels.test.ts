import { expect, test } from "vitest";
import { findRenamed, formerNames, labelKeys, labelsSchema } from "../../../src/core/follow-up/labels.ts";

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

const made = (name: string, key: keyof typeof labels) => ({ name, description: labels[key].description });
const strange = { name: "bug", description: "Something is broken." };

test.each([
  ["by the name that the app gives", made("outcome: validated", "validated")],
  ["by another that was configured before", made("it helped", "validated")],
])("a label of ours %s is renamed to the configured one", (_which, earlier) => {
  const wanted = labelsSchema.parse({ validated: { name: "validated" } });
  expect(findRenamed(wanted, [strange, earlier])).toEqual([{ from: earlier.name, to: "validated" }]);
});

test("several are renamed at once, and back again where nothing is configured any more", () => {
  const there = [made("ready", "due"), made("it helped", "validated"), made("outcome: pending", "pending")];
  expect(findRenamed(labels, there)).toEqual([
    { from: "ready", to: "outcome: due" },
    { from: "it helped", to: "outcome: validated" },
  ]);
});

test.each([
  ["where there is one of the new name, in whatever case", {}, [made("Validated", "due")]],
  ["whose description is a person's", {}, [{ ...made("outcome: validated", "validated"), description: "It helped." }]],
  ["where two could be meant", {}, [made("outcome: validated", "validated"), made("it helped", "validated")]],
  [
    "that is configured for something else",
    { pending: { name: "outcome: validated" } },
    [made("Outcome: validated", "validated")],
  ],
  [
    "by a description that was configured",
    { validated: { name: "validated", description: "Something is broken." } },
    [],
  ],
])("no label is renamed %s", (_why, over, there) => {
  const wanted = labelsSchema.parse({ validated: { name: "validated" }, ...over });
  expect(findRenamed(wanted, [strange, ...there])).toEqual([]);
});

test("a label that is called otherwise now is known by the name that it had without a configuration", () => {
  const wanted = labelsSchema.parse({ due: { name: "ready" }, validated: { name: "it helped" } });
  const former = formerNames(wanted, ["outcome: pending"]);
  expect([...former]).toEqual([
    ["outcome: due", "ready"],
    ["outcome: validated", "it helped"],
  ]);
});

test("a name that a label of the repository has, or that is configured for another, stands for nothing else", () => {
  const wanted = labelsSchema.parse({ due: { name: "Outcome: Validated" }, validated: { name: "it helped" } });
  expect([...formerNames(wanted, ["Outcome: Due"])]).toEqual([]);
});
