import { expect, test } from "vitest";
import { labelsSchema } from "../../../src/core/follow-up/labels.ts";
import { findAskedDates } from "../../../src/sources/follow-up/asked-dates.ts";
import type { FollowUpCommentReading, ThreadReading } from "../../../src/sources/ports.ts";
import { commentReading, emptyThread } from "../../support/readings.ts";

const labels = labelsSchema.parse({});
const nothing = { asked: [], reminded: [] };
const at = (written: string) => new Date(`2026-03-${written}:00Z`);

function comment(kind: "question" | "reminder", written: string, minimised = false): FollowUpCommentReading {
  return { ...commentReading({ minimised }), kind, createdAt: at(written) };
}

function due(written: string): ThreadReading["labelEvents"][number] {
  const by = { login: "outcome-link", kind: "bot" as const };
  return { kind: "labelled", name: "outcome: due", at: at(written), by, ours: true };
}

const thread = (given: Partial<ThreadReading>): ThreadReading => ({ ...emptyThread, ...given });

test("our comments tell when we asked and reminded", () => {
  const followUpComments = [comment("question", "17T10:00"), comment("reminder", "24T10:00")];
  const found = findAskedDates(thread({ followUpComments, labelEvents: [due("17T10:00")] }), labels, nothing);
  expect(found).toEqual({ asked: [at("17T10:00")], withdrawn: [], reminded: [at("24T10:00")] });
});

test("a question that a person hid was asked, and is withdrawn", () => {
  const found = findAskedDates(thread({ followUpComments: [comment("question", "17T10:00", true)] }), labels, nothing);
  expect(found).toMatchObject({ asked: [at("17T10:00")], withdrawn: [at("17T10:00")] });
});

test("of one that a person deleted tells the label that came with it", () => {
  const given = { labelEvents: [due("17T10:00")], ownCommentDeletions: [at("18T09:00")] };
  expect(findAskedDates(thread(given), labels, nothing)).toMatchObject({
    asked: [at("17T10:00")],
    withdrawn: [at("17T10:00")],
  });
});

test("a label without a question, and no comment deleted since, is one that we never came to ask", () => {
  const given = { labelEvents: [due("17T10:00")], ownCommentDeletions: [at("16T09:00")] };
  expect(findAskedDates(thread(given), labels, nothing)).toMatchObject({ asked: [], withdrawn: [] });
});

test("what the index knows and GitHub does not show was asked, once", () => {
  const known = { asked: [at("17T10:00")], reminded: [at("24T10:00")] };
  expect(findAskedDates(emptyThread, labels, known)).toEqual({
    asked: [at("17T10:00")],
    withdrawn: [],
    reminded: [at("24T10:00")],
  });
  const deleted = thread({ ownCommentDeletions: [at("18T09:00")] });
  expect(findAskedDates(deleted, labels, known).withdrawn).toEqual([at("17T10:00")]);
  // Dated by our clock, a little before.
  const followUpComments = [comment("question", "17T10:02"), comment("reminder", "24T10:02")];
  expect(findAskedDates(thread({ followUpComments }), labels, known)).toEqual({
    asked: [at("17T10:02")],
    withdrawn: [],
    reminded: [at("24T10:02")],
  });
});

test("where a comment of ours was deleted when a reminder was due, it counts as that", () => {
  const given = { followUpComments: [comment("question", "17T10:00")], ownCommentDeletions: [at("25T09:00")] };
  expect(findAskedDates(thread(given), labels, nothing).reminded).toEqual([at("25T09:00")]);
  const soon = { ...given, ownCommentDeletions: [at("18T09:00")] };
  expect(findAskedDates(thread(soon), labels, nothing).reminded).toEqual([]);
});
