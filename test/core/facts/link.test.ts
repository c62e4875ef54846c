import { expect, test } from "vitest";
import { isUnknown } from "../../../src/core/facts/link.ts";
import { deadLink } from "../../support/facts.ts";

test("unknown is what may still be a problem: not what was seen to be none", () => {
  const kinds = ["pull-request", "missing", "gone", "moved-away", "less-visible", "unreadable", "unreachable"] as const;
  expect(kinds.filter((kind) => isUnknown(deadLink("#9", kind).target))).toEqual([
    "moved-away",
    "less-visible",
    "unreadable",
    "unreachable",
  ]);
});
