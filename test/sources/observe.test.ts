import { describe, expect, test } from "vitest";
import { observe } from "../../src/sources/observe.ts";
import type { CommentReading, KnownComment, ThreadReading } from "../../src/sources/ports.ts";
import { commentReading, emptyThread, repositoryReading } from "../support/readings.ts";

const cold: KnownComment = { kind: "cold" };
const none: KnownComment = { kind: "none" };
const shownByUs: KnownComment = { kind: "present", id: 901, nodeId: "IC_901", minimisedByUs: false };
const hiddenByUs: KnownComment = { ...shownByUs, minimisedByUs: true };

function comment(thread: Partial<ThreadReading>, known: KnownComment) {
  return observe({ thread: { ...emptyThread, ...thread }, checkRun: null, repository: repositoryReading }, known)
    .comment;
}

describe("our comment", () => {
  test.each<[string, Partial<ThreadReading>, KnownComment, string]>([
    ["is not there", {}, cold, "none"],
    ["is not there, as the index knows", {}, none, "none"],
    [
      "was deleted by somebody",
      { ownCommentDeletions: [new Date("2026-03-02T09:00:00Z")] },
      cold,
      "deleted-by-a-person",
    ],
    [
      "is not there, and an answer to a command was deleted",
      { ownCommentDeletions: [new Date("2026-03-02T09:00:00Z")] },
      none,
      "none",
    ],
    ["is gone, though the index knew it", {}, shownByUs, "deleted-by-a-person"],
    ["is there", { ownComments: [commentReading()] }, cold, "present"],
    [
      "is there again after an earlier one was deleted",
      { ownComments: [commentReading()], ownCommentDeletions: [new Date("2026-03-02T09:00:00Z")] },
      shownByUs,
      "present",
    ],
  ])("%s", (_title, ...[thread, known, kind]) => {
    expect(comment(thread, known).kind).toBe(kind);
  });

  test.each<[string, Partial<CommentReading>, KnownComment, string]>([
    ["is shown", {}, hiddenByUs, "no"],
    ["was hidden as resolved after we noted it", { minimised: true, minimisedReason: "resolved" }, hiddenByUs, "by-us"],
    [
      "was hidden as resolved, and we did not",
      { minimised: true, minimisedReason: "resolved" },
      shownByUs,
      "by-a-person",
    ],
    [
      "was hidden as resolved, and nobody knows by whom",
      { minimised: true, minimisedReason: "resolved" },
      cold,
      "by-us",
    ],
    ["was hidden as off-topic", { minimised: true, minimisedReason: "off-topic" }, hiddenByUs, "by-a-person"],
    ["was hidden without a reason", { minimised: true, minimisedReason: null }, cold, "by-a-person"],
  ])("%s", (_title, ...[one, known, hidden]) => {
    expect(comment({ ownComments: [commentReading(one)] }, known)).toMatchObject({ kind: "present", hidden });
  });

  test("is the oldest; later ones are its twins", () => {
    const ownComments = [commentReading(), commentReading({ id: 902 }), commentReading({ id: 903 })];
    expect(comment({ ownComments }, cold)).toMatchObject({ id: 901, nodeId: "IC_901", body: "Ask", twins: [902, 903] });
  });
});

test("labels are told as they stand", () => {
  const thread = { ...emptyThread, labels: ["ui"], labelsRemovedByOthers: ["outcome: pending"] };
  const repository = { ...repositoryReading, outcomeLabels: ["outcome: due"] };
  expect(observe({ thread, checkRun: null, repository }, cold).labels).toEqual({
    onThread: ["ui"],
    removedByAPerson: ["outcome: pending"],
    inRepository: ["outcome: due"],
  });
});
