import { describe, expect, test } from "vitest";
import type { Actor, Role } from "../../../src/core/facts/actor.ts";
import { roles } from "../../../src/core/facts/actor.ts";
import type { PullRequest } from "../../../src/core/facts/facts.ts";
import { evaluate, evaluateProblem, pathsNeeded, rolesNeeded } from "../../../src/core/verdict/evaluate.ts";
import { conclude } from "../../../src/core/verdict/verdict.ts";
import {
  ada,
  advising,
  fromTemplate,
  hollow,
  issue,
  link,
  problemFacts,
  pullRequestFacts,
  requiring,
  settings,
  stated,
} from "../../support/facts.ts";

/** In short: the kind, with the rules that failed where it was judged. */
function verdictOf(pullRequest: Partial<PullRequest>, policy = requiring) {
  return evaluate(pullRequestFacts({ pullRequest }), policy).kind;
}

const writers: ReadonlySet<Role | "unread"> = new Set(["write", "maintain", "admin"]);

describe("an exemption that the author alone brings about", () => {
  const cases = [
    ["title", { title: "chore: tidy" }],
    ["size", { size: { lines: 2, files: 1 } }],
    ["back-port", { headBranch: "backport/1", baseBranch: "release/2" }],
    ["revert by title", { title: 'Revert "x"' }],
    ["revert of an unverified commit", { reverts: { sha: "b".repeat(40), verified: false } }],
  ] as const;
  const written = { exemptions: { titles: ["chore:*"], size: 3 } };

  test.each(cases)("exempts anybody while advising: %s", (_title, pullRequest) => {
    expect(verdictOf(pullRequest, settings(written))).toBe("exempt");
  });

  describe.each(cases)("where something is required: %s", (_title, pullRequest) => {
    test.each([...roles, "unread" as const])("by role: %s", (authorRole) => {
      const verdict = verdictOf({ ...pullRequest, authorRole }, settings({ ...written, mode: "require" }));
      expect(verdict).toBe(writers.has(authorRole) ? "exempt" : "judged");
    });
  });

  test("is told where it does not count", () => {
    const verdict = evaluate(pullRequestFacts({ pullRequest: { title: 'Revert "x"', authorRole: "read" } }), requiring);
    expect(verdict.kind === "judged" && verdict.remarks.map(({ markdown }) => markdown)).toEqual([
      "It would be exempt (a revert, by its title), but rules are required here, and that exemption counts only for authors with write access.",
    ]);
  });
});

describe("an exemption that GitHub or a maintainer vouches for counts for everybody, required or not", () => {
  test.each<[string, Partial<PullRequest>]>([
    ["draft", { draft: true }],
    ["bot", { author: { login: "renovate", kind: "bot" } }],
    ["author", { author: { login: "robot-ada", kind: "user" } }],
    ["label", { labels: ["no-problem"] }],
    ["paths", { paths: ["docs/a.md"] }],
    ["base branch", { baseBranch: "gh-pages" }],
    ["revert of a merge", { reverts: { sha: "b".repeat(40), verified: true } }],
  ])("%s", (_title, pullRequest) => {
    const exemptions = {
      authors: ["robot-*"],
      labels: ["no-problem"],
      paths: ["docs/**"],
      base_branches: ["gh-pages"],
    };
    expect(verdictOf({ ...pullRequest, authorRole: "none" }, settings({ mode: "require", exemptions }))).toBe("exempt");
  });
});

test("an exemption that counts is found behind one that does not", () => {
  const pullRequest = { title: 'Revert "x"', labels: ["no-problem"], authorRole: "none" } as const;
  const policy = settings({ mode: "require", exemptions: { labels: ["no-problem"] } });
  expect(evaluate(pullRequestFacts({ pullRequest }), policy)).toMatchObject({
    kind: "exempt",
    title: "an exempt label",
  });
});

describe("an opt-out", () => {
  const says = { optOut: stated("a typo") };
  const grace: Actor = { login: "grace", kind: "user" };
  const bot: Actor = { login: "summaries", kind: "bot" };

  test("is shown with its reason and who wrote it", () => {
    expect(evaluate(pullRequestFacts({ says }), advising)).toEqual({ kind: "opted-out", reason: "a typo", by: "ada" });
  });

  test("is told as the last editor's, where somebody edited the text", () => {
    const bodyEditor = { actor: grace, role: "unread" } as const;
    expect(evaluate(pullRequestFacts({ says, pullRequest: { bodyEditor } }), advising)).toMatchObject({ by: "grace" });
  });

  test("stays the author's where only a bot edited the text", () => {
    const bodyEditor = { actor: bot, role: "unread" } as const;
    expect(evaluate(pullRequestFacts({ says, pullRequest: { bodyEditor } }), advising)).toMatchObject({ by: "ada" });
  });

  test("of an account that is gone is nobody's", () => {
    expect(evaluate(pullRequestFacts({ says, pullRequest: { author: null } }), advising)).toMatchObject({ by: null });
  });

  test.each<[string, Partial<PullRequest>, boolean]>([
    ["its author may write", { authorRole: "write", bodyEditor: null }, true],
    ["its author may only triage", { authorRole: "triage", bodyEditor: null }, false],
    ["nobody read the author's role", { authorRole: "unread", bodyEditor: null }, false],
    [
      "somebody with write access edited it last",
      { authorRole: "none", bodyEditor: { actor: grace, role: "maintain" } },
      true,
    ],
    ["an outsider edited it last", { authorRole: "admin", bodyEditor: { actor: ada, role: "none" } }, false],
    [
      "an account that is gone edited it last",
      { authorRole: "admin", bodyEditor: { actor: null, role: "none" } },
      false,
    ],
    [
      "a bot edited it last, the author may write",
      { authorRole: "write", bodyEditor: { actor: bot, role: "unread" } },
      true,
    ],
    [
      "a bot edited it last, the author may not",
      { authorRole: "read", bodyEditor: { actor: bot, role: "admin" } },
      false,
    ],
  ])("where rules are required counts by who may write: %s", (_title, ...[pullRequest, counts]) => {
    expect(evaluate(pullRequestFacts({ says, pullRequest }), requiring).kind).toBe(counts ? "opted-out" : "judged");
  });

  test("counts as configured, not by the mode", () => {
    const outsider = pullRequestFacts({ says, pullRequest: { authorRole: "none" } });
    expect(evaluate(outsider, settings({ mode: "require", opt_out: { who: "anyone" } })).kind).toBe("opted-out");
    expect(evaluate(outsider, settings({ opt_out: { who: "write" } })).kind).toBe("judged");
  });

  test.each([
    ["without the right", stated("a typo"), "counts only when somebody with write access wrote it"],
    ["without a reason", hollow("TBD"), "without a reason it does not count"],
  ])("%s is told, and the rules are asked", (_title, optOut, words) => {
    const verdict = evaluate(pullRequestFacts({ says: { optOut }, pullRequest: { authorRole: "none" } }), requiring);
    expect(verdict.kind === "judged" && verdict.remarks.map(({ markdown }) => markdown).join()).toContain(words);
  });

  test("in the template's own words is not one, and nothing is said of it", () => {
    const verdict = evaluate(pullRequestFacts({ says: { optOut: fromTemplate("No outcome: REASON") } }), advising);
    expect(verdict).toMatchObject({ kind: "judged", remarks: [] });
  });

  test("comes after an exemption", () => {
    expect(evaluate(pullRequestFacts({ says, pullRequest: { draft: true } }), advising).kind).toBe("exempt");
  });
});

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
