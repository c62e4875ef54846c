import { describe, expect, test } from "vitest";
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

test("in a locked conversation all that was asked is withdrawn", () => {
  const found = findAskedDates(
    thread({ followUpComments: [comment("question", "17T10:00")], locked: true }),
    labels,
    nothing,
  );
  expect(found.withdrawn).toEqual([at("17T10:00")]);
});

test("one that stands, written a little before its label, was asked once, whatever else of ours was deleted", () => {
  const given = { followUpComments: [comment("question", "17T09:58")], labelEvents: [due("17T10:00")] };
  const found = findAskedDates(thread({ ...given, ownCommentDeletions: [at("18T09:00")] }), labels, nothing);
  expect(found).toMatchObject({ asked: [at("17T09:58")], withdrawn: [] });
});

test("a comment that was deleted before its label was put on was no question", () => {
  const given = { labelEvents: [due("17T10:00")], ownCommentDeletions: [at("17T09:30")] };
  expect(findAskedDates(thread(given), labels, nothing).asked).toEqual([]);
});

test("one that was deleted in the second in which it was asked, and that the index knows, was asked once", () => {
  const known = { asked: [new Date("2026-03-17T10:00:00.400Z")], reminded: [] };
  const given = thread({ ownCommentDeletions: [at("17T10:00")] });
  expect(findAskedDates(given, labels, known).withdrawn).toEqual(known.asked);
  const labelled = findAskedDates({ ...given, labelEvents: [due("17T10:00")] }, labels, known);
  expect(labelled).toMatchObject({ asked: [at("17T10:00")], withdrawn: [at("17T10:00")] });
});

describe("of two follow-ups", () => {
  const given = {
    followUpComments: [comment("question", "17T09:58")],
    labelEvents: [due("02T10:00"), due("17T10:00")],
  };

  test("the first was asked about, too, where its question was deleted", () => {
    const found = findAskedDates(thread({ ...given, ownCommentDeletions: [at("03T09:00")] }), labels, nothing);
    expect(found).toMatchObject({ asked: [at("02T10:00"), at("17T09:58")], withdrawn: [at("02T10:00")] });
  });

  test("the second was reminded of, too, where its reminder was deleted", () => {
    const first = [comment("question", "02T10:00"), comment("reminder", "09T10:00")];
    const followUpComments = [...first, ...given.followUpComments];
    const ownCommentDeletions = [at("25T09:00")];
    const found = findAskedDates(thread({ ...given, followUpComments, ownCommentDeletions }), labels, nothing);
    expect(found.reminded).toEqual([at("09T10:00"), at("25T09:00")]);
  });
});

test("a reminder that stands, or that the index knows, is told once, also where something of ours was deleted", () => {
  const question = comment("question", "17T10:00");
  const ownCommentDeletions = [at("25T09:00")];
  const followUpComments = [question, comment("reminder", "24T10:00")];
  const standing = findAskedDates(thread({ followUpComments, ownCommentDeletions }), labels, nothing);
  const known = { asked: [], reminded: [at("24T10:00")] };
  const noted = findAskedDates(thread({ followUpComments: [question], ownCommentDeletions }), labels, known);
  expect([standing.reminded, noted.reminded]).toEqual([[at("24T10:00")], [at("24T10:00")]]);
});
