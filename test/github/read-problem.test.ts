import { expect, test } from "vitest";
import { failureOf, testReader } from "./support/clients.ts";
import { answerFrom, graphqlError, notFound, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, only, otherBot, repository, thread } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 12 };
const none = { kind: "none" } as const;

stayOffline();

const takenOff = {
  __typename: "UnlabeledEvent",
  createdAt: "2026-03-02T09:00:00Z",
  actor: alice,
  label: { name: "outcome: due" },
};

test("an issue is read whole in one query that the published schema accepts", async () => {
  const found = issue({
    state: "CLOSED",
    editor: otherBot,
    lastEditedAt: "2025-02-02T00:00:00Z",
    ...thread("I_12", [takenOff]),
  });
  const log = answerFrom({
    repository: only(repository({ issue: () => found, issueTemplates: [{ body: "Who has it?" }, { body: null }] })),
  });
  const reading = await testReader().readProblem(reference, none);
  expect(log.queries).toHaveLength(1);
  expect(reading).toMatchObject({
    repository: { id: 500, owner: "acme", name: "shop" },
    configuration: { repository: { readable: true }, organisation: { readable: true } },
    templates: ["Who has it?"],
    issue: { reference, title: "Search is slow", state: "closed", type: "Bug" },
    editor: { login: "stale", kind: "bot" },
    lastEditedAt: new Date("2025-02-02"),
    thread: { ownComments: [], labelsRemovedByOthers: ["outcome: due"] },
  });
});

function blob(name: string, text: string | null) {
  return { name, object: { __typename: "Blob", text } };
}

test("issue forms are templates too, and the file that offers them is none", async () => {
  const entries = [
    blob("1-problem.yml", "body: a"),
    blob("2-BUG.YAML", "body: b"),
    blob("config.yml", "blank_issues_enabled: false"),
    blob("old.md", "Who has it?"),
    blob("picture.yml", null),
    { name: "folder.yml", object: { __typename: "Tree" } },
    { name: "submodule.yml", object: null },
  ];
  const folder = ({ expression }: { readonly expression: string }) =>
    expression === "HEAD:.github/ISSUE_TEMPLATE" ? { __typename: "Tree", entries } : null;
  const log = answerFrom({ repository: only(repository({ issue: () => issue(), object: folder })) });
  const reading = await testReader().readProblem(reference, none);
  expect(reading?.templates).toEqual(["body: a", "body: b"]);
  expect(log.queries).toHaveLength(1);
});

test("an issue is read with what stands above it, nearest first", async () => {
  const grandparent = issue({ number: 3, title: "Everything is fast" });
  const found = issue({ parent: issue({ number: 4, parent: grandparent }) });
  answerFrom({ repository: only(repository({ issue: () => found })) });
  const reading = await testReader().readProblem(reference, none);
  expect(reading?.parents.map((one) => one.reference.number)).toEqual([4, 3]);
});

test.each([none, { kind: "cold" } as const])(
  "what was said below an issue is read in the same query, but for what is hidden: our comment is %o",
  async (known) => {
    const comments = paged([comment(1, { body: "A" }), comment(2, { isMinimized: true }), comment(3, { body: "C" })]);
    const log = answerFrom({ repository: only(repository({ issue: () => issue({ comments }) })) });
    const reading = await testReader().readProblem(reference, known);
    expect(reading?.conversation.map(({ author, body }) => [author?.login, body])).toEqual([
      ["alice", "A"],
      ["alice", "C"],
    ]);
    expect(log.queries).toHaveLength(1);
  },
);

test("the thread's labels and the issue's are the same", async () => {
  answerFrom({ repository: only(repository({ issue: () => issue() })) });
  const reading = await testReader().readProblem(reference, none);
  expect(reading?.thread.labels).toEqual(["problem"]);
  expect(reading?.issue.labels).toEqual(["problem"]);
});

test.each([
  ["there is no such issue", { repository: only(repository()) }],
  ["the repository cannot be seen", { repository: () => notFound() }],
])("there is nothing to read when %s", async (_name, root) => {
  answerFrom(root);
  expect(await testReader().readProblem(reference, none)).toBeNull();
});

test("an issue that stands in another repository now is not read here", async () => {
  const elsewhere = {
    databaseId: 7,
    name: "archive",
    owner: { __typename: "Organization", login: "acme" },
    visibility: "PUBLIC",
  };
  answerFrom({ repository: only(repository({ issue: () => issue({ repository: elsewhere }) })) });
  expect(await testReader().readProblem(reference, none)).toBeNull();
});

test("when GitHub fails to read it, that is an error and not an absence", async () => {
  answerFrom({ repository: only(repository({ issue: () => graphqlError(null) })) });
  expect(await failureOf(testReader().readProblem(reference, none))).toEqual({ kind: "unexpected" });
});

test("an issue of a repository that went to another owner is read again there", async () => {
  const owner = { __typename: "User", login: "alice" };
  const place = { databaseId: 500, name: "shop", owner, visibility: "PUBLIC" };
  const log = answerFrom({ repository: only(repository({ owner, issue: () => issue({ repository: place }) })) });
  const reading = await testReader().readProblem(reference, none);
  expect(log.queries).toHaveLength(2);
  expect(reading?.configuration.organisation.owner).toBe("alice");
});
