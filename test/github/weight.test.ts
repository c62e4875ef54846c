import { expect, test } from "vitest";
import { testReader } from "./support/clients.ts";
import { answerFrom } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, only, otherBot, repository, thread, us } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 12 };

stayOffline();

async function read(fields: Readonly<Record<string, unknown>>) {
  answerFrom({ repository: only(repository({ issue: () => issue(fields) })) });
  return testReader().readProblem(reference, { kind: "none" });
}

async function weightOf(fields: Readonly<Record<string, unknown>>) {
  return (await read(fields))?.issue.weight;
}

const node = (id: string) => ({ __typename: "Issue", id });

function mark(kind: "Marked" | "Unmarked", duplicate: string, over: object = {}) {
  return {
    __typename: `${kind}AsDuplicateEvent`,
    actor: alice,
    isCrossRepository: false,
    canonical: node("I_12"),
    duplicate: node(duplicate),
    ...over,
  };
}

const group = (content: string, totalCount: number) => ({ content, reactors: { totalCount } });

test("reactions that agree are counted", async () => {
  const reactionGroups = [group("THUMBS_UP", 9), group("HEART", 2), group("THUMBS_DOWN", 5), group("CONFUSED", 1)];
  expect(await weightOf({ reactionGroups })).toEqual({ reactions: 11, people: 1, duplicates: 0 });
});

const person = (login: string) => ({ __typename: "User", login });

test("people who wrote it or below it are counted once each: no bot, not this app, no account that is gone", async () => {
  const authors = [person("bo"), alice, person("bo"), person("cy"), us, otherBot, null];
  const written = authors.map((author, index) => comment(index, { author }));
  const hidden = comment(9, { author: person("dee"), isMinimized: true });
  expect(await weightOf(thread("I_12", [...written, hidden]))).toMatchObject({ people: 3 });
});

const reacted = (viewerHasReacted: boolean) => ({
  reactionGroups: [{ viewerHasReacted: false }, { viewerHasReacted }],
});

test("a command, which this app has reacted to, is no word of the problem", async () => {
  const written = [
    comment(1, { author: person("bo"), ...reacted(true) }),
    comment(2, { author: person("cy"), ...reacted(false) }),
    comment(3, { author: person("dee"), ...reacted(true) }),
    comment(4, { author: person("dee"), reactionGroups: null }),
  ];
  expect(await weightOf(thread("I_12", written))).toMatchObject({ people: 3 });
});

test("a bot that opened it is nobody", async () => {
  const written = thread("I_12", [comment(1, { author: person("bo") })]);
  expect(await weightOf({ ...written, author: otherBot })).toMatchObject({ people: 1 });
});

test.each<[string, readonly { readonly __typename: string }[], number]>([
  ["marked as one", [mark("Marked", "I_20"), mark("Marked", "I_21")], 2],
  ["marked twice", [mark("Marked", "I_20"), mark("Marked", "I_20")], 1],
  ["marked no more", [mark("Marked", "I_20"), mark("Unmarked", "I_20")], 0],
  ["marked again", [mark("Marked", "I_20"), mark("Unmarked", "I_20"), mark("Marked", "I_20")], 1],
  ["of another repository, which may be hidden", [mark("Marked", "I_20", { isCrossRepository: true })], 0],
  ["that cannot be seen", [mark("Marked", "I_20", { duplicate: null })], 0],
  ["that this issue is itself", [mark("Marked", "I_12", { canonical: node("I_9") })], 0],
])("duplicates are counted as they stand now: one %s", async (_name, events, duplicates) => {
  expect(await weightOf(thread("I_12", events))).toMatchObject({ duplicates });
});

const by = (id: string, author: unknown) => ({ duplicate: { ...node(id), author } });

test("who wrote a duplicate is told, but not of one that is none any more, of an account that is gone, or of elsewhere", async () => {
  const events = [
    mark("Marked", "I_20", by("I_20", person("bo"))),
    mark("Marked", "I_21", by("I_21", person("cy"))),
    mark("Unmarked", "I_21"),
    mark("Marked", "I_22", by("I_22", null)),
    mark("Marked", "I_23", { ...by("I_23", person("dee")), isCrossRepository: true }),
  ];
  expect((await read(thread("I_12", events)))?.duplicatesBy).toEqual([{ login: "bo", kind: "user" }]);
});

test("an issue of which GitHub tells nothing has no weight", async () => {
  expect(await weightOf({ reactionGroups: null, author: null })).toEqual({ reactions: 0, people: 0, duplicates: 0 });
});
