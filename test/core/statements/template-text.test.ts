import { expect, test } from "vitest";
import { templateText } from "../../../src/core/statements/template-text.ts";
import { read, show } from "./read.ts";

const form = `name: Problem
description: Something is hard for somebody
labels: [problem]
body:
  - type: markdown
    attributes:
      value: |
        ## Welcome

        Thank you for telling us.
  - type: textarea
    id: problem
    attributes:
      label: "What's the problem?"
      description: >-
        Who has it,
        and what happens?
      placeholder: 'Somebody can''t find something' # an example
    validations:
      required: true
  - type: textarea
    attributes:
      label: Steps to reproduce
      value: |
        1. Go to ...
        2. Click on ...
      render: shell
  - type: textarea
    attributes:
      label: Hypothesis
      description: What do you believe
        will change?
      value: "We believe that this line will help\\nthose who read it."
  - type: dropdown
    attributes:
      label: Window
      options:
        - 2 weeks
        - 4 weeks
  - type: checkboxes
    attributes:
      label: Before you send
      options:
        - label: I have searched for it
          required: true
`;

test("the texts of a form are what people see while they fill it in", () => {
  expect(templateText(form)).toBe(
    [
      "## Welcome\n\nThank you for telling us.",
      "### What's the problem?",
      "Who has it, and what happens?",
      "Somebody can't find something",
      "### Steps to reproduce",
      "1. Go to ...\n2. Click on ...",
      "### Hypothesis",
      "What do you believe will change?",
      "We believe that this line will help\nthose who read it.",
      "### Window",
      "### Before you send",
      "### I have searched for it",
    ].join("\n\n"),
  );
  expect(templateText(form.replaceAll("\n", "\r\n"))).toBe(templateText(form));
});

test("of a Markdown template the front matter is left out", () => {
  const front = '---\nname: Bug\nabout: "Problem: it fails"\n---\n\n';
  expect(templateText(`${front}## Problem\n\nWhat happens?\n`).trim()).toBe("## Problem\n\nWhat happens?");
  expect(templateText("## Problem\n\n---\n\nmore\n\n---\n")).toBe("## Problem\n\n---\n\nmore\n\n---\n");
});

test.each([
  ["a Markdown template that speaks of a body", "body:\n\nlabel: what you want"],
  [
    "a file of another kind",
    "blank_issues_enabled: false\ncontact_links:\n  - name: Forum\n    url: https://example.org\n",
  ],
  ["nothing", ""],
])("%s is no form", (_what, text) => {
  expect(templateText(text)).toBe(text);
});

const sent = (problem: string, steps: string, hypothesis: string): string =>
  `### What's the problem?\n\n${problem}\n\n### Steps to reproduce\n\n\`\`\`shell\n${steps}\n\`\`\`\n\n` +
  `### Hypothesis\n\n${hypothesis}\n\n### Window\n\n2 weeks\n\n### Before you send\n\n- [X] I have searched for it`;

const asShown = [templateText(form)];

test("what was left as the form had it is the form's", () => {
  const found = read(
    sent(
      "Somebody can't find something",
      "1. Go to ...\n2. Click on ...",
      "We believe that this line will help\nthose who read it.",
    ),
    asShown,
  );
  expect(found.problem.grade).toBe("template");
  expect(found.evidence.grade).toBe("template");
  expect(found.hypothesis.grade).toBe("template");
});

test("answers are the author's, also those that were chosen", () => {
  const found = read(
    sent("Nobody finds the export", "1. Go to the list\n2. Click on Export", "_No response_"),
    asShown,
  );
  expect(show(found.problem)).toBe("stated: Nobody finds the export");
  expect(show(found.evidence)).toBe("stated: 1. Go to the list");
  expect(found.hypothesis.grade).toBe("hollow");
  expect(show(found.window)).toBe("stated: 2 weeks");
});

test("a claim of the template of which only the end was changed is still the template's", () => {
  const template = "We believe that this line will help those who read it.";
  const text = "We believe that this line will help those who read it, because reading is good.";
  expect(read(text, [template]).hypothesis.grade).toBe("template");
  expect(read("We believe that this line will halve the calls to support.", [template]).hypothesis.grade).toBe(
    "template",
  );
  expect(read("We believe that this button will halve the calls to support.", [template]).hypothesis.grade).toBe(
    "stated",
  );
});
