import { schema as published } from "@octokit/graphql-schema";
import type { GraphQLSchema } from "graphql";
import { buildSchema, getOperationAST, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { createReader } from "../../src/github/reader.ts";
import type { SchemaFeatures } from "../../src/github/schema-features.ts";
import { enterpriseServer, githubDotCom } from "../../src/github/schema-features.ts";
import { createBoardWriter } from "../../src/github/write-board.ts";
import { createWriter } from "../../src/github/writer.ts";
import { costOf } from "../../src/sandbox/github/graphql/cost.ts";
import { githubSchema } from "../../src/sandbox/github/graphql/schema.ts";
import type { BoardWriter, GitHubReader, GitHubWriter, MergeGroupReading } from "../../src/sources/ports.ts";
import { failureOf, testClient } from "./support/clients.ts";

// The first query of each reading as it stands; those that follow an answer are held to the same schema in the stories,
// where the simulation refuses what the schema refuses.

interface Hands {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
  readonly board: BoardWriter;
}

const nowhere = { owner: "acme", visibility: null, files: [], readable: true };
const place = { owner: "acme", name: "shop" };
const thread = { ...place, number: 7 };
const branch = "gh-readonly-queue/main/pr-7-b";
const group = { ...place, repositoryId: 70, sha: "a".repeat(40), ref: branch, baseBranch: "main", newest: 7 };
const queued: MergeGroupReading = {
  repository: { ...place, id: 70, visibility: "public", defaultBranch: "main", archived: false, outcomeLabels: [] },
  configuration: { repository: { ...nowhere, name: "shop" }, organisation: { ...nowhere, name: ".github" } },
  place: { kind: "queued", numbers: [6, 7] },
  checkRun: null,
};
const noKinds = { labels: [], types: ["Problem"] };
const comment = { id: 5, nodeId: "IC_5" };
const known = { kind: "present", ...comment, minimisedByUs: false } as const;

const asking: readonly (readonly [string, (hands: Hands) => Promise<unknown>])[] = [
  ["a pull request that is not known yet", ({ reader }) => reader.readPullRequest(thread, { kind: "cold" })],
  ["a pull request with a known comment", ({ reader }) => reader.readPullRequest(thread, known)],
  ["a pull request without one", ({ reader }) => reader.readPullRequest(thread, { kind: "none" })],
  ["a problem that is not known yet", ({ reader }) => reader.readProblem(thread, { kind: "cold" })],
  ["a problem with a known comment", ({ reader }) => reader.readProblem(thread, known)],
  ["a pull request with known commands", ({ reader }) => reader.readPullRequest(thread, known, ["IC_7", "IC_8"])],
  ["a problem with known commands", ({ reader }) => reader.readProblem(thread, { kind: "none" }, ["IC_7"])],
  ["a merge group", ({ reader }) => reader.readMergeGroup(group)],
  ["where a merge group stands", ({ reader }) => reader.readMergeGroupPlace(group)],
  ["the pull requests of a merge group", ({ reader }) => reader.readMembers(queued)],
  [
    "the pull requests of a merge group with their commands",
    ({ reader }) =>
      reader.readMembers(
        queued,
        new Map<number, readonly string[] | "cold">([
          [6, ["IC_7"]],
          [7, "cold"],
        ]),
      ),
  ],
  ["references", ({ reader }) => reader.readReferences([thread, { ...thread, name: "site" }])],
  ["a merge", ({ reader }) => reader.readMerge(place, "a".repeat(40))],
  ["a configuration", ({ reader }) => reader.readConfiguration(place)],
  ["a repository", ({ reader }) => reader.findRepository(place)],
  ["open pull requests", ({ reader }) => reader.listOpenPullRequests(place)],
  ["open problems", ({ reader }) => reader.listOpenProblems(place, { labels: ["problem"], types: ["Problem"] })],
  ["which repositories are configured", ({ reader }) => reader.findConfigured([{ ...place, id: 70 }])],
  ["what a sweep compares", ({ reader }) => reader.listForSweep(place, new Date("2026-03-02T09:00:00Z"))],
  ["ten merged pull requests", ({ reader }) => reader.readServed(place, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])],
  [
    "what is followed up",
    ({ reader }) => reader.listMerged(place, { labels: ["outcome: pending", "outcome: due"], since: null }),
  ],
  ["the repository's labels", ({ reader }) => reader.listLabels(place)],
  ["reactions to a question", ({ reader }) => reader.readReactions("IC_5")],
  ["what a merge says of itself", ({ reader }) => reader.readReverting(place, 7)],
  ["whose merge a commit is", ({ reader }) => reader.findMerged(place, "a".repeat(40))],
  ["which issue is the board", ({ reader }) => reader.findBoard(place, "outcome: board")],
  ["the board", ({ reader }) => reader.readBoard(place, 7)],
  [
    "what the board tells where problems have a label",
    ({ reader }) => reader.readBoardFacts(place, { labels: ["problem"], types: [] }),
  ],
  [
    "what the board tells where they have two and types",
    ({ reader }) => reader.readBoardFacts(place, { labels: ["problem", "pain"], types: ["Problem"] }),
  ],
  ["what the board tells where only types are problems", ({ reader }) => reader.readBoardFacts(place, noKinds)],
  ["pinning the board", ({ board }) => board.pinBoard("I_7")],
  ["hiding a comment", ({ writer }) => writer.apply(thread, [{ kind: "minimise-comment", ...comment }])],
  ["showing it again", ({ writer }) => writer.apply(thread, [{ kind: "restore-comment", ...comment }])],
];

/** The queries that are sent before anything is answered. */
async function queriesOf(
  ask: (hands: Hands) => Promise<unknown>,
  features: SchemaFeatures,
): Promise<readonly string[]> {
  const sent: string[] = [];
  const graphql = async (query: string) => {
    sent.push(query);
    throw new Error("Only the query is of interest");
  };
  const client = { ...testClient(), graphql };
  const reader = createReader({ client, app: { id: 99, slug: "outcome-link" }, isOurs: () => true, features });
  await failureOf(ask({ reader, writer: createWriter(client), board: createBoardWriter(client) }));
  return sent;
}

let older: GraphQLSchema | undefined;
const publishedSchema = () => (older ??= buildSchema(published.idl, { assumeValid: true, assumeValidSDL: true }));

describe.each([
  ["github.com", githubDotCom, githubSchema],
  ["a GitHub Enterprise Server", enterpriseServer, publishedSchema],
] as const)("what is sent to %s is what GitHub's schema takes", (_, features, schema) => {
  test.each(asking)("%s", async (__, ask) => {
    const sent = await queriesOf(ask, features);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.flatMap((query) => validate(schema(), parse(query)).map((error) => error.message))).toEqual([]);
  });
});

test.each(asking)("a GitHub Enterprise Server is not asked for what it may lack: %s", async (_, ask) => {
  const sent = await queriesOf(ask, enterpriseServer);
  expect(sent.join("\n")).not.toMatch(/\b(?:parent|issueType|enableDuplicate)\b/);
});

test.each(asking.filter(([what]) => what.startsWith("a pull request")))(
  "one look costs two points: %s",
  async (_, ask) => {
    const [query = ""] = await queriesOf(ask, githubDotCom);
    const document = parse(query);
    const selection = getOperationAST(document)?.selectionSet;
    expect(selection && costOf(document, selection, {}).points).toBe(2);
  },
);

test.each([
  ["ten merged pull requests", 1],
  ["what is followed up", 2],
  ["what the board tells where problems have a label", 2],
  ["what the board tells where they have two and types", 6],
  ["which issue is the board", 1],
  ["the board", 1],
])("%s: it costs %i points", async (what, points) => {
  const [, ask] = asking.find(([name]) => name === what) ?? [];
  const [query = ""] = ask === undefined ? [] : await queriesOf(ask, githubDotCom);
  const document = parse(query);
  const selection = getOperationAST(document)?.selectionSet;
  expect(selection && costOf(document, selection, {}).points).toBe(points);
});

test("issue types are still to be added to the published schema", () => {
  expect(published.idl).not.toMatch(/\bissueType\b/);
});
