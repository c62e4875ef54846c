import type { Random } from "../random.ts";

/** What a text points at: the issue that is the problem, and numbers that are no problem. */
export interface Places {
  readonly problem: number;
  readonly nothing: number;
}

/** A description of a pull request, with what everybody agrees that it says. Nothing here is worked out from the text. */
export interface Body {
  readonly name: string;
  readonly write: (places: Places) => string | null;
  readonly links: "the problem" | "nothing";
  readonly believes: "yes" | "no";
  readonly optsOut: "yes" | "no";
}

export const believing =
  "We believe a shorter checkout for people who buy on their phone will raise finished orders because nobody has to scroll back.";

export const bodies: readonly Body[] = [
  says("empty", () => null),
  says("a word", () => "Faster."),
  says("what was done only", () => "Moves the button into the footer and renames two files."),
  says("a link only", ({ problem }) => `Part of #${problem}`, { links: "the problem" }),
  says("a closing link only", ({ problem }) => `Fixes #${problem}\n\nThe sum is made once.`, { links: "the problem" }),
  says("a link under a heading", ({ problem }) => `## Problem\n\n#${problem}\n\n## Notes\n\nSee the commits.`, {
    links: "the problem",
  }),
  says("a link in upper case", ({ problem }) => `RELATES TO #${problem}`, { links: "the problem" }),
  says("a belief only", () => believing, { believes: "yes" }),
  says("a belief below other words", () => `The footer was in the way.\n\n${believing}\n`, { believes: "yes" }),
  says("a link and a belief", ({ problem }) => `Part of #${problem}\n\n${believing}`, {
    links: "the problem",
    believes: "yes",
  }),
  says("a closing link and a belief", ({ problem }) => `${believing}\n\nCloses #${problem}.`, {
    links: "the problem",
    believes: "yes",
  }),
  says("with line ends of Windows", ({ problem }) => `Part of #${problem}\r\n\r\n${believing}\r\n`, {
    links: "the problem",
    believes: "yes",
  }),
  says(
    "a link and a belief under headings",
    ({ problem }) => `## Problem\n#${problem}\n\n## Hypothesis\n${believing}`,
    {
      links: "the problem",
      believes: "yes",
    },
  ),
  says("a link and an exploration", ({ problem }) => `Part of #${problem}\nExploring: do people scroll back at all?`, {
    links: "the problem",
    believes: "yes",
  }),
  says("an exploration only", () => "Exploring: do people scroll back at all?", { believes: "yes" }),
  says("a link to what does not exist", ({ nothing }) => `Part of #${nothing}`),
  says("a link to nothing, and a belief", ({ nothing }) => `Part of #${nothing}\n\n${believing}`, { believes: "yes" }),
  says("a link in a comment that nobody sees", ({ problem }) => `Tidy.\n\n<!-- Part of #${problem} -->`),
  says("a link in code", ({ problem }) => `Tidy.\n\n\`\`\`\nPart of #${problem}\n\`\`\``),
  says("a belief in a comment that nobody sees", ({ problem }) => `Part of #${problem}\n\n<!-- ${believing} -->`, {
    links: "the problem",
  }),
  says("a belief in code", ({ problem }) => `Part of #${problem}\n\n\`\`\`\n${believing}\n\`\`\``, {
    links: "the problem",
  }),
  says("the template's blanks", () => "Part of #ISSUE\n\nWe believe CHANGE for WHO will EFFECT because REASON."),
  says("an opt-out", () => "No outcome: only our own builds change", { optsOut: "yes" }),
  says("an opt-out beside a link", ({ problem }) => `Part of #${problem}\n\nNo outcome: a spelling mistake`, {
    links: "the problem",
    optsOut: "yes",
  }),
  says("an opt-out without a reason", () => "No outcome:"),
  says("a long text with a link at its end", ({ problem }) => `${"It was slow. ".repeat(400)}\n\nPart of #${problem}`, {
    links: "the problem",
  }),
];

/** Those of which the problem decides what they are asked: they link to it, and leave to it what is believed. */
export const leaning: readonly Body[] = bodies.filter(
  ({ links, believes, optsOut }) => links === "the problem" && believes === "no" && optsOut === "no",
);

/** Any of them, but often one that leans on its problem: of an issue's change nothing follows for the others. */
export function pickBody(random: Random): Body {
  return random.pick(random.chance(0.4) ? leaning : bodies);
}

function says(name: string, write: Body["write"], told: Partial<Body> = {}): Body {
  return { name, write, links: "nothing", believes: "no", optsOut: "no", ...told };
}

/** Texts of the issues that pull requests link to, half of them with a belief: it counts for whoever links it. */
export interface ProblemText {
  readonly text: string;
  readonly believes: "yes" | "no";
}

export const problemTexts: readonly ProblemText[] = [
  { text: "The total is below the fold.", believes: "no" },
  { text: "People go back and forth between cart and payment. Three of them wrote to us.", believes: "no" },
  { text: "", believes: "no" },
  { text: `People give up.\n\n${believing}`, believes: "yes" },
  { text: `The total is below the fold.\r\n\r\n${believing}\r\n`, believes: "yes" },
  { text: believing, believes: "yes" },
];
