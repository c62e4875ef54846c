import { describe, expect, test } from "vitest";
import { findProblems } from "../../../src/core/facts/find-problem.ts";
import { problemPolicySchema } from "../../../src/core/facts/problem-policy.ts";
import { resolveProblem, resolveStatements } from "../../../src/core/facts/resolve-statements.ts";
import type { Link } from "../../../src/core/facts/link.ts";
import type { Statements } from "../../../src/core/statements/statements.ts";
import { deadLink, fromTemplate, hollow, issue, link, nothingStated, reference, stated } from "../../support/facts.ts";

function resolve(own: Partial<Statements>, links: readonly Link[], policy = {}) {
  const problems = findProblems(links, {
    repository: { owner: "acme", name: "shop" },
    policy: problemPolicySchema.parse(policy),
  });
  return resolveStatements({ ...nothingStated, ...own }, problems);
}

function saying(at: string, statements: Partial<Statements>) {
  return issue(at, { statements: { ...nothingStated, ...statements } });
}

describe("a statement", () => {
  const parent = saying("#3", { evidence: stated("40 tickets"), problem: stated("at the parent") });
  const linked = saying("#12", { problem: stated("at the issue") });

  test("of the own body comes first", () => {
    const { problem } = resolve({ problem: stated("here") }, [link(linked, [parent])]);
    expect(problem).toMatchObject({ reading: { value: "here" }, source: { kind: "own" } });
  });

  test("is inherited from the linked issue before its parents", () => {
    const { problem } = resolve({}, [link(linked, [parent])]);
    expect(problem).toMatchObject({
      reading: { value: "at the issue" },
      source: { kind: "problem", issue: reference("#12") },
    });
  });

  test("is inherited from a parent where nothing nearer states it", () => {
    const { evidence } = resolve({ evidence: hollow("N/A") }, [link(linked, [parent])]);
    expect(evidence).toMatchObject({
      reading: { value: "40 tickets" },
      source: { kind: "parent", issue: reference("#3") },
    });
  });

  test("is read from the linked issue also where its parent is the problem", () => {
    const task = saying("#12", { evidence: stated("a trace") });
    const { evidence } = resolve({}, [link(task, [issue("#3", { labels: ["problem"] })])], { labels: ["problem"] });
    expect(evidence).toMatchObject({ source: { kind: "problem", issue: reference("#12") } });
  });

  test("is inherited from the second problem where the first does not state it", () => {
    const { evidence } = resolve({}, [link(linked), link(saying("#13", { evidence: stated("a quote") }))]);
    expect(evidence).toMatchObject({ source: { kind: "problem", issue: reference("#13") } });
  });

  test("is not inherited from an issue that is no problem", () => {
    const { problem } = resolve({}, [link(linked)], { labels: ["problem"] });
    expect(problem).toEqual({ reading: { grade: "absent" }, source: { kind: "own" } });
  });

  test.each([
    ["filler", hollow("TBD")],
    ["the template's words", fromTemplate("Describe it")],
  ])("that nobody makes leaves %s of the own body to be told, not the problem's", (_title, own) => {
    const { hypothesis } = resolve({ hypothesis: own }, [link(saying("#12", { hypothesis: hollow("N/A") }))]);
    expect(hypothesis).toEqual({ reading: own, source: { kind: "own" } });
  });

  test("is absent where there is nothing at all", () => {
    expect(resolve({}, [deadLink("#9", "gone")]).metric).toEqual({
      reading: { grade: "absent" },
      source: { kind: "own" },
    });
  });
});

test.each(["exploration", "optOut"] as const)("%s is never inherited: it belongs to one pull request", (name) => {
  const { [name]: resolved } = resolve({}, [link(saying("#12", { [name]: stated("from the issue") }))]);
  expect(resolved).toEqual({ reading: { grade: "absent" }, source: { kind: "own" } });
});

describe("a problem", () => {
  const comments = [
    { ...nothingStated, evidence: stated("first") },
    { ...nothingStated, evidence: stated("second") },
  ];

  test("states what its text states, before its author's comments", () => {
    const { evidence } = resolveProblem({ ...nothingStated, evidence: stated("in the text") }, comments);
    expect(evidence).toMatchObject({ reading: { value: "in the text" }, source: { kind: "own" } });
  });

  test("states what its author's first comment with it states", () => {
    const { evidence } = resolveProblem({ ...nothingStated, evidence: hollow("N/A") }, comments);
    expect(evidence).toMatchObject({ reading: { value: "first" }, source: { kind: "author-comment" } });
  });

  test("has what stands in its text where no comment states it", () => {
    const { metric } = resolveProblem({ ...nothingStated, metric: hollow("TBD") }, comments);
    expect(metric).toMatchObject({ reading: { grade: "hollow" }, source: { kind: "own" } });
  });
});
