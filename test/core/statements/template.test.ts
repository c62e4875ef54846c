import { expect, test } from "vitest";
import { names, read, show } from "./read.ts";

const template = `## Who has this problem?

## Problem

<!-- Who has it, and what happens? -->

## Evidence

Tell us how you know.

## Hypothesis

We believe CHANGE for WHO will EFFECT because REASON.

| Q | A |
|---|---|
| Metric | what you measure |

- **Alternatives:** what else was considered

No outcome: REASON
`;

test("a body that is still the template says nothing of its own", () => {
  const found = read(template, [template]);
  expect(names.map((name) => [name, found[name].grade])).toEqual([
    ["who", "template"],
    ["problem", "template"],
    ["evidence", "template"],
    ["hypothesis", "template"],
    ["metric", "template"],
    ["window", "absent"],
    ["alternatives", "template"],
    ["exploration", "absent"],
    ["optOut", "template"],
  ]);
});

test("an empty heading of the template is still the template's", () => {
  expect(show(read("## Problem\n\n## Evidence\n\n12 tickets", [template]).problem)).toBe("template: Problem");
});

test("the template's words count as such with other marks and white space, and below other words", () => {
  expect(show(read("## Evidence\n\n*Tell us how you KNOW:*", [template]).evidence)).toBe(
    "template: Tell us how you KNOW:",
  );
  expect(show(read("## Evidence\n\nTell us how you know.\n\n12 tickets", [template]).evidence)).toBe(
    "stated: 12 tickets",
  );
});

test("filler below the template's words is hollow", () => {
  expect(show(read("## Evidence\n\nTell us how you know.\n\nN/A", [template]).evidence)).toBe("hollow: N/A");
});

test("the guidance of a template in a quote is no evidence", () => {
  const quoted = "## Evidence\n\n> Tell us how you know.";
  expect(show(read(quoted, [quoted]).evidence)).toBe("template: Tell us how you know.");
});

test.each([
  "[describe the problem]",
  "\\<what happens\\>",
  "\\_\\_\\_\\_",
  "{{ problem }}",
  "Describe the problem clearly here.",
  "Please describe the problem",
  "A clear and concise description of what the problem is. Ex. I'm always frustrated when [...]",
  "WHO DO WHAT, WHAT HAPPENS",
])("without a template %j is a form's words all the same", (words) => {
  expect(read(`## Problem\n\n${words}`).problem.grade).toBe("template");
});

test("words that only look like a form's are the author's own", () => {
  for (const words of [
    "Describe blocks run twice",
    "Provide a date and the page crashes",
    "NASA cannot log in",
    "[#12] fails",
  ]) {
    expect(show(read(`## Problem\n\n${words}`).problem)).toBe(`stated: ${words}`);
  }
});
