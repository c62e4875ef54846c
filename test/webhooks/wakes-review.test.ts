import { expect, test } from "vitest";
import { wakesReview } from "../../src/webhooks/wakes-review.ts";

const mia = { login: "mia" };
const problem = { labels: [{ name: "problem" }], user: mia };

test.each<[string, Parameters<typeof wakesReview>[0], boolean]>([
  ["of its author on what may be a problem", { issue: problem, comment: { user: mia } }, true],
  ["of somebody else", { issue: problem, comment: { user: { login: "olu" } } }, false],
  ["of its author on another issue", { issue: { labels: [], user: mia }, comment: { user: mia } }, false],
  ["of its author on a pull request", { issue: { ...problem, pull_request: {} }, comment: { user: mia } }, false],
  ["of one whose account is gone", { issue: problem, comment: { user: null } }, false],
  ["where both accounts are gone", { issue: { ...problem, user: null }, comment: { user: null } }, false],
])("a comment %s wakes the review or not: %#", (_title, ...[payload, expected]) => {
  expect(wakesReview(payload)).toBe(expected);
});
