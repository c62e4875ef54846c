import { describe, expect, test } from "vitest";
import {
  issue,
  link,
  noWeight,
  nothingStated,
  problemFacts,
  pullRequestFacts,
  settings,
  stated,
} from "../../support/facts.ts";
import { ask } from "./ask.ts";
import { testStatementRule } from "./statement-rule.ts";

testStatementRule("gives-evidence", "evidence");

test("an issue that is a problem is asked for it as well", () => {
  const good = issue("#12", { statements: { ...nothingStated, evidence: stated("40 tickets") } });
  expect(ask("gives-evidence", problemFacts(good))).toBe("pass: Stated under `Problem`: `40 tickets`");
  expect(ask("gives-evidence", problemFacts(issue("#12")))).toMatch(/^fail: Not found/);
});

describe("what stands behind a problem", () => {
  const weight = { reactions: 14, people: 5, duplicates: 2, feedback: 3 };
  const told = "14 reactions, 5 people, 2 duplicates, 3 pieces of feedback";

  test("is shown where evidence is missing, and where it is stated", () => {
    expect(ask("gives-evidence", problemFacts(issue("#12", { weight })))).toBe(
      `fail: Not found: feedback or data that can be checked. Behind this problem: ${told}.`,
    );
    const good = issue("#12", { weight, statements: { ...nothingStated, evidence: stated("40 tickets") } });
    expect(ask("gives-evidence", problemFacts(good))).toBe(
      `pass: Stated under \`Problem\`: \`40 tickets\`. Behind this problem: ${told}.`,
    );
  });

  test("has one full stop before it where the quote brings its own", () => {
    const quoted = { ...nothingStated, evidence: stated("Named by 9 of 20 households.") };
    expect(ask("gives-evidence", problemFacts(issue("#12", { weight, statements: quoted })))).toBe(
      `pass: Stated under \`Problem\`: \`Named by 9 of 20 households.\` Behind this problem: ${told}.`,
    );
  });

  test("is shown on a pull request, of its problem and with no link to it", () => {
    const facts = pullRequestFacts({ links: [link(issue("#20"), [issue("#12", { weight, labels: ["problem"] })])] });
    const configured = settings({ problems: { labels: ["problem"] } });
    expect(ask("gives-evidence", facts, configured)).toContain(`Behind \`#12\`: ${told}.`);
  });

  test.each([
    [{ ...noWeight, people: 1 }, "Not found: feedback or data that can be checked."],
    [noWeight, "Not found: feedback or data that can be checked."],
    [
      { reactions: 1, people: 2, duplicates: 1, feedback: 1 },
      "1 reaction, 2 people, 1 duplicate, 1 piece of feedback.",
    ],
  ])("is told in words that fit: %o", (some, words) => {
    const answer = ask("gives-evidence", problemFacts(issue("#12", { weight: some })));
    expect(answer.endsWith(words)).toBe(true);
  });

  test("decides nothing", () => {
    const many = { reactions: 900, people: 300, duplicates: 40, feedback: 0 };
    expect(ask("gives-evidence", problemFacts(issue("#12", { weight: many })))).toMatch(/^fail/);
  });
});
