import { describe, expect, test } from "vitest";
import { ourForm } from "../../src/core/statements/our-form.ts";
import { read, jobsOf, wake, review } from "./small-payloads.ts";

const filled = Object.values(ourForm.questions)
  .map((question) => `### ${question}\n\n_No response_`)
  .join("\n\n");

describe("an issue", () => {
  const issue = { number: 12, labels: [], user: null };

  test.each([
    ["with a label", "edited", { ...issue, labels: [{ name: "problem" }] }, true],
    ["with a type", "edited", { ...issue, type: { name: "Problem" } }, true],
    ["with neither", "edited", issue, false],
    ["with a type of null", "edited", { ...issue, type: null }, false],
    ["without labels in its payload", "opened", { number: 12 }, false],
    ["from our form", "opened", { ...issue, body: filled }, true],
    ["with a text of another form", "opened", { ...issue, body: "### How do you know?\n\nThey say so." }, false],
    ["that just lost a label", "unlabeled", issue, true],
    ["that just lost its type", "untyped", issue, true],
  ])("%s may be a problem: %s", (_title, ...[action, one, reviewed]) => {
    expect(jobsOf("issues", { action, issue: one })).toEqual(reviewed ? [wake, review] : [wake]);
  });
});

test("an issue may have been one of our form until it was edited", () => {
  const issue = { number: 12, labels: [], body: "Never mind." };
  expect(jobsOf("issues", { action: "edited", issue, changes: { body: { from: filled } } })).toEqual([wake, review]);
  expect(jobsOf("issues", { action: "edited", issue, changes: { title: { from: "Old" } } })).toEqual([wake]);
});

test("an issue may have been a problem in the repository that it comes from", () => {
  const issue = { number: 12, labels: [] };
  const from = (labels: readonly object[]) =>
    jobsOf("issues", { action: "opened", issue, changes: { old_issue: { labels } } });
  expect(from([{ name: "problem" }])).toEqual([wake, review]);
  expect(from([])).toEqual([wake]);
});

describe("a sub-issue", () => {
  const elsewhere = { id: 80, full_name: "globex/ideas" };
  const child = { kind: "recheck-linked-pull-requests", installation: 7, number: 12 };

  test.each(["sub_issue_added", "sub_issue_removed"])("is found where the parent is told of it: %s", (action) => {
    const jobs = jobsOf("sub_issues", { action, sub_issue_repo: elsewhere });
    expect(jobs).toEqual([{ ...child, repository: { id: 80, owner: "globex", name: "ideas" } }]);
  });

  test.each([{ sub_issue: undefined }, { sub_issue: null }, { sub_issue_repo: null }, {}])(
    "that the parent is not told of is looked for in the parent's line: %o",
    (over) => {
      expect(jobsOf("sub_issues", { action: "sub_issue_removed", ...over })).toEqual([{ ...wake, number: 3 }]);
    },
  );

  test("is reviewed itself where it may be a problem, and only where it stands", () => {
    const issue = { number: 12, labels: [{ name: "problem" }] };
    expect(jobsOf("sub_issues", { action: "parent_issue_added", sub_issue: issue })).toEqual([wake, review]);
    const told = { action: "sub_issue_added", sub_issue: issue, sub_issue_repo: elsewhere };
    expect(jobsOf("sub_issues", told)).toHaveLength(1);
  });

  test.each([{ sub_issue: null, parent_issue: null }, { repository: undefined }])(
    "that nothing is told of asks for nothing: %o",
    (over) => {
      expect(read("sub_issues", { action: "parent_issue_removed", ...over })).toEqual({ kind: "ignored" });
      expect(read("sub_issues", { action: "sub_issue_removed", ...over })).toEqual({ kind: "ignored" });
    },
  );
});
