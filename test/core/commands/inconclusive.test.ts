import { expect, test } from "vitest";
import { inconclusive } from "../../../src/core/commands/inconclusive.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each([
  ["", ""],
  ["40 tickets a week before, 12 now", "40 tickets a week before, 12 now"],
  ["https://example.org/report", "https://example.org/report"],
  ["NOTE-OR-URL", ""],
])("with %j is an answer of its own kind", (argument, note) => {
  const statement = { kind: "outcome", outcome: "inconclusive", note };
  expect(inconclusive.read(argument, place)).toEqual({ kind: "statement", statement });
});
