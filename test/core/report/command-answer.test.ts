import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../../src/core/commands/index.ts";
import type { GivenCommand } from "../../../src/core/commands/decide-command.ts";
import { decideCommand } from "../../../src/core/commands/decide-command.ts";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";
import { answerMistyped } from "../../../src/core/report/command-answer.ts";
import { advising, requiring } from "../../support/facts.ts";
import { anyForeignText } from "../../support/foreign-text.ts";
import { liveParts } from "../../support/github-markdown.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

function answers(command: GivenCommand["command"]): readonly string[] {
  const givers = (["none", "read", "admin", "unknown"] as const).map((role) => ({ role, isAuthor: false }));
  const threads = ["pull_request", "problem"] as const;
  const given = givers.flatMap((giver) =>
    threads.flatMap((thread) => [advising, requiring].map((policy) => ({ giver, thread, policy }))),
  );
  return given.flatMap((one) => {
    const { words } = decideCommand({ command, place, ...one });
    return words === null ? [] : [words.markdown];
  });
}

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:? +(?:[\w.-]+\/[\w.-]+)?#\d+/i;

describe("whatever is answered", () => {
  const all = commands.flatMap(({ name }) => ["", "#12", "fixes #1 @ada"].map((argument) => ({ name, argument })));

  test.each(all)("to $name $argument is no command, mentions nobody and closes nothing", ({ name, argument }) => {
    for (const answer of answers({ kind: "command", name, argument })) {
      expect(parseCommand(answer)).toEqual({ kind: "none" });
      expect(liveParts(answer)).toEqual([]);
      expect(answer).not.toMatch(closing);
    }
  });

  test("nothing that was mistyped comes to life in it", () => {
    fc.assert(
      fc.property(anyForeignText, (typed) => {
        const answer = answerMistyped({ typed, nearest: null }, []).markdown;
        expect(liveParts(answer)).toEqual([]);
        expect(parseCommand(answer)).toEqual({ kind: "none" });
      }),
    );
  });
});

test("the help says each command as it is written, what it does and who may", () => {
  const [help] = answers({ kind: "command", name: "help", argument: "" });
  expect(help).toBe(
    [
      "What can be said on this pull request, each as the first line of a comment of its own:",
      [
        "- `/outcome check`: Looks again at what is true now, without waiting for anything to happen. For the author, and for people with triage access or more.",
        "- `/outcome link #ISSUE`: Links the problem behind this pull request. Such a link closes nothing when the pull request is merged. For the author, and for people with triage access or more.",
        "- `/outcome unlink #ISSUE`: Says that this issue is not the problem behind this pull request, wherever a link to it stands. For the author, and for people with triage access or more.",
        "- `/outcome skip REASON`: Says that no outcome is asked of this pull request, and why; the same as `No outcome: REASON` in the description. For the author, and for people with triage access or more.",
        "- `/outcome unskip`: Takes back every earlier `/outcome skip`. What stands in the description is taken back there. For the author, and for people with triage access or more.",
        "- `/outcome hypothesis We believe CHANGE for WHO will EFFECT because REASON.`: States what this is believed to do for users; it takes the place of what the description says. For the author, and for people with write access.",
        "- `/outcome validated NOTE-OR-URL`: Answers what became of the merged work: it did what was believed. For the authors of the merged work, and for people with write access.",
        "- `/outcome invalidated NOTE-OR-URL`: Answers what became of the merged work: it did not do what was believed, and that is worth knowing. For the authors of the merged work, and for people with write access.",
        "- `/outcome inconclusive NOTE-OR-URL`: Answers what became of the merged work: somebody looked, and it cannot be told. For the authors of the merged work, and for people with write access.",
        "- `/outcome snooze DURATION`: Puts off the question what became of the merged work, by a time like `2 weeks`, counted from the comment. For the authors of the merged work, and for people with write access.",
        "- `/outcome help`: Lists what can be said here. For everybody.",
      ].join("\n"),
      "What a comment says stands for as long as the comment does: delete it to take it back. A comment that was edited does not count; write a new one.",
    ].join("\n\n"),
  );
});

test("who may not is told who may, and what then", () => {
  const said = answers({ kind: "command", name: "link", argument: "#12" });
  expect(said.find((each) => each.includes("was not done"))).toBe(
    "`/outcome link` was not done: it is for the author, and for people with triage access or more. One of them can write the same.",
  );
});
