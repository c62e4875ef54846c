import { expect, test } from "vitest";
import type { Issue } from "../../../src/core/facts/issue.ts";
import type { ProblemPolicy } from "../../../src/core/facts/problem-policy.ts";
import { problemPolicySchema } from "../../../src/core/facts/problem-policy.ts";
import { isReviewed } from "../../../src/core/facts/reviewed-issue.ts";
import { issue } from "../../support/facts.ts";

test.each<[string, Partial<Issue>, Partial<ProblemPolicy>, boolean]>([
  ["labelled problem", { labels: ["Problem"] }, {}, true],
  ["of type Problem", { type: "problem" }, {}, true],
  ["neither labelled nor typed", {}, {}, false],
  ["labelled otherwise", { labels: ["bug"] }, {}, false],
  ["of another type", { type: "Bug" }, {}, false],
  ["with a configured label", { labels: ["pain"] }, { labels: ["pain"] }, true],
  ["labelled problem where another label is configured", { labels: ["problem"] }, { labels: ["pain"] }, false],
  ["of type Problem where only a label is configured", { type: "Problem" }, { labels: ["pain"] }, false],
  ["from our form", { fromOurForm: true }, {}, true],
  ["from our form where another label is configured", { fromOurForm: true }, { labels: ["pain"] }, true],
  ["of a configured type", { type: "Pain" }, { types: ["pain"] }, true],
])("an issue %s: %#", (_title, ...[subject, policy, expected]) => {
  expect(isReviewed(issue("#1", subject), problemPolicySchema.parse(policy))).toBe(expected);
});
