import { expect, test } from "vitest";
import type { Actor } from "../../src/core/facts/actor.ts";
import { authorComments } from "../../src/sources/author-comments.ts";

const mia: Actor = { login: "mia", kind: "user" };
const said = (body: string, author: Actor | null = mia) => ({ author, body });

test("what the author said counts, oldest first, and what others said does not", () => {
  const others = [said("B", { login: "olu", kind: "user" }), said("C", { login: "mia", kind: "bot" }), said("D", null)];
  expect(authorComments(mia, [said("A"), ...others, said("E")])).toEqual(["A", "E"]);
});

test("where the author's account is gone, nobody's comments are the author's", () => {
  expect(authorComments(null, [said("A", null)])).toEqual([]);
});

test("lines that are commands to us are left out, and what is left of them counts", () => {
  expect(authorComments(mia, [said("/outcome check"), said("/Outcome skip it\r\nEvidence: 14 letters")])).toEqual([
    "Evidence: 14 letters",
  ]);
});

test("together they are no longer than one body may be", () => {
  const long = "a".repeat(40_000);
  expect(authorComments(mia, [said(long), said(long), said("short")])).toEqual([long]);
});
