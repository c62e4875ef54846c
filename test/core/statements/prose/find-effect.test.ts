import { describe, expect, test } from "vitest";
import { parseBody } from "../../../../src/core/markdown/parse-body.ts";
import { readStatements } from "../../../../src/core/statements/read-statements.ts";
import { vocabularySchema } from "../../../../src/core/statements/vocabulary.ts";
import { show } from "../read.ts";

const vocabulary = vocabularySchema.parse({});

function effectOf(text: string): string {
  return show(
    readStatements({ kind: "pull_request", title: "Till", body: parseBody(text) }, { vocabulary, templates: [] })
      .effect,
  );
}

describe("an effect is a result for users, predicted or measured", () => {
  test.each([
    "This reduces the response time of the search.",
    "As a result, the receipt prints twice as fast.",
    "Opening a basket went down from 900 ms to 120 ms.",
    "This makes it easier for shopkeepers to find a voucher.",
    "Users no longer have to enter the code again.",
    "This avoids confusion about which card was charged.",
    "It helps new members find the right shelf quickly.",
    "A failed print is logged, which keeps it from disrupting the customer experience.",
    "This reduces the size of the receipt by a third.",
    "We expect fewer buyers to leave the till before they paid.",
    "It increases the hit rate of the cache by 20%.",
  ])("%s", (sentence) => {
    expect(effectOf(`The old till is gone.\n\n${sentence} Closes #12.`)).toBe(`stated: ${sentence}`);
  });
});

test.each([
  ["a capability", "Users can now pay with two cards."],
  ["praise of any change", "Improves performance and the overall user experience."],
  ["tidiness", "This makes the code easier to maintain."],
  ["the project's own work", "This makes it easier to test the workflow in CI."],
  ["what was done", "Adds a cache for vouchers."],
  ["a way to do it", "Adds an in-memory list to avoid stale totals."],
  ["a change of a number", "Bumps the timeout from 10 to 20."],
  ["less of what is good", "This reduces engagement."],
  ["nothing", ""],
])("%s is no effect", (_what, text) => {
  expect(effectOf(text)).toBe("absent");
});

test("what helps only the project's own work is no effect", () => {
  const body = parseBody("This reduces the response time of the search.");
  const effectOfTitled = (title: string) =>
    readStatements({ kind: "pull_request", title, body }, { vocabulary, templates: [] }).effect.grade;
  expect(effectOfTitled("Cache the search")).toBe("stated");
  expect(effectOfTitled("ci: cache the search of fixtures")).toBe("absent");
});

test("the sentence that says most is quoted, with its line", () => {
  const text = "This avoids needless requests.\n\nAs a result, the total shows in half the time: from 4 s to 2 s.";
  const { effect } = readStatements(
    { kind: "pull_request", title: "Till", body: parseBody(text) },
    { vocabulary, templates: [] },
  );
  expect(effect).toMatchObject({ quote: expect.stringMatching(/^As a result/), place: { kind: "line", line: 3 } });
});
