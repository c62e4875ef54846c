import { describe, expect, test } from "vitest";
import { parseBody } from "../../../../src/core/markdown/parse-body.ts";
import type { Subject } from "../../../../src/core/statements/prose/prose.ts";
import { readStatements } from "../../../../src/core/statements/read-statements.ts";
import { vocabularySchema } from "../../../../src/core/statements/vocabulary.ts";
import { show } from "../read.ts";

const vocabulary = vocabularySchema.parse({});

function problemOf(kind: Subject["kind"], title: string, text: string): string {
  return show(readStatements({ kind, title, body: parseBody(text) }, { vocabulary, templates: [] }).problem);
}

describe("a pull request states the problem in a sentence that says what goes wrong for its users", () => {
  test.each([
    "Buyers cannot pay with two cards when the basket holds a voucher.",
    "The till crashes when a voucher is scanned twice.",
    "Previously, the receipt was not printed if the printer was asleep.",
    "Currently there is no way for customers to see what they paid last month.",
    "Prices were rounded incorrectly on mobile, which confused customers.",
    "When the search is empty the page shows a blank list, although there are goods to show.",
    "This fixes a crash that happened when a voucher was scanned twice.",
    "Buyers keep asking the staff where their receipt is, because the mail arrives an hour after the sale.",
    "Guests could still read the receipts of others when they knew the number.",
    "The receipt was only shown after the buyer had closed the till.",
    "When the printer is asleep, the till crashes.",
    "The button is hard to find for people who hold the phone in one hand.",
    "Removes the banner, because it hides the price on small screens and customers complain.",
  ])("%s", (sentence) => {
    expect(problemOf("pull_request", "Till", `Part of the new till.\n\n${sentence}\n\nSee the pictures.`)).toBe(
      `stated: ${sentence}`,
    );
  });

  test("in a title that calls it so", () => {
    expect(problemOf("pull_request", "Problem: the till is slow", "Keep prices.")).toBe("stated: the till is slow");
    expect(problemOf("pull_request", "Problem: TBD", "Keep prices.")).toBe("absent");
  });

  test("under a heading that asks for the reason, with fewer signs", () => {
    expect(problemOf("pull_request", "Till", "## Why\n\nDraft goods should not be on the list.")).toBe(
      "stated: Draft goods should not be on the list.",
    );
    expect(problemOf("pull_request", "Till", "## Changes\n\nDraft goods should not be on the list.")).toBe("absent");
  });
});

describe("a pull request that only tells of itself states none", () => {
  test.each([
    "This PR adds an index to the table of goods.",
    "Add error handling to the till.",
    "Refactored the basket so that it does not load twice.",
    "Updates the handling of errors when a voucher is missing.",
    "No breaking changes.",
    "With this change the till no longer fails when a voucher is scanned twice.",
    "Users can now pay with two cards.",
    "We should also think of vouchers that are not valid any more.",
    "See the linked discussion for an explanation of the problem.",
    "If you have any problems with this, tell me.",
    "It would make the list easier to read for customers.",
    "If a print fails it is tried again three times.",
    "If a shelf crashes, the others keep working and the user sees a button.",
    "The till now throws on unknown vouchers instead of ignoring them.",
    "Codes are only shown once, so users must copy them right away.",
    "Guests could be invited by link or by mail.",
  ])("%s", (sentence) => {
    expect(problemOf("pull_request", "Till", sentence)).toBe("absent");
  });

  test.each([
    "# Releases\n\n## till@1.2.3\n\n### Patch Changes",
    "## Test plan",
    "## Checklist",
    "## Release notes",
    "## Screenshots",
  ])("nor does one under %s", (heading) => {
    expect(problemOf("pull_request", "Till", `${heading}\n\nThe till crashes when a voucher is scanned twice.`)).toBe(
      "absent",
    );
  });

  test("a label leads up to what it shows, and the text goes on behind that", () => {
    const crash = "The till crashes when a voucher is scanned twice.";
    const shown = "Before:\n\n```\n12\n```\n\nAfter:\n\n```\n13\n```";
    expect(problemOf("pull_request", "Till", `${shown}\n\n${crash}`)).toBe(`stated: ${crash}`);
    expect(problemOf("pull_request", "Till", `After:\n\n${crash}`)).toBe("absent");
  });

  test("in code, in a quote or in a comment somebody else says it", () => {
    const crash = "The till crashes when a voucher is scanned twice.";
    expect(problemOf("pull_request", "Till", `> ${crash}\n\n\`${crash}\`\n\n<!-- ${crash} -->`)).toBe("absent");
  });
});

describe("a trouble of the project's own work is told apart", () => {
  test.each([
    ["Till", "The integration tests failed randomly when the runner was slow."],
    ["ci: pin the runner", "The build was broken when the image changed."],
    ["Fix lint warnings", "The linter did not see files that were generated, which is annoying."],
  ])("%s: %s", (title, sentence) => {
    expect(problemOf("pull_request", title, sentence)).toBe(`internal: ${sentence}`);
  });

  test("taking a change back is no such work", () => {
    const sentence = "The total never appears on phones with this in, and buyers complain.";
    expect(problemOf("pull_request", "revert: show the total", sentence)).toBe(`stated: ${sentence}`);
  });

  test("unless it is one of users as well", () => {
    const sentence = "Since the build changed, customers cannot open the till on Windows.";
    expect(problemOf("pull_request", "Till", sentence)).toBe(`stated: ${sentence}`);
  });
});

describe("an issue", () => {
  test("states it in its title", () => {
    expect(problemOf("issue", "[Bug]: Vouchers are not accepted on phones", "Version 3")).toBe(
      "stated: Vouchers are not accepted on phones",
    );
  });

  test.each([
    "I cannot pay with two cards when there is a voucher.",
    "The receipt no longer shows the tax since version 3.",
    "People have to type the number again and again, because the field does not keep it.",
  ])("states it in a sentence: %s", (sentence) => {
    expect(problemOf("issue", "Till", `Hello,\n\n${sentence}\n\nThanks`)).toBe(`stated: ${sentence}`);
  });

  test.each([
    ["Add dark mode", "Use the colours of the system.", "Add dark mode"],
    ["Dark mode", "It would be nice to have dark colours.", "It would be nice to have dark colours."],
    ["Shelves", "We need shelves for coats.", "We need shelves for coats."],
    ["Feature request: dark mode", "Colours as on the phone.", "absent"],
  ])("that only says what to build has a solution only: %s", (title, text, expected) => {
    const answer = problemOf("issue", title, text);
    expect(answer).toBe(expected === "absent" ? expected : `solution-only: ${expected}`);
  });

  test.each([
    ["## Problem\n\nAdd dark mode", "solution-only: Add dark mode"],
    ["Problem: Please support two cards.", "solution-only: Please support two cards."],
    [
      "## Problem\n\nAdd dark mode, because buyers cannot read at night",
      "stated: Add dark mode, because buyers cannot read at night",
    ],
    ["## Problem\n\nAdd dark mode. At night buyers squint.", "stated: Add dark mode. At night buyers squint."],
    [
      "## Problem\n\nSupport two cards\n\n## Today\n\nBuyers cannot pay with two cards.",
      "stated: Buyers cannot pay with two cards.",
    ],
    ["## Problem\n\nSearch takes a minute", "stated: Search takes a minute"],
  ])("that says what to build where the problem is asked for is read as that alone: %j", (text, answer) => {
    expect(problemOf("issue", "Till", text)).toBe(answer);
  });

  test("what a change says under the same heading is left to its author", () => {
    expect(problemOf("pull_request", "Till", "## Problem\n\nAdd dark mode")).toBe("stated: Add dark mode");
  });

  test.each([
    ["not working", "hello sir it is not working please help"],
    ["urgent!!!", "App crashes. Please fix asap"],
    ["Question", "I have searched the issues and could not find any similar ones."],
  ])("that tells nobody what to look for has none: %s", (title, text) => {
    expect(problemOf("issue", title, text)).toBe("absent");
  });

  test("tells what is the case besides what it asks for", () => {
    const sentence = "Right now we convert the list by another program, which breaks on long names.";
    expect(problemOf("issue", "Support lists", sentence)).toBe(`stated: ${sentence}`);
    expect(problemOf("issue", "Till", "The total is sent twice since Monday, and we undo it by hand.")).toMatch(
      /^stated/,
    );
  });

  test("that says nothing has none", () => {
    expect(problemOf("issue", "Till", "")).toBe("absent");
    expect(problemOf("issue", "Question", "Which version do you run?")).toBe("absent");
  });

  test("what is wished for is not what is the case", () => {
    expect(problemOf("issue", "Till", "## Expected behavior\n\nNo error is shown when a voucher is scanned.")).toBe(
      "absent",
    );
  });
});

test("a place that is there for the problem stands before prose, and prose before filler", () => {
  expect(problemOf("pull_request", "Till", "The till crashes when it is cold.\n\n## Problem\n\nBuyers wait.")).toBe(
    "stated: Buyers wait.",
  );
  expect(problemOf("pull_request", "Till", "The till crashes when it is cold.\n\n## Problem\n\nTBD")).toBe(
    "stated: The till crashes when it is cold.",
  );
  expect(problemOf("pull_request", "Till", "It is cold.\n\n## Problem\n\nTBD")).toBe("hollow: TBD");
});
