import { describe, expect, test } from "vitest";
import { labelsSchema } from "../../../src/core/follow-up/labels.ts";
import {
  findCancelled,
  findCancelledElsewhere,
  findLabelAnswers,
  findOurLabel,
  findOurs,
  findTakenOff,
} from "../../../src/sources/follow-up/label-history.ts";
import type { LabelEventReading } from "../../../src/sources/ports.ts";

const labels = labelsSchema.parse({});
const day = (date: number) => new Date(`2026-03-${String(date).padStart(2, "0")}T12:00:00Z`);

type Who = "us" | "ada" | "a bot" | "nobody";

function event(at: number, written: `${"+" | "-"}${string}`, who: Who): LabelEventReading {
  const by = who === "nobody" ? null : { login: who, kind: who === "ada" ? ("user" as const) : ("bot" as const) };
  const kind = written.startsWith("+") ? "labelled" : "unlabelled";
  return { kind, name: `outcome: ${written.slice(1)}`, at: day(at), by, ours: who === "us" };
}

describe("what is followed up is cancelled", () => {
  test.each([
    ["by a person who takes the label off", [event(1, "+pending", "us"), event(2, "-pending", "ada")], [day(2)]],
    ["by an account that is gone", [event(1, "+due", "us"), event(2, "-due", "nobody")], [day(2)]],
    ["whatever we put on for the next one", [event(2, "-pending", "ada"), event(9, "+pending", "us")], [day(2)]],
    [
      "after an outcome was put on and taken off again",
      [event(1, "+validated", "ada"), event(2, "-validated", "ada"), event(3, "-due", "ada")],
      [day(3)],
    ],
    [
      "once where the second is taken back",
      [event(2, "-pending", "ada"), event(9, "+pending", "us"), event(10, "-due", "ada"), event(11, "+due", "ada")],
      [day(2)],
    ],
    ["twice", [event(2, "-pending", "ada"), event(9, "+pending", "us"), event(10, "-due", "ada")], [day(2), day(10)]],
  ])("%s", (_, events, expected) => {
    expect(findCancelled(events, labels)).toEqual(expected);
  });

  test.each([
    ["where we swap labels", [event(1, "+pending", "us"), event(2, "-pending", "us"), event(2, "+due", "us")]],
    ["where a bot tidies them", [event(1, "+pending", "us"), event(2, "-pending", "a bot")]],
    ["where a person puts it on again", [event(2, "-pending", "ada"), event(3, "+due", "ada")]],
    ["where it gives way to an outcome", [event(2, "+validated", "ada"), event(2, "-due", "ada")]],
    ["by another label", [event(2, "-board", "ada")]],
  ])("not %s", (_, events) => {
    expect(findCancelled(events, labels)).toEqual([]);
  });
});

describe("where a thread only shows what was cancelled elsewhere", () => {
  const cancelled = [event(1, "+pending", "us"), event(2, "-pending", "us")];
  test.each([
    ["it was where we took the label off", cancelled, [day(2)]],
    ["it still was where a bot put it on again", [...cancelled, event(3, "+pending", "a bot")], [day(2)]],
    ["nothing was where a person put it on again", [...cancelled, event(3, "+pending", "ada")], []],
    ["nothing was where a person took it off", [event(1, "+pending", "us"), event(2, "-pending", "ada")], []],
    [
      "nothing was where another label came first",
      [event(1, "+pending", "us"), event(2, "+due", "us"), event(2, "-pending", "us")],
      [],
    ],
    ["nothing was where we took off an outcome", [event(1, "+validated", "us"), event(2, "-validated", "us")], []],
  ])("%s", (_, events, expected) => {
    expect(findCancelledElsewhere(events, labels)).toEqual(expected);
  });

  test("what people took off here is known, whatever came of it", () => {
    const later = [event(3, "-pending", "ada"), event(4, "+pending", "ada"), event(5, "-validated", "ada")];
    expect(findTakenOff([...cancelled, ...later], labels)).toEqual([day(3)]);
  });
});

describe("a label is an answer", () => {
  const ada = { login: "ada", kind: "user" };

  test("where a person put it on, also after we took it off for a later word", () => {
    const events = [event(1, "+validated", "ada"), event(2, "-validated", "us"), event(3, "+invalidated", "ada")];
    expect(findLabelAnswers(events, labels)).toEqual([
      { outcome: "validated", at: day(1), by: ada },
      { outcome: "invalidated", at: day(3), by: ada },
    ]);
  });

  test.each([
    ["a person took off again", [event(1, "+validated", "ada"), event(2, "-validated", "ada")]],
    ["we put on", [event(1, "+validated", "us")]],
    ["a bot put on", [event(1, "+validated", "a bot")]],
    ["says no outcome that people answer", [event(1, "+reverted", "ada"), event(1, "+unmeasured", "ada")]],
  ])("not one that %s", (_, events) => {
    expect(findLabelAnswers(events, labels)).toEqual([]);
  });

  test("whichever else was taken off", () => {
    const events = [event(1, "+validated", "ada"), event(2, "+inconclusive", "ada"), event(3, "-inconclusive", "ada")];
    expect(findLabelAnswers(events, labels).map(({ outcome }) => outcome)).toEqual(["validated"]);
  });

  test("whatever its name, in any case", () => {
    const named = labelsSchema.parse({ validated: { name: "It Helped" } });
    const put = { ...event(1, "+validated", "ada"), name: "IT helped" };
    expect(findLabelAnswers([put], named).map(({ outcome }) => outcome)).toEqual(["validated"]);
  });
});

test("what we put on is told apart from what people did", () => {
  const events = [
    event(1, "+due", "us"),
    event(2, "+due", "ada"),
    event(3, "+due", "us"),
    event(4, "-due", "us"),
    event(5, "+validated", "us"),
  ];
  expect(findOurs(events, labels, "due")).toEqual({ put: [day(1), day(3)], taken: [day(4)] });
});

const findValidated = (labelEvents: readonly LabelEventReading[], ...on: readonly string[]) =>
  findOurLabel({ labels: on, labelEvents }, labels.validated);

test("a label is ours while it stands, unless somebody else put it on last", () => {
  const [ours, put, off] = [event(1, "+validated", "us"), event(2, "+validated", "ada"), event(3, "-validated", "ada")];
  expect(findValidated([ours, event(2, "-due", "us")], "Outcome: Validated")).toEqual(ours);
  expect(findValidated([ours, put], "outcome: validated")).toBeNull();
  expect(findValidated([ours, off])).toBeNull();
});
