import { describe, expect, test } from "vitest";
import {
  deadLink,
  fromTemplate,
  hollow,
  hypothesis,
  issue,
  link,
  nothingStated,
  place,
  problemFacts,
  pullRequestFacts,
  settings,
  stated,
} from "../../support/facts.ts";
import { ask } from "./ask.ts";

const claim = "We believe tax in prices for buyers will end refunds.";

test("a hypothesis passes, quoted with its place", () => {
  const facts = pullRequestFacts({ says: { hypothesis: hypothesis(claim) } });
  expect(ask("states-hypothesis", facts)).toBe(`pass: Stated under \`Hypothesis\`: \`${claim}\``);
});

test("one hypothesis serves many pull requests: it is inherited", () => {
  const problem = issue("#3", { statements: { ...nothingStated, hypothesis: hypothesis(claim) } });
  const facts = pullRequestFacts({ links: [link(issue("#12"), [problem])] });
  expect(ask("states-hypothesis", facts)).toMatch(/^pass: Stated in #3, a parent, under `Hypothesis`: `We believe/);
});

test("an exploration passes instead, with its question", () => {
  const exploring = stated("do buyers read the tax line?", place("Exploring", "field"));
  const facts = pullRequestFacts({ says: { exploration: exploring, hypothesis: hollow("TBD") } });
  expect(ask("states-hypothesis", facts)).toBe("pass: An exploration, at `Exploring`: `do buyers read the tax line?`");
});

test("an exploration that only repeats the template does not pass", () => {
  expect(ask("states-hypothesis", pullRequestFacts({ says: { exploration: fromTemplate("QUESTION") } }))).toMatch(
    /^fail/,
  );
});

test("no hypothesis says what was looked for", () => {
  expect(ask("states-hypothesis", pullRequestFacts())).toBe(
    "fail: Not found: a sentence that says what this change is believed to do for users.",
  );
});

describe("a result for users that the text only names", () => {
  const effect = stated("Receipts print twice as fast.", place("Receipts", "line"));
  const start =
    "The text names a result for users: `Receipts print twice as fast.`. That is a start: as a hypothesis it says what " +
    "could turn out false.";

  test("is no hypothesis yet, and is quoted as its start", () => {
    expect(ask("states-hypothesis", pullRequestFacts({ says: { effect } }))).toBe(`fail: ${start}`);
  });

  test("is still quoted while the linked issue cannot be read", () => {
    const facts = pullRequestFacts({ links: [deadLink("#9", "unreadable")], says: { effect } });
    expect(ask("states-hypothesis", facts)).toBe(`unknown: ${start} \`#9\` could not be read here.`);
  });

  test.each([
    ["filler", hollow("TBD"), /^fail: What stands under `Problem` says nothing yet: `TBD`\.$/],
    ["a hypothesis", hypothesis(claim), /^pass: Stated under `Hypothesis`/],
  ])("gives way to %s in the place of the hypothesis", (_what, given, answer) => {
    expect(ask("states-hypothesis", pullRequestFacts({ says: { effect, hypothesis: given } }))).toMatch(answer);
  });

  test("is the pull request's own: that of the linked issue is not quoted", () => {
    const facts = pullRequestFacts({ links: [link(issue("#12", { statements: { ...nothingStated, effect } }))] });
    expect(ask("states-hypothesis", facts)).toMatch(/^fail: Not found:/);
  });
});

test("while the linked issue cannot be read, nobody knows", () => {
  expect(ask("states-hypothesis", pullRequestFacts({ links: [deadLink("#9", "unreadable")] }))).toMatch(
    /^unknown: Not found: .* `#9` could not be read here\.$/,
  );
});

describe("a bug fix", () => {
  test.each([
    ["labelled bug", { labels: ["Bug"] }, {}],
    ["of type Bug", { type: "bug" }, {}],
    ["with a configured label", { labels: ["regression"] }, { bug_labels: ["regression"] }],
    ["of a configured type", { type: "Defect" }, { bug_types: ["defect"] }],
  ])("is not asked for one where the linked issue is %s", (_title, bug, options) => {
    const facts = pullRequestFacts({ links: [link(issue("#12", bug))] });
    expect(ask("states-hypothesis", facts, settings({ rules: { "states-hypothesis": options } }))).toBe(
      "skip: Not asked: #12 is a bug, and the claim is that it no longer happens.",
    );
  });

  test("that states one passes with it", () => {
    const links = [link(issue("#12", { labels: ["bug"] }))];
    expect(ask("states-hypothesis", pullRequestFacts({ links, says: { hypothesis: hypothesis(claim) } }))).toMatch(
      /^pass/,
    );
  });

  test.each([
    ["the issue is no bug", link(issue("#12", { labels: ["feature"] })), {}],
    ["only its parent is one", link(issue("#12"), [issue("#3", { labels: ["bug"] })]), {}],
    ["other labels mean a bug", link(issue("#12", { labels: ["bug"] })), { bug_labels: ["defect"] }],
  ])("is one only by the linked issue and as configured: asked where %s", (_title, to, options) => {
    const configured = settings({ rules: { "states-hypothesis": options } });
    expect(ask("states-hypothesis", pullRequestFacts({ links: [to] }), configured)).toMatch(/^fail/);
  });
});

test("a problem that is reviewed may state one too", () => {
  const problem = issue("#12", { statements: { ...nothingStated, hypothesis: hypothesis(claim) } });
  expect(ask("states-hypothesis", problemFacts(problem))).toMatch(/^pass/);
});
