import { expect, test } from "vitest";
import type { Command } from "../../../src/core/commands/command.ts";
import { commands, findCommand } from "../../../src/core/commands/index.ts";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";
import { commandHints } from "../../../src/sandbox/page/command-hints.ts";
import { openPage } from "./open-page.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each(["pull_request", "problem"] as const)("the page suggests every command that there is on a %s", (kind) => {
  const { pullRequest, issue } = openPage();
  const hints = commandHints(kind === "pull_request" ? pullRequest : issue).map(({ text }) => parseCommand(text));
  const named = hints.map((hint) => (hint.kind === "command" ? hint.name : hint.kind));
  const all: readonly Command[] = commands;
  expect(named.toSorted()).toEqual(
    all
      .filter(({ on }) => on.includes(kind))
      .map(({ name }) => name)
      .toSorted(),
  );
});

test("every suggestion is understood as it stands", () => {
  const { pullRequest } = openPage();
  for (const { text } of commandHints(pullRequest)) {
    const parsed = parseCommand(text);
    if (parsed.kind !== "command") throw new Error(`${text} is no command`);
    expect(findCommand(parsed.name).read(parsed.argument, place).kind).not.toBe("wrong");
  }
});
