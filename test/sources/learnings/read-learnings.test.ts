import { describe, expect, test } from "vitest";
import type { Role } from "../../../src/core/facts/actor.ts";
import { findProblems, problemPolicyFor } from "../../../src/core/facts/find-problem.ts";
import type { Link } from "../../../src/core/facts/link.ts";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import { readLearnings } from "../../../src/sources/learnings/read-learnings.ts";
import type { CommandComment, LearningReading, PullRequestReading } from "../../../src/sources/ports.ts";
import { issue, link, minutesAgo, noon, reference } from "../../support/facts.ts";
import { gatherSettings, nothingKnown, placeOf, pullRequestReading, smallGitHub } from "../../support/readings.ts";
import type { SmallGitHub } from "../../support/readings.ts";

const LABEL = "outcome: invalidated";
const invalidated = link(issue("#12", { labels: ["problem", LABEL] }));

function said(id: number, over: Partial<CommandComment> = {}): CommandComment {
  const author = { login: "grace", kind: "user" } as const;
  const body = `/outcome invalidated Note ${id}`;
  return {
    id,
    nodeId: `IC_${id}`,
    body,
    author,
    createdAt: minutesAgo(1000 - id),
    edited: false,
    hidden: false,
    belongs: true,
    ...over,
  };
}

type Read = LearningReading & { kind: "read" };

function holding(comments: readonly CommandComment[], over: Partial<Read> = {}): LearningReading {
  const place = { ...placeOf({ owner: "acme", name: "shop" }, "public") };
  return { kind: "read", asked: reference("#12"), repository: place, comments, merged: [], ...over };
}

interface Given {
  readonly links?: readonly Link[];
  readonly body?: string;
  readonly reading?: Partial<PullRequestReading>;
  readonly configured?: unknown;
  readonly holds?: boolean;
}

async function read(github: SmallGitHub, given: Given = {}) {
  const { links = [invalidated], body = "Part of #12", configured } = given;
  const settings = gatherSettings(configured);
  const reading = pullRequestReading(given.reading);
  const scope = { repository: reading.repository, policy: problemPolicyFor(settings.problems, reading.state) };
  const subject = { reading, body: parseBody(body), problems: findProblems(links, scope) };
  const { github: reader, asked } = smallGitHub(github);
  const holds = async () => given.holds ?? false;
  const means = { github: { ...reader, holds }, heardIndex: nothingKnown, webUrl: "https://github.com" };
  return { learnings: await readLearnings(subject, settings, means), asked };
}

async function toldBy(comments: readonly CommandComment[], roles: Readonly<Record<string, Role>> = { grace: "write" }) {
  return (await read({ learnings: [holding(comments)], roles })).learnings[0]?.told;
}

describe("nothing is asked for", () => {
  test.each<[string, Given]>([
    ["where no linked problem has the label", { links: [link(issue("#12", { labels: ["problem"] }))] }],
    ["where nothing is linked", { links: [] }],
    ["where the rule is off", { configured: { rules: { "builds-on-learning": { level: "off" } } } }],
    ["once it is merged: it may be its own hypothesis", { reading: { state: "merged", mergedAt: noon } }],
    ["where the label is another's", { links: [link(issue("other/place#12", { labels: [LABEL] }))] }],
    ["where the label is called otherwise here", { configured: { labels: { invalidated: { name: "disproved" } } } }],
    ["where the issue does not count as a problem", { configured: { problems: { types: ["Problem"] } } }],
  ])("%s", async (_title, given) => {
    expect(await read({}, given)).toEqual({ learnings: [], asked: [] });
  });
});

describe("what was learned is asked for in one request", () => {
  test("of the linked problem, by the label as it is configured, in whatever case", async () => {
    const links = [link(issue("#12", { labels: ["Disproved"] }))];
    const { asked } = await read({}, { links, configured: { labels: { invalidated: { name: "disproved" } } } });
    expect(asked).toEqual(["learnings of acme/shop#12"]);
  });

  test("of parents too, each once, at most five", async () => {
    const parents = [13, 14, 15, 16, 17].map((number) => issue(`#${number}`, { labels: [LABEL] }));
    const links = [link(issue("#12"), parents), link(issue("#18", { labels: [LABEL] }), parents)];
    const { asked } = await read({}, { links });
    expect(asked).toEqual(["learnings of acme/shop#13 acme/shop#14 acme/shop#15 acme/shop#16 acme/shop#17"]);
  });

  test("of another owner's place only where the configuration lists it", async () => {
    const links = [link(issue("other/place#12", { labels: [LABEL] }))];
    const { asked } = await read({}, { links, configured: { problems: { repositories: ["other/place"] } } });
    expect(asked).toEqual(["learnings of other/place#12"]);
  });
});

describe("the latest word counts of", () => {
  test("somebody who may write", async () => {
    expect(await toldBy([said(9), said(8)])).toEqual({ kind: "told", note: "Note 9" });
  });

  test.each<[Role, string]>([
    ["none", "untold"],
    ["read", "untold"],
    ["triage", "untold"],
    ["write", "told"],
    ["maintain", "told"],
    ["admin", "told"],
  ])("the role %s: %s", async (role, kind) => {
    expect(await toldBy([said(9)], { grace: role })).toMatchObject({ kind });
  });

  test("the next who may, where later ones may not", async () => {
    const stranger = { login: "olu", kind: "user" } as const;
    const comments = [said(9, { author: stranger }), said(8), said(7)];
    expect(await toldBy(comments)).toEqual({ kind: "told", note: "Note 8" });
  });

  test.each<[string, Partial<CommandComment>]>([
    ["an edited comment", { edited: true }],
    ["a bot's", { author: { login: "grace", kind: "bot" } }],
    ["that of a deleted account", { author: null }],
    ["another outcome", { body: "/outcome validated It helped" }],
    ["a quoted command", { body: "> /outcome invalidated Note" }],
    ["a second line", { body: "Look:\n/outcome invalidated Note" }],
  ])("nobody by %s", async (_title, over) => {
    const { learnings, asked } = await read({ learnings: [holding([said(9, over)])], roles: { grace: "write" } });
    expect(learnings).toMatchObject([{ told: { kind: "untold" } }]);
    expect(asked).toEqual(["learnings of acme/shop#12"]);
  });
});

test("a word without a note tells nothing of what was learned", async () => {
  expect(await toldBy([said(9, { body: "/outcome invalidated" })])).toEqual({ kind: "untold" });
});

test("while a role is not known, older words do not stand in for the latest", async () => {
  const { github } = smallGitHub({ learnings: [holding([said(9), said(8)])] });
  const settings = gatherSettings();
  const reading = pullRequestReading();
  const problems = findProblems([invalidated], { repository: reading.repository, policy: settings.problems });
  const means = {
    github: { ...github, readRole: async () => "unknown" as const },
    heardIndex: nothingKnown,
    webUrl: "https://github.com",
  };
  const [learning] = await readLearnings({ reading, body: parseBody("Part of #12"), problems }, settings, means);
  expect(learning?.told).toEqual({ kind: "unanswered" });
});

test("each person is asked for once, and only five of them", async () => {
  const people = Array.from({ length: 30 }, (_, index) => ({ login: `p${index % 10}`, kind: "user" as const }));
  const comments = people.map((author, index) => said(30 - index, { author }));
  const { asked } = await read({ learnings: [holding(comments)], roles: { p9: "admin" } });
  expect(asked.slice(1)).toEqual(["role of p0", "role of p1", "role of p2", "role of p3", "role of p4"]);
});

test.each([
  ["gone", "untold"],
  ["unreachable", "unanswered"],
] as const)("a problem that is %s by now is %s", async (kind, told) => {
  const { learnings } = await read({ learnings: [{ kind, asked: reference("#12") }] });
  expect(learnings).toEqual([{ problem: reference("#12"), told: { kind: told }, tried: [], takenUp: null }]);
});

test("of a repository that was hidden in the meantime nothing is told", async () => {
  const notes = placeOf({ owner: "acme", name: "notes" }, "private");
  const links = [link(issue("acme/notes#12", { labels: [LABEL] }))];
  const reading = holding([said(9)], { asked: reference("acme/notes#12"), repository: notes });
  const { learnings } = await read({ learnings: [reading], roles: { grace: "write" } }, { links, holds: true });
  expect(learnings).toMatchObject([{ told: { kind: "untold" }, tried: [], takenUp: null }]);
});

describe("on a problem of another repository", () => {
  const links = [link(issue("acme/notes#12", { labels: [LABEL] }))];
  const notes = placeOf({ owner: "acme", name: "notes" }, "public");
  const reading = holding([said(9)], { asked: reference("acme/notes#12"), repository: notes });

  test.each([
    ["roles are read where the installation holds it", true, "told"],
    ["nobody's role is asked for where it does not: GitHub would refuse", false, "untold"],
  ])("%s", async (_title, holds, kind) => {
    const { learnings, asked } = await read({ learnings: [reading], roles: { grace: "write" } }, { links, holds });
    expect(learnings).toMatchObject([{ told: { kind } }]);
    expect(asked.filter((one) => one.startsWith("role"))).toHaveLength(holds ? 1 : 0);
  });
});

describe("earlier pull requests", () => {
  const merged = [
    { reference: reference("#34"), repository: placeOf({ owner: "acme", name: "shop" }, "public"), author: null },
    {
      reference: reference("acme/secret#5"),
      repository: placeOf({ owner: "acme", name: "secret" }, "private"),
      author: null,
    },
    { reference: reference("#7"), repository: placeOf({ owner: "acme", name: "shop" }, "public"), author: null },
  ];

  test("are told as far as everybody may see them, and without this one", async () => {
    const { learnings } = await read(
      { learnings: [holding([], { merged })] },
      { reading: { reference: reference("#7") } },
    );
    expect(learnings[0]?.tried).toEqual([reference("#34")]);
  });

  test("of a stranger's repository are none, unless it is listed", async () => {
    const strange = { owner: "stranger", name: "buy" };
    const more = [
      { reference: reference("stranger/buy#1"), repository: placeOf(strange, "public"), author: null },
      ...merged,
    ];
    const tried = async (configured: unknown) =>
      (await read({ learnings: [holding([], { merged: more })] }, { configured })).learnings[0]?.tried;
    expect(await tried({})).toEqual([reference("#34")]);
    expect(await tried({ problems: { repositories: ["acme/shop", "stranger/buy"] } })).toEqual([
      reference("stranger/buy#1"),
      reference("#34"),
    ]);
  });

  test("take up what was learned where the text links them, and hidden ones do not", async () => {
    const github = { learnings: [holding([said(9)], { merged })], roles: { grace: "write" } as const };
    const takenUp = async (body: string) => (await read(github, { body })).learnings[0]?.takenUp;
    expect(await takenUp("Part of #12, after #34")).toBe("Part of #12, after #34");
    expect(await takenUp("Part of #12, after acme/secret#5")).toBeNull();
  });
});
