import { expect, test } from "vitest";
import type { Failure } from "../../src/sandbox/github/server/faults.ts";
import { failureOf } from "./support/clients.ts";
import { expectClean, house, permissions } from "./support/simulated-house.ts";

const place = { owner: "acme", name: "shop" };
const label = { name: "outcome: board", color: "0075ca", description: "What we learned" };
const board = { title: "What we learned", body: "Nothing yet", label };

test("a board is made once, found by its label, changed and pinned", async () => {
  const { github, reader, board: hands } = await house();
  expect(await reader.findBoard(place, label.name)).toBeNull();
  const made = await hands.createBoard(place, board);
  if (made.kind !== "created") throw new Error(made.kind);
  const { number, nodeId } = made;
  const found = { number, nodeId, title: board.title, body: board.body, state: "open", isPinned: false, locked: false };
  expect(await reader.findBoard(place, label.name)).toEqual(found);
  expect(await hands.updateBoard(place, number, { body: "One thing" })).toEqual({ kind: "done" });
  expect(await hands.pinBoard(nodeId)).toEqual({ kind: "done" });
  expect(await reader.readBoard(place, number)).toEqual({ ...found, body: "One thing", isPinned: true });
  expectClean(github);
});

test("what a stranger labelled like the board is not found, and one that a person closed stays closed", async () => {
  const { github, people, shop, reader, board: hands } = await house();
  people.openIssue({ repository: shop, author: "eve", title: board.title, labels: [label.name] });
  expect(await reader.findBoard(place, label.name)).toBeNull();
  const made = await hands.createBoard(place, board);
  if (made.kind !== "created") throw new Error(made.kind);
  people.closeIssue({ issue: { repository: "acme/shop", number: made.number }, by: "ada", reason: "not_planned" });
  expect(await hands.updateBoard(place, made.number, { title: "Still" })).toEqual({ kind: "done" });
  expect(await reader.findBoard(place, label.name)).toMatchObject({ number: made.number, state: "closed" });
  people.deleteIssue({ issue: { repository: "acme/shop", number: made.number }, by: "ada" });
  expect(await reader.readBoard(place, made.number)).toBeNull();
  expect(await hands.updateBoard(place, made.number, { title: "Gone" })).toEqual({ kind: "done" });
  expect(await hands.pinBoard(made.nodeId)).toMatchObject({ kind: "refused" });
  expectClean(github);
});

const lost: readonly Failure[] = [
  { kind: "answers", status: 502, moment: "after" },
  { kind: "resets", moment: "after" },
];

test.each(lost)("a board that was made without our hearing of it is found: GitHub $kind", async (does) => {
  const { github, reader, board: hands } = await house();
  github.faults.add({ on: "issues/create", does });
  await failureOf(hands.createBoard(place, board));
  expect(await reader.findBoard(place, label.name)).toMatchObject({ title: board.title, state: "open" });
  expectClean(github);
});

test("a fourth issue is not pinned, and that is an answer", async () => {
  const { github, people, shop, reader, board: hands } = await house();
  for (const title of ["one", "two", "three"]) {
    people.pinIssue({ issue: people.openIssue({ repository: shop, author: "ada", title }) });
  }
  const made = await hands.createBoard(place, board);
  if (made.kind !== "created") throw new Error(made.kind);
  expect(await hands.pinBoard(made.nodeId)).toEqual({ kind: "refused", reason: expect.stringContaining("3") });
  expect(await reader.readBoard(place, made.number)).toMatchObject({ isPinned: false });
  expectClean(github);
});

test("what the installation did not grant is refused and told", async () => {
  const { board: hands } = await house({ ...permissions, issues: "read" });
  const refused = { kind: "refused", reason: "Resource not accessible by integration" };
  expect(await hands.createBoard(place, board)).toEqual(refused);
  expect(await hands.updateBoard(place, 1, { title: "x" })).not.toEqual({ kind: "created" });
});
