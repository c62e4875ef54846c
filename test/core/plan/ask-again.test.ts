import { expect, test } from "vitest";
import { askAgainAt } from "../../../src/core/plan/ask-again.ts";
import { minutesAgo, noon } from "../../support/facts.ts";

test.each([
  [0, 1],
  [8, 1],
  [16, 2],
  [40, 5],
  [8 * 60, 60],
  [400 * 24 * 60, 6 * 60],
  [-10, 1],
])("what GitHub has not answered for since %d minutes is asked for again in %d minutes", (ago, wait) => {
  expect(askAgainAt(minutesAgo(ago), noon)).toEqual(minutesAgo(-wait));
});
