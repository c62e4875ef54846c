import { describe, expect, test } from "vitest";
import type { Actor } from "../../src/core/facts/actor.ts";
import { gatherProblem, gatherPullRequest } from "../../src/sources/gather.ts";
import type { PullRequestReading } from "../../src/sources/ports.ts";
import { ada, minutesAgo, noon, reference } from "../support/facts.ts";
import type { SmallGitHub } from "../support/readings.ts";
import {
  around,
  emptyThread,
  found,
  gatherSettings,
  issueReading,
  problemReading,
  pullRequestReading,
  smallGitHub,
} from "../support/readings.ts";

const grace: Actor = { login: "grace", kind: "user" };
const bot: Actor = { login: "ada", kind: "bot" };
const sha = "0123456789abcdef0123456789abcdef01234567";

interface Given {
  readonly reading?: Partial<PullRequestReading>;
  readonly written?: unknown;
  readonly holds?: SmallGitHub;
}

async function gather({ reading = {}, written = {}, holds = {} }: Given) {
  const { github, asked } = smallGitHub(holds);
  const { facts } = await gatherPullRequest(pullRequestReading(reading), gatherSettings(written), around(github));
  return { facts, asked };
}

describe("what people say by commands", () => {
  const comment = {
    id: 1,
    nodeId: "IC_1",
    author: ada,
    createdAt: minutesAgo(5),
    edited: false,
    hidden: false,
    belongs: true,
  };
  const linked = found(issueReading("#12", { body: "Evidence: 40 tickets a week" }));

  function thread(...bodies: readonly string[]): Partial<PullRequestReading> {
    return { thread: { ...emptyThread, commandComments: bodies.map((body, id) => ({ ...comment, id, body })) } };
  }

  test("links a problem, from which statements are read", async () => {
    const { facts, asked } = await gather({ reading: thread("/outcome link #12"), holds: { references: [linked] } });
    expect(asked).toEqual(["references acme/shop#12"]);
    expect(facts.links).toMatchObject([{ origins: [{ kind: "command", by: "ada" }], target: { kind: "found" } }]);
    expect(facts.statements.evidence).toMatchObject({ source: { kind: "problem", issue: reference("#12") } });
  });

  test("unlinks what GitHub itself links", async () => {
    const { facts } = await gather({ reading: { ...thread("/outcome unlink #12"), developmentLinks: [linked] } });
    expect(facts.links).toEqual([]);
    expect(facts.statements.evidence.reading.grade).toBe("absent");
  });

  test("states the hypothesis in the place of the text's", async () => {
    const body = "We believe bigger pictures for buyers will raise sales.";
    const said = thread("/outcome hypothesis We believe prices with tax for buyers will end complaints.");
    const { facts } = await gather({ reading: { ...said, body } });
    expect(facts.statements.hypothesis).toMatchObject({
      reading: { value: { effect: "end complaints" }, place: { kind: "comment", name: "ada" } },
      source: { kind: "own" },
    });
  });

  test("states the hypothesis of a problem", async () => {
    const said = thread("/outcome hypothesis We believe prices with tax for buyers will end complaints.").thread;
    const reading = problemReading(issueReading("#12", { author: ada }), said === undefined ? {} : { thread: said });
    const { facts } = await gatherProblem(reading, gatherSettings(), around(smallGitHub().github));
    expect(facts.statements.hypothesis.reading).toMatchObject({ grade: "stated", place: { kind: "comment" } });
  });

  test("needs nobody's role twice", async () => {
    const reading = { ...thread("/outcome unskip"), body: "No outcome: a typo" };
    const { asked } = await gather({ reading, written: { mode: "require" }, holds: { roles: { ada: "write" } } });
    expect(asked).toEqual(["role of ada"]);
  });

  test("of pull requests without commands costs no request", async () => {
    expect((await gather({ reading: thread("Thanks!", "> /outcome check") })).asked).toEqual([]);
  });
});

describe("the statements of a pull request", () => {
  const linked = found(issueReading("#12", { body: "Evidence: 40 tickets a week" }));

  test("are read from its body and from the issue it links", async () => {
    const body = "Part of #12\n\nProblem: Buyers see another price at the till.";
    const { facts, asked } = await gather({ reading: { body }, holds: { references: [linked] } });
    expect(asked).toEqual(["references acme/shop#12"]);
    expect(facts.links).toMatchObject([{ reference: reference("#12"), target: { kind: "found" } }]);
    expect(facts.statements.problem).toMatchObject({ reading: { grade: "stated" }, source: { kind: "own" } });
    expect(facts.statements.evidence).toMatchObject({ source: { kind: "problem", issue: reference("#12") } });
  });

  test("are still read from the issue that the merge closed, where only open problems count", async () => {
    const closed = found(issueReading("#12", { state: "closed", body: "Evidence: 40 tickets a week" }));
    const given = { written: { problems: { state: "open" } }, holds: { references: [closed] } };
    const open = await gather({ ...given, reading: { body: "Fixes #12" } });
    const merged = await gather({ ...given, reading: { body: "Fixes #12", state: "merged", mergedAt: noon } });
    expect(open.facts.statements.evidence.reading.grade).toBe("absent");
    expect(merged.facts.statements.evidence.reading.grade).toBe("stated");
  });

  test("are compared with the repository's own template", async () => {
    const body = "## Problem\n\nDescribe the problem in a sentence or two.";
    const { facts } = await gather({ reading: { body, templates: [body] } });
    expect(facts.statements.problem.reading.grade).toBe("template");
  });
});

describe("what is read only when it is needed", () => {
  const optOut = "No outcome: a typo";
  const require = { mode: "require" };

  test.each<[string, Given, readonly string[]]>([
    ["nothing for a plain pull request", {}, []],
    ["nothing for an opt-out while advising", { reading: { body: optOut } }, []],
    [
      "the author's role for an opt-out where rules are required",
      { reading: { body: optOut }, written: require },
      ["role of ada"],
    ],
    [
      "the last editor's role for an opt-out in an edited text",
      { reading: { body: optOut, editor: grace, lastEditedAt: minutesAgo(5) }, written: require },
      ["role of grace"],
    ],
    [
      "nobody's role where the last editor's account is gone",
      { reading: { body: optOut, editor: null, lastEditedAt: minutesAgo(5) }, written: require },
      [],
    ],
    [
      "nobody's role for a bot, whose login may be a person's",
      { reading: { body: optOut, author: bot }, written: { ...require, exemptions: { bots: false } } },
      [],
    ],
    [
      "the author's role for a title that exempts",
      { reading: { title: 'Revert "x"' }, written: require },
      ["role of ada"],
    ],
    ["the paths where a path exempts", { written: { exemptions: { paths: ["docs/**"] } } }, ["paths"]],
    ["nothing for a revert while advising", { reading: { body: `This reverts commit ${sha}.` } }, []],
  ])("%s", async (_title, given, expected) => {
    expect((await gather(given)).asked).toEqual(expected);
  });

  test("a revert is looked up where rules are required, and a true one needs no role", async () => {
    const given = { reading: { body: `This reverts commit ${sha}.` }, written: require };
    const holds = { merges: { [sha]: { additions: 20, deletions: 100, changedFiles: 4 } } };
    expect(await gather({ ...given, holds })).toMatchObject({
      facts: { pullRequest: { reverts: { sha, verified: true } } },
      asked: [`merge commit ${sha}`],
    });
    expect((await gather(given)).asked).toEqual([`merge commit ${sha}`, "role of ada"]);
  });

  test("a revert of a merge that it does not undo is not believed", async () => {
    const reading = { body: `This reverts commit ${sha}.` };
    const holds = { merges: { [sha]: { additions: 100, deletions: 20, changedFiles: 4 } } };
    expect(await gather({ reading, written: require, holds })).toMatchObject({
      facts: { pullRequest: { reverts: { sha, verified: false } } },
      asked: [`merge commit ${sha}`, "role of ada"],
    });
  });

  test("what was read stands in the facts", async () => {
    const reading = { body: optOut, editor: grace, lastEditedAt: minutesAgo(5) };
    const { facts } = await gather({ reading, written: require, holds: { roles: { grace: "maintain" } } });
    expect(facts.pullRequest.editedAt).toEqual(minutesAgo(5));
    expect(facts.pullRequest).toMatchObject({ authorRole: "unread", bodyEditor: { actor: grace, role: "maintain" } });
    const withPaths = await gather({
      written: { exemptions: { paths: ["docs/**"] } },
      holds: { paths: ["docs/a.md"] },
    });
    expect(withPaths.facts.pullRequest.paths).toEqual(["docs/a.md"]);
  });
});

describe("the author's last touch", () => {
  test.each<[string, Partial<PullRequestReading>, number]>([
    ["is the opening, where nothing came after", { headCommittedAt: minutesAgo(90) }, 60],
    ["is the last push", { headCommittedAt: minutesAgo(10) }, 10],
    ["is the author's last edit", { editor: ada, lastEditedAt: minutesAgo(5), headCommittedAt: minutesAgo(10) }, 5],
    ["is an edit by an account that is gone", { editor: null, lastEditedAt: minutesAgo(5) }, 5],
    ["is not somebody else's edit", { editor: grace, lastEditedAt: minutesAgo(5) }, 60],
    ["is not a date to come, which a commit can claim", { headCommittedAt: minutesAgo(-600) }, 60],
  ])("%s", async (_title, reading, minutes) => {
    expect((await gather({ reading })).facts.pullRequest.touchedAt).toEqual(minutesAgo(minutes));
  });

  test("and the moment of readiness are told apart", async () => {
    expect((await gather({ reading: { readyAt: minutesAgo(2) } })).facts.pullRequest.readyAt).toEqual(minutesAgo(2));
    expect((await gather({})).facts.pullRequest.readyAt).toEqual(minutesAgo(60));
  });
});

describe("a problem under review", () => {
  const issue = issueReading("#12", {
    body: "Problem: Buyers see another price.",
    author: grace,
    createdAt: minutesAgo(60),
  });
  const { github } = smallGitHub();

  test("states what its own text states", async () => {
    const { facts, observed } = await gatherProblem(problemReading(issue), gatherSettings(), around(github));
    expect(facts).toMatchObject({
      kind: "problem",
      touchedAt: minutesAgo(60),
      statements: { problem: { source: { kind: "own" } } },
    });
    expect(observed.checkRun).toBeNull();
  });

  test("is under what everybody can see above it", async () => {
    const parents = [issueReading("#3"), issueReading("acme/secret#2", { visibility: "private" }), issueReading("#1")];
    const { facts } = await gatherProblem(problemReading(issue, { parents }), gatherSettings(), around(github));
    expect(facts.parents.map(({ reference: { number } }) => number)).toEqual([3]);
  });

  test.each([
    ["its author's", grace, 5],
    ["somebody else's", ada, 60],
  ])("was last touched by %s edit", async (_title, editor, minutes) => {
    const reading = problemReading(issue, { editor, lastEditedAt: minutesAgo(5) });
    expect((await gatherProblem(reading, gatherSettings(), around(github))).facts.touchedAt).toEqual(
      minutesAgo(minutes),
    );
  });
});
