import { expect, test } from "vitest";
import { gatherPullRequest } from "../../src/sources/gather.ts";
import type { Heard, IssueReading, PullRequestReading } from "../../src/sources/ports.ts";
import { ada, minutesAgo, reference } from "../support/facts.ts";
import { around, found, gatherSettings, issueReading, pullRequestReading, smallGitHub } from "../support/readings.ts";
import type { SmallGitHub } from "../support/readings.ts";

const believed = "/outcome hypothesis We believe prices with tax for buyers will end complaints.";
const grace = { login: "grace", kind: "user" } as const;

function saying(by: typeof ada, body: string, over: Partial<Heard["commands"][number]> = {}): Heard {
  const one = { id: 1, nodeId: "IC_1", body, author: by, createdAt: minutesAgo(30), edited: false, hidden: false };
  const comment = { ...one, belongs: false, ...over };
  return { remarks: [comment], commands: [comment], isPart: false };
}

function issue(at: string, heard?: Heard): IssueReading {
  return issueReading(at, { commentCount: 1, ...(heard && { heard }) });
}

async function gather(links: PullRequestReading["developmentLinks"], holds: SmallGitHub = {}, written: unknown = {}) {
  const { github, asked } = smallGitHub(holds);
  const held = { ...github, holds: async () => false };
  const reading = pullRequestReading({ developmentLinks: links });
  const { facts } = await gatherPullRequest(reading, gatherSettings(written), around(held));
  return { facts, asked };
}

test("what came with the issue is asked for no more", async () => {
  const { facts, asked } = await gather([found(issue("#12", saying(grace, "Evidence: 40 tickets a week")))]);
  expect(facts.statements.evidence).toMatchObject({
    reading: { grade: "stated" },
    source: { kind: "problem-comment", issue: reference("#12") },
  });
  expect(asked).toEqual([]);
});

test("what did not come is asked for in one request, and not where nobody has commented", async () => {
  const links = [found(issue("#12")), found(issue("#13")), found(issueReading("#14"))];
  const heard = [12, 13].map((number) => ({ asked: reference(`#${number}`), heard: saying(grace, believed) }));
  const { facts, asked } = await gather(links, { heard });
  expect(asked).toEqual(["heard below acme/shop#12 acme/shop#13"]);
  expect(facts.statements.hypothesis).toMatchObject({ reading: { grade: "stated" }, source: { kind: "problem" } });
});

test("where GitHub does not answer for it, the link is asked for again", async () => {
  const { facts } = await gather([found(issue("#12"))]);
  expect(facts.links).toMatchObject([{ target: { kind: "unreachable" } }]);
});

test("one person's role is read once, however many problems they spoke on", async () => {
  const links = ["#12", "#13"].map((at) => found(issue(at, saying(ada, believed))));
  const { facts, asked } = await gather(links, { roles: { ada: "write" } });
  expect(facts.statements.hypothesis.reading).toMatchObject({ grade: "stated", place: { name: "ada" } });
  expect(asked).toEqual(["role of ada"]);
});

test.each<[string, { at: string; by: typeof ada; written?: unknown }]>([
  ["by somebody who may not", { at: "#12", by: ada }],
  ["where it is switched off", { at: "#12", by: grace, written: { commands: { hypothesis: "off" } } }],
  ["in a repository whose roles GitHub does not tell here", { at: "acme/notes#12", by: ada }],
  ["in another owner's repository", { at: "globex/notes#12", by: grace }],
])("a hypothesis %s is none", async (_where, { at, by, written = {} }) => {
  const { facts } = await gather(
    [found(issue(at, saying(by, believed)))],
    { roles: { ada: at === "#12" ? "read" : "admin" } },
    written,
  );
  expect(facts.statements.hypothesis.reading.grade).toBe("absent");
  expect(facts.said.undetermined).toBe(false);
});

test("while GitHub does not tell whether somebody may, what is missing stays open", async () => {
  const { github } = smallGitHub();
  const silent = { ...github, readRole: () => Promise.resolve("unknown" as const) };
  const reading = pullRequestReading({ developmentLinks: [found(issue("#12", saying(ada, believed)))] });
  const { facts } = await gatherPullRequest(reading, gatherSettings(), around(silent));
  expect(facts.said.undetermined).toBe(true);
});

test("only five problems are listened to", async () => {
  const links = Array.from({ length: 7 }, (_, i) => found(issue(`#${12 + i}`)));
  const { asked } = await gather(links);
  expect(asked).toEqual(["heard below acme/shop#12 acme/shop#13 acme/shop#14 acme/shop#15 acme/shop#16"]);
});

test("feedback that its author gave below a problem stands behind it here too", async () => {
  const heard = saying(grace, "Users reported it in https://stackoverflow.com/questions/123");
  const { facts } = await gather([found(issue("#12", heard))]);
  expect(facts.links).toMatchObject([{ target: { issue: { weight: { feedback: 1 } } } }]);
});
