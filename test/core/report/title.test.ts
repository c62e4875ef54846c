import { describe, expect, test } from "vitest";
import type { Link } from "../../../src/core/facts/link.ts";
import { titleOf } from "../../../src/core/report/title.ts";
import { evaluate } from "../../../src/core/verdict/evaluate.ts";
import type { PullRequestOverrides } from "../../support/facts.ts";
import { deadLink, hypothesis, issue, link, noon, pullRequestFacts, settings, stated } from "../../support/facts.ts";

function title(overrides: PullRequestOverrides, written: unknown = {}): string {
  const configured = settings(written);
  const facts = pullRequestFacts({ ...overrides, policy: configured });
  return titleOf(facts, evaluate(facts, configured), configured);
}

const good: PullRequestOverrides = {
  links: [link(issue("#12"))],
  says: { hypothesis: hypothesis("We believe tax in prices for buyers will end refunds.") },
};

describe("the title", () => {
  const merged = { state: "merged", mergedAt: noon } as const;
  const oneDay = {
    grade: "stated",
    value: { days: 1, text: "a day" },
    quote: "a day",
    place: { kind: "line", name: "", line: 1 },
  } as const;

  test.each<[string, PullRequestOverrides, unknown]>([
    ["Linked to #12, follow-up 14 days after merge", good, {}],
    ["Linked to #12, follow-up 1 day after merge", { ...good, says: { ...good.says, window: oneDay } }, {}],
    ["Linked to #12, follow-up 42 days after merge", good, { follow_up: { window: "6 weeks" } }],
    ["Linked to #12, follow-up 14 days after release", good, { follow_up: { start: "release" } }],
    ["Linked to #12, follow-up due 16 March 2026", { ...good, pullRequest: merged }, {}],
    [
      "Linked to #12, follow-up 14 days after release",
      { ...good, pullRequest: merged },
      { follow_up: { start: "release" } },
    ],
    ["Linked to #12; no hypothesis yet", { links: [link(issue("#12"))] }, {}],
    ["Linked to acme/notes#5; no hypothesis yet", { links: [link(issue("acme/notes#5"))] }, {}],
    ["No problem is linked yet", {}, {}],
    ["No hypothesis yet", {}, { rules: { "links-problem": { level: "note" } } }],
    [
      "Nothing is missing",
      {},
      { rules: { "links-problem": { level: "off" }, "states-hypothesis": { level: "note" } } },
    ],
    ["Not asked: a draft", { pullRequest: { draft: true } }, {}],
    ["Opted out, with a reason", { says: { optOut: stated("a typo") } }, {}],
    [
      "Linked to #12; no evidence yet",
      { links: [link(issue("#12"))] },
      { rules: { "gives-evidence": { level: "require" } } },
    ],
  ])("%s", (expected, ...[overrides, written]) => {
    expect(title(overrides, written)).toBe(expected);
  });

  test.each<[string, readonly Link[]]>([
    ["None of the first 20 links is a problem", [deadLink("#9", "missing"), deadLink("#8", "not-looked-up")]],
    ["The linked problem could not be read here", [deadLink("#9", "unreadable"), deadLink("#8", "not-looked-up")]],
    ["GitHub did not answer for a link; it is asked again", [deadLink("#9", "unreachable")]],
  ])("%s, where no link is seen to be a problem", (expected, links) => {
    expect(title({ links })).toBe(expected);
  });

  test("holds no word of anybody else", () => {
    const canary = "CANARY";
    const overrides: PullRequestOverrides = {
      pullRequest: { title: canary, headBranch: canary, labels: [canary], author: { login: canary, kind: "bot" } },
    };
    expect(title(overrides)).not.toContain(canary);
    expect(title({ says: { optOut: stated(canary) } })).not.toContain(canary);
  });
});
