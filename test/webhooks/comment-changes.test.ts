import { describe, expect, test } from "vitest";
import { jobsOf, look, payloads, place, read, review, wake } from "./small-payloads.ts";

const thread = { installation: 7, repository: place, number: 12 };
const run = (on: "pull_request" | "problem") => ({
  kind: "run-command",
  ...thread,
  on,
  comment: "IC_900",
  commentId: 900,
});
const ada = { login: "ada", type: "User" };
const bot = { login: "renovate[bot]", type: "Bot" };
const pullRequest = { number: 12, labels: [], user: { login: "mia" }, pull_request: { url: "" } };
const problem = { number: 12, labels: [{ name: "problem" }], user: { login: "mia" } };
const comment = (over: object) => ({
  comment: { id: 900, node_id: "IC_900", body: "/outcome help", user: ada, ...over },
});
const edited = { changes: { body: { from: "/outcome skip too small" } } };

describe("a comment", () => {
  test.each<[string, object, readonly object[]]>([
    ["with a command is run", {}, [run("problem")]],
    ["with a command on a pull request is run as its own", { issue: pullRequest }, [run("pull_request")]],
    ["that may hold one is run, however it is written", comment({ body: "\n /OutCome: help" }), [run("problem")]],
    ["without a command asks for nothing", comment({ body: "Looks fine." }), []],
    ["without a text asks for nothing", comment({ body: null }), []],
    ["of a bot asks for nothing", comment({ user: bot }), []],
    ["that a bot sent asks for nothing", { sender: bot }, []],
    ["of a deleted account asks for nothing", comment({ user: null }), []],
    [
      "of a problem's own author is part of the problem, and of what links to it",
      { issue: problem, ...comment({ body: "It was lost.", user: { login: "mia", type: "User" } }) },
      [review, wake],
    ],
    [
      "of any issue's own author is part of what links to it",
      { issue: { ...problem, labels: [] }, ...comment({ body: "It was lost.", user: { login: "mia", type: "User" } }) },
      [wake],
    ],
    [
      "of a pull request's own author is part of nothing",
      { issue: pullRequest, ...comment({ body: "It was lost.", user: { login: "mia", type: "User" } }) },
      [],
    ],
    [
      "with a hypothesis is run, and wakes what links to its issue",
      { issue: problem, ...comment({ body: "/outcome hypothesis It would help." }) },
      [run("problem"), wake],
    ],
    [
      "with a hypothesis on a pull request is run there",
      { issue: pullRequest, ...comment({ body: "/outcome hypothesis It would help." }) },
      [run("pull_request")],
    ],
    [
      "of a bot states no hypothesis",
      { issue: problem, ...comment({ body: "/outcome hypothesis It would help.", user: bot }) },
      [],
    ],
    [
      "of a problem's own author is part of it also where something in it may be a command",
      { issue: problem, ...comment({ body: "It was lost.\n/outcome check", user: { login: "mia", type: "User" } }) },
      [run("problem"), review, wake],
    ],
  ])("%s", (_title, over, jobs) => {
    expect(jobsOf("issue_comment", { action: "created", ...over })).toEqual(jobs);
  });
});

describe("a comment that changes", () => {
  test.each<[string, "edited" | "deleted", object, readonly object[]]>([
    [
      "no longer commands once it was edited",
      "edited",
      { issue: pullRequest, ...edited, ...comment({ body: "-" }) },
      [look],
    ],
    ["never commands by being edited", "edited", { issue: pullRequest }, [look]],
    ["no longer commands once it was deleted", "deleted", { issue: pullRequest }, [look]],
    ["no longer commands once a bot deleted it", "deleted", { issue: pullRequest, sender: bot }, [look]],
    ["on an issue wakes the issue", "deleted", { issue: problem }, [review]],
    [
      "takes its hypothesis from what links to the issue",
      "edited",
      { issue: problem, changes: { body: { from: "/outcome hypothesis It would help." } }, ...comment({ body: "-" }) },
      [review, wake],
    ],
    [
      "wakes what links to the issue whose author wrote it",
      "deleted",
      { issue: problem, ...comment({ body: "It was lost.", user: { login: "mia", type: "User" } }) },
      [review, wake],
    ],
    ["asks for nothing where it never commanded", "edited", { issue: pullRequest, ...comment({ body: "-" }) }, []],
    ["asks for nothing where it is a bot's", "deleted", { issue: pullRequest, ...comment({ user: bot }) }, []],
  ])("%s", (_title, ...[action, over, jobs]) => {
    expect(jobsOf("issue_comment", { action, ...over })).toEqual(jobs);
  });
});

describe("the check's button", () => {
  const pressed = { action: "requested_action", requested_action: { identifier: "recheck" } };
  const press = { kind: "press-recheck", installation: 7, repository: place, login: "ada" };

  test("names the commit and who pressed it", () => {
    const job = { ...press, sha: expect.any(String) };
    expect(jobsOf("check_run", { ...pressed, sender: ada })).toEqual([job]);
  });

  test("of a merge group names its branch too", () => {
    const branch = "gh-readonly-queue/main/pr-12-abc";
    const groups = { head_sha: "f".repeat(40), check_suite: { head_branch: branch } };
    expect(jobsOf("check_run", { ...pressed, sender: ada, check_run: groups })).toEqual([
      { ...press, sha: "f".repeat(40), ref: `refs/heads/${branch}` },
    ]);
  });

  test.each<[string, object]>([
    ["is another one", { requested_action: { identifier: "deploy" }, sender: ada }],
    ["is not named", { requested_action: null, sender: ada }],
    ["was pressed by a bot", { sender: bot }],
    ["was pressed by nobody who is known", { sender: null }],
  ])("asks for nothing where it %s", (_title, over) => {
    expect(read("check_run", { ...pressed, ...over })).toEqual({ kind: "ignored" });
  });
});

test("what says which comment must be there", () => {
  const { comment: told } = { comment: undefined, ...payloads["issue_comment"] };
  expect(read("issue_comment", { action: "created", comment: { ...Object(told), node_id: undefined } })).toMatchObject({
    kind: "unreadable",
    why: expect.stringContaining("comment.node_id"),
  });
});
