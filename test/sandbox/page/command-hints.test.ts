import { expect, test } from "vitest";
import type { Command } from "../../../src/core/commands/command.ts";
import { commands, findCommand } from "../../../src/core/commands/index.ts";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";
import { commandHints } from "../../../src/sandbox/page/command-hints.ts";
import { openPage } from "./open-page.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

type Hinted = Parameters<typeof commandHints>[0];

function textsOf(item: Hinted): readonly string[] {
  return commandHints(item).map(({ text }) => text);
}

function followedUp(item: Hinted): Hinted {
  return labelled(item, "outcome: due");
}

function labelled({ kind, repository }: Hinted, name: string): Hinted {
  const label = {
    kind: "Label",
    id: 1,
    nodeId: "LA_1",
    name,
    color: "fbca04",
    description: null,
  } as const;
  return { kind, repository, labels: [label] };
}

test.each(["pull_request", "problem"] as const)("the page suggests every command that there is on a %s", (kind) => {
  const { pullRequest, issue } = openPage();
  const item = kind === "pull_request" ? pullRequest : issue;
  const hints = [...new Set([...textsOf(item), ...textsOf(followedUp(item))])].map(parseCommand);
  const named = hints.map((hint) => (hint.kind === "command" ? hint.name : hint.kind));
  const all: readonly Command[] = commands;
  expect(named.toSorted()).toEqual(
    all
      .filter(({ on }) => on.includes(kind))
      .map(({ name }) => name)
      .toSorted(),
  );
});

test("answers are suggested where merged work is followed up, and nowhere else", () => {
  const { issue } = openPage();
  const answers = textsOf(followedUp(issue)).filter((text) => !textsOf(issue).includes(text));
  expect(answers.map((text) => text.split(" ")[1])).toEqual(["validated", "invalidated", "inconclusive", "snooze"]);
});

test("on the board nothing is answered", () => {
  const { issue } = openPage();
  expect(textsOf(labelled(issue, "outcome: board"))).toEqual(textsOf(issue));
});

test("every suggestion is understood as it stands", () => {
  const { pullRequest } = openPage();
  for (const text of [...textsOf(pullRequest), ...textsOf(followedUp(pullRequest))]) {
    const parsed = parseCommand(text);
    if (parsed.kind !== "command") throw new Error(`${text} is no command`);
    expect(findCommand(parsed.name).read(parsed.argument, place).kind).not.toBe("wrong");
  }
});
