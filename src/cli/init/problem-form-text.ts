import { ourForm } from "../../core/statements/our-form.ts";

const { name, questions } = ourForm;

/**
 * In GitHub's syntax for forms, every text in double quotes. Fields have no `value`: what is left empty must come as "_No
 * response_". Each example says that it is one: whoever has just that problem must not be taken for the form's own words.
 * `required` holds in public repositories only.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export const problemFormText = `# The questions (each label) are known to Outcome Link; all other words are yours to change.
name: ${quoted(name)}
description: "Something that people who use this cannot do, or that is hard for them"
labels: ["problem"]
body:
${[
  field("who", {
    description: "Which people, and what they were trying to do.",
    placeholder: "Shoppers on small screens, on their way to pay (an example)",
    required: true,
  }),
  field("happens", {
    description: "What they cannot do, or what goes wrong. No solution is needed here.",
    placeholder: "They cannot see the total before they pay, so they leave the cart (an example)",
    required: true,
  }),
  field("evidence", {
    description: "A link, a quote, a number, or the steps to see it.",
    placeholder: "14 of the 22 people we asked named it (an example)",
    required: false,
  }),
  field("hypothesis", {
    description: "Leave it empty if nobody can say yet.",
    placeholder: "We believe CHANGE for WHO will EFFECT because REASON.",
    required: false,
  }),
  field("metric", {
    description: "What would be measured, and how far it should move. Leave it empty if nobody can say yet.",
    placeholder: "METRIC moves from NOW to TARGET within WINDOW",
    required: false,
  }),
].join("")}`;

interface FieldWords {
  readonly description: string;
  readonly placeholder: string;
  readonly required: boolean;
}

function field(id: keyof typeof questions, { description, placeholder, required }: FieldWords): string {
  return `  - type: textarea
    id: ${id}
    attributes:
      label: ${quoted(questions[id])}
      description: ${quoted(description)}
      placeholder: ${quoted(placeholder)}
    validations:
      required: ${String(required)}
`;
}

/** JSON's strings are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
