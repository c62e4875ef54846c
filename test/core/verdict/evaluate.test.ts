import { describe, expect, test } from "vitest";
import type { Actor } from "../../../src/core/facts/actor.ts";
import type { PullRequest } from "../../../src/core/facts/facts.ts";
import { evaluate, evaluateProblem, pathsNeeded, rolesNeeded } from "../../../src/core/verdict/evaluate.ts";
import type { Verdict } from "../../../src/core/verdict/verdict.ts";
import { conclude } from "../../../src/core/verdict/verdict.ts";
import {
  ada,
  advising,
  hypothesis,
  issue,
  link,
  problemFacts,
  pullRequestFacts,
  requiring,
  settings,
  stated,
} from "../../support/facts.ts";

describe("the rules", () => {
  test("are asked in their order with their levels; what is off is not asked", () => {
    const verdict = evaluate(pullRequestFacts(), requiring);
    expect(verdict.kind === "judged" && verdict.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
      "links-problem require",
      "states-problem note",
      "gives-evidence note",
      "states-hypothesis require",
      "names-metric note",
      "sets-window note",
    ]);
  });

  test("are asked of a problem as far as they concern one", () => {
    expect(evaluateProblem(problemFacts(issue("#12")), advising).map(({ rule }) => rule)).toEqual([
      "states-problem",
      "gives-evidence",
      "states-hypothesis",
      "names-metric",
    ]);
  });

  test("ask a problem for its parts at one level, whatever is asked of changes, but for what is off", () => {
    const configured = settings({ mode: "require", rules: { "gives-evidence": { level: "off" } } });
    const levels = evaluateProblem(problemFacts(issue("#12")), configured).map(({ rule, level }) => [rule, level]);
    expect(levels).toEqual([
      ["states-problem", "advise"],
      ["states-hypothesis", "advise"],
      ["names-metric", "advise"],
    ]);
  });

  test("know the first problem that the links lead to", () => {
    const policy = settings({ problems: { labels: ["problem"] } });
    const links = [link(issue("#12")), link(issue("#13", { labels: ["problem"] }))];
    expect(evaluate(pullRequestFacts({ links }), policy)).toMatchObject({
      problem: { issue: { reference: { number: 13 } } },
    });
  });

  test("still know the problem that the merge closed, where only open problems count", () => {
    const policy = settings({ problems: { state: "open" } });
    const links = [link(issue("#12", { state: "closed" }))];
    const [open, merged] = (["open", "merged"] as const).map((state) =>
      evaluate(pullRequestFacts({ links, pullRequest: { state }, policy }), policy),
    );
    expect(open).toMatchObject({ problem: null });
    expect(merged).toMatchObject({ problem: { issue: { reference: { number: 12 } } } });
  });
});

test("a repository where nothing matters lets everything pass", () => {
  const off = settings({ rules: { "links-problem": { level: "off" }, "states-hypothesis": { level: "note" } } });
  expect(conclude(evaluate(pullRequestFacts(), off))).toBe("success");
});

function outcomesOf(verdict: Verdict) {
  return verdict.kind === "judged" && verdict.findings.map(({ rule, outcome, retry }) => [rule, outcome, retry]);
}

describe("while GitHub does not say who may write, where that decides,", () => {
  const says = { optOut: stated("a typo") };
  const unknown = { authorRole: "unknown" } as const;

  test.each([
    ["an exemption", pullRequestFacts({ pullRequest: { title: 'Revert "x"', ...unknown } })],
    ["an opt-out", pullRequestFacts({ says, pullRequest: unknown })],
    ["a command", pullRequestFacts({ said: { undetermined: true } })],
    [
      "an opt-out by its editor",
      pullRequestFacts({ says, pullRequest: { authorRole: "none", bodyEditor: { actor: ada, role: "unknown" } } }),
    ],
  ])("%s neither counts nor does not: what matters and fails is unknown, and asked again", (_title, facts) => {
    const verdict = evaluate(facts, requiring);
    expect(conclude(verdict)).toBe("action_required");
    expect(outcomesOf(verdict)).toEqual([
      ["links-problem", "unknown", true],
      ["states-problem", "fail", undefined],
      ["gives-evidence", "fail", undefined],
      ["states-hypothesis", "unknown", true],
      ["names-metric", "fail", undefined],
      ["sets-window", "fail", undefined],
    ]);
    expect(verdict.kind === "judged" && verdict.remarks.map(({ markdown }) => markdown).join()).toContain(
      "GitHub did not say whether",
    );
  });

  test("what passes passes all the same", () => {
    const facts = pullRequestFacts({
      says: { ...says, hypothesis: hypothesis("We believe") },
      links: [link(issue("#12"))],
      pullRequest: unknown,
    });
    expect(conclude(evaluate(facts, requiring))).toBe("success");
  });

  test("an exemption or opt-out that needs no right counts", () => {
    expect(evaluate(pullRequestFacts({ pullRequest: { draft: true, ...unknown } }), requiring).kind).toBe("exempt");
    expect(evaluate(pullRequestFacts({ says, pullRequest: unknown }), advising).kind).toBe("opted-out");
  });
});

function editor(actor: Actor | null): Partial<PullRequest> {
  return { bodyEditor: { actor, role: "unread" } };
}

describe("what is read besides", () => {
  const says = { optOut: stated("a typo") };

  test.each<[string, Partial<PullRequest>, boolean, readonly string[]]>([
    ["nothing, for a plain pull request", {}, false, []],
    ["the author's role, for what the author alone brings about", { title: 'Revert "x"' }, false, ["author"]],
    ["nothing, where another exemption counts anyway", { title: 'Revert "x"', draft: true }, false, []],
    ["nothing, where the revert is verified", { reverts: { sha: "b", verified: true } }, false, []],
    ["the author's role, for an opt-out", {}, true, ["author"]],
    ["the editor's role, for an opt-out in an edited text", editor(ada), true, ["body-editor"]],
    ["the author's role, for an opt-out that a bot edited", editor({ login: "b", kind: "bot" }), true, ["author"]],
    ["both, for both", { ...editor(ada), title: 'Revert "x"' }, true, ["author", "body-editor"]],
  ])("where something is required: %s", (_title, ...[pullRequest, optsOut, expected]) => {
    expect(rolesNeeded(pullRequestFacts({ pullRequest, ...(optsOut ? { says } : {}) }), requiring)).toEqual(expected);
  });

  test("no role is read while advising", () => {
    expect(rolesNeeded(pullRequestFacts({ says, pullRequest: { title: 'Revert "x"' } }), advising)).toEqual([]);
    expect(rolesNeeded(pullRequestFacts({ says }), advising)).toEqual([]);
  });

  test("the paths are read only where a path exempts", () => {
    expect(pathsNeeded(advising)).toBe(false);
    expect(pathsNeeded(settings({ exemptions: { paths: ["docs/**"] } }))).toBe(true);
  });
});
