import { describe, expect, test } from "vitest";
import { deadLink, issue, link, pullRequestFacts, reference } from "../../support/facts.ts";
import { ask } from "./ask.ts";

describe("what somebody unlinked", () => {
  const unlinked = ["#1", "acme/notes#2", "#3", "#4", "#5"].map(reference);

  test("is told where no problem is left", () => {
    const facts = pullRequestFacts({ said: { unlinked: unlinked.slice(0, 1) } });
    expect(ask("links-problem", facts)).toContain("Somebody said in a comment that this is not the problem: `#1`.");
  });

  test("is told besides links that lead to none, three at most", () => {
    const facts = pullRequestFacts({ links: [deadLink("#9", "missing")], said: { unlinked } });
    expect(ask("links-problem", facts)).toBe(
      "fail: `#9` does not exist. Somebody said in a comment that this is not the problem: `#1`, `acme/notes#2`, `#3`, 2 more.",
    );
  });

  test("is not told where a problem is linked", () => {
    const facts = pullRequestFacts({ links: [link(issue("#12"))], said: { unlinked } });
    expect(ask("links-problem", facts)).toBe("pass: #12, in GitHub's development links.");
  });
});
