import { describe, expect, test } from "vitest";
import type { Role } from "../../../src/core/facts/actor.ts";
import { roles } from "../../../src/core/facts/actor.ts";
import type { PullRequest } from "../../../src/core/facts/facts.ts";
import { evaluate } from "../../../src/core/verdict/evaluate.ts";
import { pullRequestFacts, requiring, settings } from "../../support/facts.ts";

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
    ["login that a star matches", { author: { login: "robot-mallory", kind: "user" } }],
  ] as const;
  const written = { exemptions: { titles: ["chore:*"], size: 3, authors: ["robot-*"] } };

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
    ["author", { author: { login: "robot-ada", kind: "user" } }],
    ["bot of a listed kind", { author: { login: "fixes-types", kind: "bot" } }],
    ["label", { labels: ["no-problem"] }],
    ["paths", { paths: ["docs/a.md"] }],
    ["base branch", { baseBranch: "gh-pages" }],
    ["revert of a merge", { reverts: { sha: "b".repeat(40), verified: true } }],
  ])("%s", (_title, pullRequest) => {
    const exemptions = {
      bots: false,
      authors: ["robot-ada", "fixes-*[bot]"],
      labels: ["no-problem"],
      paths: ["docs/**"],
      base_branches: ["gh-pages"],
    };
    expect(verdictOf({ ...pullRequest, authorRole: "none" }, settings({ mode: "require", exemptions }))).toBe("exempt");
  });
});

test("a bot's pull request is exempt for everybody, required or not", () => {
  expect(verdictOf({ author: { login: "renovate", kind: "bot" }, authorRole: "none" })).toBe("exempt");
  expect(verdictOf({ author: { login: "renovate", kind: "user" }, authorRole: "none" })).toBe("judged");
});

test("an exemption that counts is found behind one that does not", () => {
  const pullRequest = { title: 'Revert "x"', labels: ["no-problem"], authorRole: "none" } as const;
  const policy = settings({ mode: "require", exemptions: { labels: ["no-problem"] } });
  expect(evaluate(pullRequestFacts({ pullRequest }), policy)).toMatchObject({
    kind: "exempt",
    title: "an exempt label",
  });
});
