import { describe, expect, test } from "vitest";
import type { Issue } from "../../../src/core/facts/issue.ts";
import type { Link } from "../../../src/core/facts/link.ts";
import { deadLink, hiddenLink, issue, link, problemFacts, pullRequestFacts, settings } from "../../support/facts.ts";
import { answerOf, ask } from "./ask.ts";

const themes = [{ name: "Onboarding" }, { name: "Speed", issue: "#4", description: "Nobody waits" }];
const configured = settings({ themes });

function answer(...links: readonly Link[]): string {
  return ask("fits-theme", pullRequestFacts({ links }), configured);
}

function labelled(at: string, ...labels: readonly string[]): Issue {
  return issue(at, { labels });
}

describe("a pull request fits a theme", () => {
  test("by the label of its problem, or of a parent of that", () => {
    expect(answer(link(labelled("#12", "theme: speed")))).toBe("pass: `Speed`: #12 has the label `theme: speed`.");
    expect(answer(link(issue("#12"), [labelled("acme/notes#5", "theme: onboarding")]))).toBe(
      "pass: `Onboarding`: acme/notes#5 has the label `theme: onboarding`.",
    );
  });

  test("by an issue above its problem", () => {
    expect(answer(link(issue("#12"), [issue("#13"), issue("#4")]))).toBe(
      "pass: `Speed`: #4 is the issue of this theme.",
    );
  });

  test("by any of its problems, the first that is under one", () => {
    expect(answer(link(issue("#12")), link(labelled("#13", "theme: speed")))).toMatch(/^pass: `Speed`: #13/);
  });

  test("by its own label, with or without a problem", () => {
    const pullRequest = { labels: ["theme: onboarding"] };
    for (const links of [[], [link(issue("#12"))], [hiddenLink("acme/secret#5")]]) {
      expect(ask("fits-theme", pullRequestFacts({ pullRequest, links }), configured)).toBe(
        "pass: `Onboarding`: it has the label `theme: onboarding`.",
      );
    }
  });
});

describe("a pull request that fits none", () => {
  test("is told where was looked, and each label and parent that would do", () => {
    const { outcome, found, fix } = answerOf(
      "fits-theme",
      pullRequestFacts({ links: [link(issue("#12"))] }),
      configured,
    );
    expect(`${outcome}: ${found.markdown}`).toBe(
      "fail: Not found: a theme that `#12` or a parent of it is under, or the label of a theme here.",
    );
    expect(fix?.markdown).toBe(
      "the label of the theme that this change serves on the problem or on this pull request:\n\n" +
        "- `theme: onboarding` for `Onboarding`\n" +
        "- `theme: speed` for `Speed` (`Nobody waits`), or make `#4` the parent of the problem",
    );
  });

  test("is not helped by an issue that does not count as its problem", () => {
    const policy = settings({ themes, problems: { labels: ["problem"] } });
    const links = [link(labelled("#12", "theme: speed"))];
    expect(ask("fits-theme", pullRequestFacts({ links, policy }), policy)).toBe(
      "fail: Not found: a problem that is under a theme, or the label of a theme here.",
    );
  });

  test("is shown ten themes and the number of the others", () => {
    const many = settings({ themes: Array.from({ length: 12 }, (_, index) => `T${index}`).map((name) => ({ name })) });
    const { fix } = answerOf("fits-theme", pullRequestFacts(), many);
    expect(fix?.markdown).toContain("`theme: t9`");
    expect(fix?.markdown).not.toContain("`theme: t10`");
    expect(fix?.markdown).toMatch(/and 2 more, in the configuration$/);
  });
});

test.each(["less-visible", "unreadable", "moved-away", "not-looked-up"] as const)(
  "is neither no nor yes while the only link is %s",
  (kind) => {
    expect(answer(deadLink("acme/secret#5", kind))).toMatch(/^unknown: Not found: .*acme\/secret#5`/);
  },
);

test("is asked again where GitHub did not answer", () => {
  const facts = pullRequestFacts({ links: [link(issue("#12")), deadLink("#9", "unreachable")] });
  expect(answerOf("fits-theme", facts, configured)).toMatchObject({ outcome: "unknown", retry: true });
});

describe("a problem", () => {
  test("fits by its own label or by what stands above it", () => {
    expect(ask("fits-theme", problemFacts(labelled("#12", "theme: speed")), configured)).toBe(
      "pass: `Speed`: it has the label `theme: speed`.",
    );
    expect(ask("fits-theme", problemFacts(issue("#12"), { parents: [issue("#4")] }), configured)).toBe(
      "pass: `Speed`: #4 is the issue of this theme.",
    );
  });

  test("that fits none is told which labels would do", () => {
    const { outcome, found, fix } = answerOf("fits-theme", problemFacts(issue("#12")), configured);
    expect(`${outcome}: ${found.markdown}`).toBe(
      "fail: Not found: a theme that this problem or a parent of it is under.",
    );
    expect(fix?.markdown).toMatch(
      /^the label of the theme that this problem serves on this issue:\n\n- `theme: onboarding`/,
    );
  });
});

test("is not asked where no themes are configured", () => {
  expect(ask("fits-theme", pullRequestFacts(), settings({ rules: { "fits-theme": { level: "require" } } }))).toBe(
    "skip: Not asked: no themes are configured (`themes`).",
  );
});

describe("where not everybody can read the configuration, nothing of it is quoted:", () => {
  const [source] = configured.sources;
  const secret = { ...configured, sources: source === undefined ? [] : [source, { ...source, visible: false }] };

  test.each([
    ["a label", link(labelled("#12", "theme: speed")), "pass: #12 has the label of a theme."],
    ["an issue", link(issue("#12"), [issue("#4")]), "pass: #4 is a theme."],
  ])("%s that fits", (_title, ...[one, words]) => {
    expect(ask("fits-theme", pullRequestFacts({ links: [one] }), secret)).toBe(words);
  });

  test("what would do", () => {
    const { found, fix } = answerOf("fits-theme", pullRequestFacts({ links: [link(issue("#12"))] }), secret);
    expect(`${found.markdown} ${fix?.markdown}`).not.toMatch(/speed|onboarding|#4|waits/i);
    expect(fix?.markdown).toMatch(/^the label of the theme that this change serves/);
  });
});
