import { describe, expect, test } from "vitest";
import { parseBody } from "../../../../src/core/markdown/parse-body.ts";
import type { Subject } from "../../../../src/core/statements/prose/prose.ts";
import { readStatements } from "../../../../src/core/statements/read-statements.ts";
import { vocabularySchema } from "../../../../src/core/statements/vocabulary.ts";
import { show } from "../read.ts";

const vocabulary = vocabularySchema.parse({});

function evidenceOf(text: string, { kind = "issue", title = "Till" }: Partial<Subject> = {}): string {
  return show(readStatements({ kind, title, body: parseBody(text) }, { vocabulary, templates: [] }).evidence);
}

const chat = "https://acme.slack.com/archives/C1/p1";

describe("a link is evidence", () => {
  test.each([
    ["code that runs", "See https://codesandbox.io/s/till-12"],
    ["code that runs, by name", "[Demo](https://stackblitz.com/edit/till)"],
    ["a language's playground", "https://www.typescriptlang.org/play?#code/abc"],
    ["figures", "Here: https://acme.grafana.net/d/12"],
    ["a log that was put there", "Log: [till.txt](https://github.com/user-attachments/files/1/till.txt)"],
    ["a chat that it comes from", `Coming from [here](${chat}), the till is slow.`],
    ["a chat called so", `Slack thread: ${chat}`],
    ["a chat under a heading that calls it so", `**Slack conversation**\n${chat}`],
    ["a chat that it comes from, over a solution", `## Solution\n\nComing from [this thread](${chat}), let's fix it.`],
    ["where it was reported", "Reported in https://github.com/acme/shop/issues/12"],
    ["where it was reported, by number", "This was discovered in acme/shop#12."],
    ["a forum where users complain", "Users complain about it: https://www.reddit.com/r/till/comments/1/a"],
    ["another tracker that it was moved from", "Migrated from https://bugs.launchpad.net/till/+bug/12"],
    ["a ticket, behind an abbreviation", "Support tickets pile up, e.g. https://acme.zendesk.com/agent/tickets/12"],
    ["a run that fails", "The nightly fails: https://github.com/acme/shop/actions/runs/12"],
  ])("to %s", (_what, text) => {
    expect(evidenceOf(text)).toMatch(/^stated: /);
  });

  test.each([
    ["documentation", "See https://docs.example.org/till for details."],
    ["a design", "Design: https://www.figma.com/file/12"],
    ["another issue", "Related to https://github.com/acme/shop/issues/12 and #13."],
    ["a discussion of what to build", "See the discussion in https://github.com/acme/shop/pull/12#discussion_r1"],
    ["a chat about something else", `I looked at who calls it ([dev](${chat})) and saw no use.`],
    ["a forum about a specification", "[Talk](https://discuss.example.org/t/spec/12) around the proposal."],
    ["where to read more", "More can be found in https://github.com/acme/shop/issues/12"],
    ["an empty sandbox", "Use https://codesandbox.io/s/new"],
    ["a line of code in passing", "The [till](https://github.com/acme/shop/blob/main/till.ts#L3) opens."],
  ])("and not to %s", (_what, text) => {
    expect(evidenceOf(text)).toBe("absent");
  });

  test("to the line of code at fault, where it stands alone and a trouble is told", () => {
    const text = "It uses this:\n\nhttps://github.com/acme/shop/blob/0a1b2c/till.ts#L3-L9";
    expect(evidenceOf(text, { title: "The till does not close" })).toMatch(/^stated: https/);
    expect(evidenceOf(text, { title: "Till" })).toBe("absent");
  });
});

describe("a picture is evidence", () => {
  const picture = "![Image](https://github.com/user-attachments/assets/1)";

  test.each([
    ["a picture", picture],
    ["a picture in HTML", '<img width="3" src="https://github.com/user-attachments/assets/1">'],
    ["a video on GitHub", "https://github.com/user-attachments/assets/1"],
  ])("%s of the trouble, quoted by its address", (_what, text) => {
    expect(evidenceOf(`The total is cut off.\n\n${text}`)).toBe("stated: https://github.com/user-attachments/assets/1");
  });

  test("quoted by its words, where it has some", () => {
    expect(evidenceOf("The total is cut off.\n\n![the total is cut at the right](a.png)")).toBe(
      "stated: the total is cut at the right",
    );
  });

  test.each([
    ["of a design", `## Summary\n\nFrom the design doc.\n\n${picture}`],
    ["of what should be", `It should look like this:\n\n${picture}`],
    ["under a solution", `## Solution\n\n${picture}`],
    ["that is a badge", "It fails.\n\n![build](https://img.shields.io/build.svg)"],
    ["that is quoted", `> ${picture}`],
  ])("and not one %s", (_what, text) => {
    expect(evidenceOf(text)).toBe("absent");
  });

  test("and not where something is asked for and no trouble is told", () => {
    expect(evidenceOf(`As a shopkeeper, I log in.\n\n${picture}`, { title: "Create a login page" })).toBe("absent");
  });

  test("in a pull request only of what was before", () => {
    const pullRequest = { kind: "pull_request" } as const;
    expect(evidenceOf(`## Screenshots\n\n${picture}`, pullRequest)).toBe("absent");
    expect(evidenceOf(`|Before|After|\n|-|-|\n|![a](b.png)|![a](c.png)|`, pullRequest)).toBe("stated: b.png");
    expect(evidenceOf(`|After|\n|-|\n|![a](c.png)|`, pullRequest)).toBe("absent");
  });
});

test("words of users are evidence, quoted under a line that says whose they are", () => {
  expect(evidenceOf("A customer reported:\n\n> I pay twice each time")).toBe("stated: I pay twice each time");
  expect(evidenceOf("From the manual:\n\n> Pay twice")).toBe("absent");
});
