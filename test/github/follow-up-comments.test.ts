import { expect, test } from "vitest";
import { followUpKind, questionMarker, reminderMarker } from "../../src/core/report/marker.ts";
import { testReader } from "./support/clients.ts";
import { answerFrom, paged } from "./support/graphql-answers.ts";
import { stayOffline } from "./support/offline.ts";
import { alice, comment, issue, only, otherBot, ownComment, repository } from "./support/things.ts";

const reference = { owner: "acme", name: "shop", number: 12 };

stayOffline();

async function read(comments: readonly object[], known: "cold" | "none" = "cold") {
  const open = issue({ comments: paged(comments) });
  answerFrom({ repository: only(repository({ issue: () => open })), node: () => open });
  const reading = await testReader({ followUpKind }).readProblem(reference, { kind: known });
  return reading?.thread.followUpComments ?? [];
}

const others = Array.from({ length: 100 }, (_, at) => comment(1000 + at));
const question = { body: `${questionMarker}\nDid it help?` };
const reminder = { body: `${reminderMarker}\nStill open` };

test("our question is found when it is the 101st comment, and our reminder behind it, with their dates", async () => {
  const [asked, reminded, ...more] = await read([...others, ownComment(5, question), ownComment(6, reminder)]);
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ id: 5, nodeId: "IC_5", kind: "question", createdAt: new Date("2025-02-01T00:05:00Z") });
  expect(reminded).toMatchObject({ id: 6, kind: "reminder", createdAt: new Date("2025-02-01T00:06:00Z") });
});

test("twins are both found, oldest first", async () => {
  const found = await read([ownComment(5, question), ...others, ownComment(2000, question)]);
  expect(found.map(({ id }) => id)).toEqual([5, 2000]);
});

test("one that somebody hid is told as hidden", async () => {
  const [asked] = await read([ownComment(5, { ...question, isMinimized: true, minimizedReason: "off-topic" })]);
  expect(asked).toMatchObject({ minimised: true, minimisedReason: "off-topic" });
});

test.each([
  ["a person", { author: alice }],
  ["a person named like us", { author: { __typename: "User", login: "outcome-link" } }],
  ["another app", { author: otherBot }],
  ["a deleted account", { author: null }],
])("%s that writes our marker has asked nothing", async (_name, fields) => {
  expect(await read([ownComment(5, { ...question, ...fields })])).toEqual([]);
});

test("a comment of ours that quotes the marker further on is no question", async () => {
  expect(await read([ownComment(5, { body: `> ${questionMarker}` })])).toEqual([]);
});

test("where not all comments are read, none is told of", async () => {
  expect(await read([ownComment(5, question)], "none")).toEqual([]);
});
