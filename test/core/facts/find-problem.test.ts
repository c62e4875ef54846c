import { describe, expect, test } from "vitest";
import { findProblems, problemPolicyFor, whyNotAProblem } from "../../../src/core/facts/find-problem.ts";
import type { Issue } from "../../../src/core/facts/issue.ts";
import type { ProblemPolicy } from "../../../src/core/facts/problem-policy.ts";
import { problemPolicySchema } from "../../../src/core/facts/problem-policy.ts";
import type { ProblemScope } from "../../../src/core/facts/problem-scope.ts";
import { listsRepository } from "../../../src/core/facts/problem-scope.ts";
import { deadLink, issue, link } from "../../support/facts.ts";

function policyOf(written: Partial<ProblemPolicy> = {}): ProblemPolicy {
  return problemPolicySchema.parse(written);
}

function scopeOf(written: Partial<ProblemPolicy> = {}): ProblemScope {
  return { repository: { owner: "acme", name: "shop" }, policy: policyOf(written) };
}

const marked = scopeOf({ labels: ["problem"] });

describe("whether an issue counts as a problem", () => {
  test.each<[string, Issue, Partial<ProblemPolicy>, string | null]>([
    ["any issue where nothing is configured", issue("#1"), {}, null],
    ["a closed one, unless only open ones count", issue("#1", { state: "closed" }), {}, null],
    ["an open one where only open ones count", issue("#1"), { state: "open" }, null],
    ["not a closed one where only open ones count", issue("#1", { state: "closed" }), { state: "open" }, "closed"],
    ["one with the label", issue("#1", { labels: ["ui", "problem"] }), { labels: ["problem"] }, null],
    ["a label in another case", issue("#1", { labels: ["Problem"] }), { labels: ["problem"] }, null],
    ["not one without the label", issue("#1", { labels: ["problematic"] }), { labels: ["problem"] }, "kind"],
    ["one of the type", issue("#1", { type: "problem" }), { types: ["Problem"] }, null],
    [
      "one of the type, though it lacks the label",
      issue("#1", { type: "Bug" }),
      { labels: ["p"], types: ["Bug"] },
      null,
    ],
    ["not one of another type", issue("#1", { type: "Task" }), { types: ["Bug"] }, "kind"],
    ["not one without a type", issue("#1"), { types: ["Bug"] }, "kind"],
    ["one of a listed repository", issue("acme/notes#1"), { repositories: ["ACME/Notes"] }, null],
    ["one of another owner, where nothing marks a problem", issue("mallory/notes#1"), {}, null],
    [
      "one with the label in another repository of the same owner",
      issue("Acme/notes#1", { labels: ["problem"] }),
      { labels: ["problem"] },
      null,
    ],
    [
      "not one with the label of a stranger's own repository",
      issue("mallory/notes#1", { labels: ["problem"] }),
      { labels: ["problem"] },
      "foreign-kind",
    ],
    [
      "not one with the type of another owner's organisation",
      issue("mallory/notes#1", { type: "Bug" }),
      { types: ["Bug"] },
      "foreign-kind",
    ],
    ["not one without the label there either", issue("mallory/notes#1"), { labels: ["problem"] }, "kind"],
    [
      "one with the label of another owner's repository that is listed",
      issue("mallory/notes#1", { labels: ["problem"] }),
      { labels: ["problem"], repositories: ["Mallory/Notes"] },
      null,
    ],
    ["not one of another repository", issue("#1"), { repositories: ["acme/notes"] }, "repository"],
  ])("%s", (_title, ...[subject, written, expected]) => {
    expect(whyNotAProblem(subject, scopeOf(written))).toBe(expected);
  });

  test("the repository is told before the kind, and the kind before the state", () => {
    const closed = issue("#1", { state: "closed" });
    expect(whyNotAProblem(closed, scopeOf({ repositories: ["a/b"], labels: ["x"], state: "open" }))).toBe("repository");
    expect(whyNotAProblem(closed, scopeOf({ labels: ["x"], state: "open" }))).toBe("kind");
  });

  test("a listed repository is compared without regard to case, and whole", () => {
    const lists = policyOf({ repositories: ["acme/notes"] });
    expect(listsRepository(lists, { owner: "Acme", name: "NOTES" })).toBe(true);
    expect(listsRepository(lists, { owner: "acme", name: "notes2" })).toBe(false);
    expect(listsRepository(policyOf(), { owner: "acme", name: "notes" })).toBe(false);
  });
});

describe("which issue of a link is the problem", () => {
  const task = issue("#12");
  const problem = issue("#3", { labels: ["problem"] });
  const above = issue("#2", { labels: ["problem"] });

  test("the linked issue, where it counts", () => {
    expect(findProblems([link(problem, [above])], marked)).toMatchObject([{ issue: problem, relation: "linked" }]);
  });

  test("the nearest parent that counts, where the linked issue does not", () => {
    const line = link(task, [issue("#11"), problem, above]);
    expect(findProblems([line], marked)).toEqual([{ issue: problem, link: line, relation: "parent" }]);
  });

  test("no parent where parents do not count", () => {
    expect(findProblems([link(task, [problem])], scopeOf({ labels: ["problem"], parents: false }))).toEqual([]);
  });

  test("one of each link, in their order; links that lead nowhere have none", () => {
    const found = findProblems([deadLink("#9", "missing"), link(above), link(task), link(problem)], marked);
    expect(found.map(({ issue: { reference } }) => reference.number)).toEqual([2, 3]);
  });
});

test.each([
  ["open", "closed"],
  ["merged", null],
  ["closed", null],
] as const)("an issue that is closed counts by the state of the pull request: %s", (state, expected) => {
  const policy = problemPolicyFor(policyOf({ state: "open" }), state);
  expect(whyNotAProblem(issue("#1", { state: "closed" }), { ...scopeOf(), policy })).toBe(expected);
});
