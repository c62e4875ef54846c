import { describe, expect, test } from "vitest";
import type { Decision, GivenCommand } from "../../../src/core/commands/decide-command.ts";
import { decideCommand, dependsOnRole } from "../../../src/core/commands/decide-command.ts";
import { parseCommand } from "../../../src/core/commands/parse-command.ts";
import { advising, requiring, settings } from "../../support/facts.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

function decide(comment: string, over: Partial<GivenCommand> = {}): Decision {
  const command = parseCommand(comment);
  if (command.kind === "none") throw new Error("The comment holds no command.");
  const giver = { role: "admin", isAuthor: false } as const;
  return decideCommand({ command, thread: "pull_request", giver, policy: advising, place, ...over });
}

const words = (comment: string, over: Partial<GivenCommand> = {}) => decide(comment, over).words?.markdown ?? "";

describe("what is done is answered by a reaction alone", () => {
  test.each([
    ["/outcome check", false],
    ["/outcome link #12", true],
    ["/outcome unlink #12", true],
    ["/outcome skip a typo", true],
    ["/outcome unskip", true],
    ["/outcome hypothesis We believe prices with tax for buyers will end complaints.", true],
  ])("%s", (comment, standing) => {
    expect(decide(comment)).toEqual({ reaction: "+1", words: null, look: true, standing });
  });
});

describe("help lists what can be said here", () => {
  test("on a pull request", () => {
    const { words: help, ...rest } = decide("/outcome");
    expect(rest).toEqual({ reaction: "+1", look: false, standing: false });
    expect(help?.markdown).toContain("`/outcome link #ISSUE`");
    expect(help?.markdown).toContain("- `/outcome help`: Lists what can be said here. For everybody.");
  });

  test("on an issue, without what is for pull requests", () => {
    const help = words("/outcome help", { thread: "problem" });
    expect(help).toContain("`/outcome check`");
    expect(help).not.toContain("skip");
  });

  test("without what is switched off", () => {
    const policy = settings({ commands: { unlink: "off" } });
    expect(words("/outcome help", { policy })).not.toContain("unlink");
  });

  test("with who may, as it is now", () => {
    expect(words("/outcome help")).toContain(
      "in the description. For the author, and for people with triage access or more.",
    );
    expect(words("/outcome help", { policy: requiring })).toContain(
      "in the description. For people with write access.",
    );
  });
});

describe("what is not done is told, with what would be", () => {
  const reader = { role: "read", isAuthor: false } as const;

  const switchedOff = settings({ commands: { check: "off" } });

  test.each<[string, Partial<GivenCommand>, string]>([
    ["/outcome chekc", {}, "Did you mean `/outcome check`?"],
    ["/outcome banana", {}, "`/outcome help` lists what is."],
    ["/outcome lnik #1", { thread: "problem" }, "`/outcome help` lists what is."],
    ["/outcome link #1", { thread: "problem" }, "is for pull requests"],
    ["/outcome check", { giver: reader }, "for people with triage access or more"],
    ["/outcome check", { policy: switchedOff }, "`/outcome check` is switched off in this repository"],
    ["/outcome link the slow till", {}, "`/outcome link #12`"],
    ["/outcome skip", {}, "the reason is missing. It belongs right behind `/outcome skip`, on the same line,"],
    ["/outcome skip REASON", {}, "the reason is missing. It belongs right behind `/outcome skip`, on the same line,"],
    ["/outcome skip n/a", {}, "the reason is missing. It belongs right behind `/outcome skip`, on the same line,"],
    ["/outcome hypothesis", {}, "the sentence is missing"],
  ])("%s", (comment, over, told) => {
    const { words: said, ...rest } = decide(comment, over);
    expect(rest).toEqual({ reaction: "confused", look: false, standing: false });
    expect(said?.markdown).toContain(told);
  });

  test("in words not to who only talks", () => {
    expect(decide("/outcome is great, thanks").words).toBeNull();
    expect(words("/outcome lnik to the problem")).toContain("Did you mean `/outcome link #ISSUE`?");
  });

  test("somebody who may not hears nothing of what was wrong besides", () => {
    expect(words("/outcome link nowhere", { giver: reader })).not.toContain("#12");
  });
});

describe("on an issue that does not call itself a problem", () => {
  const here = { thread: "problem", reviewed: false } as const;
  const labelled = settings({ problems: { labels: ["user problem"] } });
  const believes = "/outcome hypothesis We believe prices with tax for buyers will end complaints.";

  test("there is nothing to look at, and it is told what would make it one", () => {
    const { words: said, ...rest } = decide("/outcome check", here);
    expect(rest).toEqual({ reaction: "confused", look: false, standing: false });
    expect(said?.markdown).toContain("once it has the label or type `problem`;");
  });

  test("a statement waits for it to become one, where only some issues are problems", () => {
    const policy = { ...labelled, sources: [{ visible: true }] };
    const { words: said, ...rest } = decide(believes, { ...here, policy });
    expect(rest).toEqual({ reaction: "confused", look: false, standing: true });
    expect(said?.markdown).toContain("`user problem`");
    const hidden = { ...labelled, sources: [{ visible: false }] };
    expect(words(believes, { ...here, policy: hidden })).not.toContain("user problem");
  });

  test("a statement counts for what links to it, where any issue may be a problem", () => {
    expect(decide(believes, here)).toMatchObject({ reaction: "+1", words: null });
  });

  test("a statement counts for what links to it, where a problem is above it, and nothing is looked at still", () => {
    const below = { ...here, belowProblem: true, policy: labelled };
    expect(decide(believes, below)).toEqual({ reaction: "+1", words: null, look: true, standing: true });
    expect(decide("/outcome check", below)).toMatchObject({ reaction: "confused", look: false });
  });

  test("help is given", () => {
    expect(decide("/outcome help", here).reaction).toBe("+1");
  });
});

describe("an answer to what became of merged work", () => {
  test.each(["/outcome validated a third fewer tickets", "/outcome Inconclusive", "/outcome snooze for 2 weeks."])(
    "%s, stands for as long as its comment, and no verdict depends on it",
    (comment) => {
      expect(decide(comment)).toEqual({ reaction: "+1", words: null, look: false, standing: true });
    },
  );

  test.each([
    ["pull_request", "it is not merged yet, or nothing was asked of it"],
    ["problem", "Nothing that was merged is followed up here"],
  ] as const)(
    "is told on a %s where nothing is followed up, and stands for the merge that nobody told of yet",
    (thread, told) => {
      const { words: said, ...rest } = decide("/outcome validated", { thread, followedUp: false });
      expect(rest).toEqual({ reaction: "confused", look: false, standing: true });
      expect(said?.markdown).toContain(told);
    },
  );

  test.each([
    ["answered", "it was answered"],
    ["reverted", "all of it was taken back"],
    ["cancelled", "it was cancelled"],
  ] as const)("has nothing to put off where it is %s, and is given anew", (ended, why) => {
    const { words: said, ...rest } = decide("/outcome snooze 2 weeks", { ended });
    expect(rest).toEqual({ reaction: "confused", look: false, standing: true });
    expect(said?.markdown).toContain(`there is nothing to put off: ${why}.`);
    expect(decide("/outcome invalidated Nobody saw it.", { ended })).toMatchObject({ reaction: "+1", words: null });
  });

  test("is taken on an issue that calls itself a problem no more", () => {
    const policy = settings({ problems: { labels: ["user problem"] } });
    expect(decide("/outcome validated", { thread: "problem", reviewed: false, policy }).reaction).toBe("+1");
  });

  test.each(["", "a while", "12 hours", "0 days", "13 months", "2 weeks or so"])(
    "is put off by a time, which %j is none of",
    (time) => {
      const { words: said, ...rest } = decide(`/outcome snooze ${time}`);
      expect(rest).toEqual({ reaction: "confused", look: false, standing: false });
      expect(said?.markdown).toContain("`/outcome snooze 2 weeks`");
    },
  );

  test.each(["1 day", "12 months", "360 Days", "2 weeks"])("is put off by %s", (time) => {
    expect(decide(`/outcome snooze ${time}`).reaction).toBe("+1");
  });
});

describe("while GitHub does not tell the role", () => {
  const giver = { role: "unknown", isAuthor: false } as const;

  test("a statement is kept, and counts once it is told", () => {
    const { words: said, ...rest } = decide("/outcome link #12", { giver });
    expect(rest).toEqual({ reaction: "confused", look: true, standing: true });
    expect(said?.markdown).toContain("asked again by itself");
  });

  test("an act has to be asked for again", () => {
    const { words: said, ...rest } = decide("/outcome check", { giver });
    expect(rest).toEqual({ reaction: "confused", look: false, standing: false });
    expect(said?.markdown).toContain("write it again");
  });
});

test("who may is told with those who wrote what was merged", () => {
  const giver = { role: "read", isAuthor: true } as const;
  expect(words("/outcome validated", { giver })).toContain(
    "it is for the authors of the merged work, and for people with write access.",
  );
});

test("no role is read for what is mistyped or not for this thread", () => {
  const giver = { role: "unread", isAuthor: false } as const;
  const mistyped = { kind: "mistyped", typed: "chekc", nearest: "check", argument: "" } as const;
  const link = { kind: "command", name: "link", argument: "#1" } as const;
  expect(dependsOnRole({ command: mistyped, thread: "pull_request", giver, policy: advising })).toBe(false);
  expect(dependsOnRole({ command: link, thread: "problem", giver, policy: advising })).toBe(false);
});
