import { expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { isFromOurForm, mayBeFromOurForm, ourForm } from "../../../src/core/statements/our-form.ts";
import { readWith } from "./read.ts";

const questions = Object.values(ourForm.questions);
const headed = (titles: readonly string[]) => titles.map((title) => `### ${title}\n\nSomething`).join("\n\n");

test.each<[string, string, boolean]>([
  ["has all of its questions as headings", headed(questions), true],
  ["has three of them", headed(questions.slice(0, 3)), true],
  ["has them in another case and without their signs", headed(questions).toUpperCase().replaceAll("?", ""), true],
  ["has two of them", headed(questions.slice(0, 2)), false],
  ["quotes them", headed(questions).replaceAll(/^/gm, "> "), false],
  ["shows them as code", `\`\`\`\n${headed(questions)}\n\`\`\``, false],
  ["says nothing", "", false],
])("a text that %s is from our form: %#", (_title, ...[text, expected]) => {
  expect(isFromOurForm(parseBody(text))).toBe(expected);
  expect(mayBeFromOurForm(text) || !expected).toBe(true);
});

test("what has no three of its questions need not be read", () => {
  expect(mayBeFromOurForm(headed(questions.slice(0, 2)))).toBe(false);
});

test.each([
  ["who", ourForm.questions.who],
  ["problem", ourForm.questions.happens],
  ["evidence", ourForm.questions.evidence],
  ["hypothesis", ourForm.questions.hypothesis],
  ["metric", ourForm.questions.metric],
] as const)("its place for %s is known", (statement, question) => {
  const answer = "We believe a clock for shoppers will shorten the queue because nobody waits.";
  expect(readWith({}, `### ${question}\n\n${answer}`, { kind: "issue" })[statement]).toMatchObject({
    grade: "stated",
    place: { kind: "heading", name: question },
  });
});
