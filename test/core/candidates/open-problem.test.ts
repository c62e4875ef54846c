import { expect, test } from "vitest";
import { plainText } from "../../../src/core/candidates/open-problem.ts";

test("what a text says is kept, and what is only its form is not", () => {
  const text = [
    "## What happens?",
    "The **total** is [hidden](https://example.com/a) on phones.",
    "<!-- Tell us more -->",
    "- [x] I searched",
    "```",
    "at total.ts:3",
    "```",
    "> I never saw it, says Mia",
  ].join("\n\n");
  expect(plainText(text)).toBe("The total is hidden on phones. I never saw it, says Mia");
});

test("lines of the template are nobody's words", () => {
  expect(plainText("Please be kind.\n\nThe total is hidden.", ["Please be kind."])).toBe("The total is hidden.");
});

test("a long text is cut, and no character in two", () => {
  expect(plainText("a".repeat(5000))).toHaveLength(1000);
  expect(plainText(`${"a".repeat(999)}😀`).isWellFormed()).toBe(true);
});
