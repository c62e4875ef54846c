import { describe, expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";
import type { FollowUpFacts } from "../../../src/core/follow-up/follow-up.ts";

/** 2 March 2026 is a Monday; slots are on Tuesdays at ten. */
const at = (text: string) => new Date(`2026-${text}Z`);

function statesOf(facts: Partial<FollowUpFacts>) {
  return foldRounds(followUpFacts(facts), settings()).map(({ state }) => state);
}

const answer = { outcome: "validated", note: "", via: "comment" } as const;
const on = { owner: "acme", name: "shop", number: 7 };
const ada = { login: "ada", kind: "user" } as const;

describe("one follow-up", () => {
  test("is asked for at the first slot after its window", () => {
    const served = [servedOn(1, at("03-02T09:00"))];
    expect(statesOf({ served, now: at("03-17T09:59") })).toEqual([
      { kind: "pending", dueAt: at("03-16T09:00"), askAt: at("03-17T10:00") },
    ]);
    expect(statesOf({ served, now: at("03-17T10:00") })).toMatchObject([{ kind: "due" }]);
  });

  test("waits for the last of its merges, and never longer than two windows after the first", () => {
    const served = [servedOn(1, at("03-02T09:00")), servedOn(2, at("03-09T09:00"))];
    expect(statesOf({ served, now: at("03-10T00:00") })).toMatchObject([{ dueAt: at("03-23T09:00") }]);
    const many = [...served, servedOn(3, at("03-22T09:00")), servedOn(4, at("03-27T09:00"))];
    expect(statesOf({ served: many, now: at("03-28T00:00") })).toMatchObject([{ dueAt: at("03-30T09:00") }]);
  });

  test("waits for the longest window of what stands, and not for what was taken back", () => {
    const [first, second] = [servedOn(1, at("03-02T09:00")), servedOn(2, at("03-09T09:00"))];
    const long = { ...first, record: { ...first.record, window_days: 30 } };
    expect(statesOf({ served: [long, second], now: at("03-10T00:00") })).toMatchObject([{ dueAt: at("04-08T09:00") }]);
    const [back, now] = [{ revertedAt: at("03-10T09:00") }, at("03-11T00:00")];
    expect(statesOf({ served: [first, { ...second, ...back }], now })).toMatchObject([{ dueAt: at("03-16T09:00") }]);
    expect(statesOf({ served: [{ ...long, ...back }, second], now })).toMatchObject([{ dueAt: at("03-23T09:00") }]);
  });

  test("reminds once a slot later, and ends unmeasured after the grace", () => {
    const given = { served: [servedOn(1, at("03-02T09:00"))], asked: [at("03-17T10:00")] };
    expect(statesOf({ ...given, now: at("03-18T00:00") })).toMatchObject([
      { kind: "asked", remindAt: at("03-24T10:00") },
    ]);
    const reminded = { ...given, reminded: [at("03-24T10:00")] };
    expect(statesOf({ ...reminded, now: at("03-30T00:00") })).toMatchObject([
      { kind: "reminded", lapsesAt: at("03-31T10:00") },
    ]);
    expect(statesOf({ ...reminded, now: at("03-31T10:00") })).toEqual([
      { kind: "settled", outcome: "unmeasured", at: at("03-31T10:00"), answer: null },
    ]);
  });

  test("asked late, on a Monday, is not reminded the next morning", () => {
    const given = { served: [servedOn(1, at("03-02T09:00"))], asked: [at("03-23T18:00")] };
    expect(statesOf({ ...given, now: at("03-24T00:00") })).toMatchObject([{ remindAt: at("03-31T10:00") }]);
  });

  test("is put off by whoever asks for it, and is then reminded of once more", () => {
    const served = [servedOn(1, at("03-02T09:00"))];
    const early = [{ at: at("03-03T00:00"), until: at("04-03T00:00") }];
    expect(statesOf({ served, snoozes: early, now: at("03-18T00:00") })).toMatchObject([
      { kind: "pending", askAt: at("04-07T10:00") },
    ]);
    const late = [{ at: at("03-25T00:00"), until: at("04-25T00:00") }];
    const given = { served, asked: [at("03-17T10:00")], reminded: [at("03-24T10:00")], snoozes: late };
    expect(statesOf({ ...given, now: at("04-01T00:00") })).toMatchObject([
      { kind: "asked", remindAt: at("04-28T10:00") },
    ]);
  });

  test("is answered by the latest word, before the question and after everybody gave up as well", () => {
    const served = [servedOn(1, at("03-02T09:00"))];
    const answers = [
      { ...answer, on, by: ada, at: at("03-05T09:00") },
      { ...answer, on, by: ada, outcome: "invalidated", at: at("06-05T09:00") } as const,
    ];
    expect(statesOf({ served, answers, now: at("07-01T00:00") })).toMatchObject([
      { kind: "settled", outcome: "invalidated", at: at("06-05T09:00") },
    ]);
  });

  test("ends when all its merges were taken back, and goes on where one stands", () => {
    const back = servedOn(1, at("03-02T09:00"), { revertedAt: at("03-04T09:00") });
    const other = servedOn(2, at("03-03T09:00"));
    expect(statesOf({ served: [back], now: at("03-05T00:00") })).toMatchObject([
      { kind: "settled", outcome: "reverted", at: at("03-04T09:00") },
    ]);
    expect(statesOf({ served: [back, other], now: at("03-05T00:00") })).toMatchObject([
      { kind: "pending", dueAt: at("03-17T09:00") },
    ]);
  });

  test("ended when the last of its merges was taken back", () => {
    const back = (number: number, date: string) => servedOn(number, at("03-02T09:00"), { revertedAt: at(date) });
    const served = [back(1, "03-06T09:00"), back(2, "03-08T09:00"), back(3, "03-04T09:00")];
    expect(statesOf({ served, now: at("03-09T00:00") })).toMatchObject([{ at: at("03-08T09:00") }]);
  });

  test("does not wait for what a person took out of it, and goes on with what was merged before that", () => {
    const out = servedOn(1, at("03-02T09:00"), { cancelledAt: at("03-06T09:00") });
    const kept = (date: string) => statesOf({ served: [out, servedOn(2, at(date))], now: at("03-08T00:00") });
    expect(kept("03-05T09:00")).toMatchObject([{ dueAt: at("03-19T09:00") }]);
    expect(kept("03-07T09:00")).toMatchObject([{ kind: "cancelled" }, { dueAt: at("03-21T09:00") }]);
    const late = servedOn(2, at("03-03T09:00"), { cancelledAt: at("03-06T09:00") });
    const first = { served: [servedOn(1, at("03-02T09:00")), late], now: at("03-08T00:00") };
    expect(statesOf(first)).toMatchObject([{ dueAt: at("03-16T09:00") }]);
    const back = { ...late, cancelledAt: null, revertedAt: at("03-07T09:00") };
    expect(statesOf({ served: [out, back], now: at("03-08T00:00") })).toMatchObject([{ outcome: "reverted" }]);
  });

  test("a word of somebody outlives a revert", () => {
    const back = servedOn(1, at("03-02T09:00"), { revertedAt: at("03-08T09:00") });
    const answers = [{ ...answer, on, by: ada, outcome: "invalidated", at: at("03-05T09:00") } as const];
    expect(statesOf({ served: [back], answers, now: at("03-09T00:00") })).toMatchObject([{ outcome: "invalidated" }]);
  });

  test("is cancelled where somebody takes its label off, and answered where somebody answers after that", () => {
    const served = [servedOn(1, at("03-02T09:00"))];
    const cancelled = [at("03-05T09:00")];
    expect(statesOf({ served, cancelled, now: at("04-01T00:00") })).toMatchObject([{ kind: "cancelled" }]);
    const answers = [{ ...answer, on, by: ada, at: at("03-06T09:00") }];
    expect(statesOf({ served, cancelled, answers, now: at("04-01T00:00") })).toMatchObject([{ outcome: "validated" }]);
  });

  test("is answered also where somebody takes the old label off after putting the answer's on", () => {
    const answers = [{ ...answer, on, by: ada, at: at("03-18T10:00:00"), via: "label" } as const];
    const given = { asked: [at("03-17T10:00")], answers, cancelled: [at("03-18T10:00:05")], now: at("03-18T11:00") };
    expect(statesOf({ served: [servedOn(1, at("03-02T09:00"))], ...given })).toMatchObject([{ outcome: "validated" }]);
  });

  test("is not reminded of where the question was taken away, and ends after the grace all the same", () => {
    const asked = [at("03-17T10:00")];
    const given = { served: [servedOn(1, at("03-02T09:00"))], asked, withdrawn: asked };
    expect(statesOf({ ...given, now: at("03-25T10:00") })).toMatchObject([
      { kind: "reminded", lapsesAt: at("03-31T10:00") },
    ]);
    const snoozes = [{ at: at("03-18T00:00"), until: at("05-01T00:00") }];
    expect(statesOf({ ...given, snoozes, now: at("05-01T10:00") })).toMatchObject([{ lapsesAt: at("05-04T12:00") }]);
    expect(statesOf({ ...given, now: at("03-31T10:00") })).toMatchObject([{ outcome: "unmeasured" }]);
  });

  test("goes by the later question where two follow-ups turn out to be one", () => {
    const served = [servedOn(1, at("03-02T09:00")), servedOn(2, at("04-02T09:00"))];
    const asked = [at("03-17T10:00"), at("04-21T10:00")];
    expect(statesOf({ served, asked, now: at("04-22T10:00") })).toMatchObject([{ kind: "asked", at: asked[1] }]);
  });

  test("waits while no release holds it", () => {
    const out = servedOn(1, at("03-02T09:00"), { startsAt: null });
    expect(statesOf({ served: [out], now: at("09-01T00:00") })).toEqual([{ kind: "waiting" }]);
    const released = servedOn(2, at("03-03T09:00"), { startsAt: at("03-10T09:00") });
    expect(statesOf({ served: [out, released], now: at("03-11T00:00") })).toMatchObject([{ dueAt: at("04-07T09:00") }]);
  });
});

describe("what nobody could ask for long", () => {
  const served = [servedOn(1, at("03-02T09:00"))];
  const lapsed = { kind: "settled", outcome: "unmeasured", at: at("06-15T10:00"), answer: null };

  test("is asked for ninety days after its slot, and is unmeasured from then on", () => {
    expect(statesOf({ served, now: at("06-15T09:59") })).toMatchObject([{ kind: "due", askAt: at("03-17T10:00") }]);
    expect(statesOf({ served, now: at("06-15T10:00") })).toEqual([lapsed]);
    expect(statesOf({ served, now: at("12-31T10:00") })).toEqual([lapsed]);
  });

  test("is answered all the same, and asked about where somebody asks for that", () => {
    const answers = [{ ...answer, on, by: ada, at: at("09-05T09:00") }];
    expect(statesOf({ served, answers, now: at("10-01T00:00") })).toMatchObject([{ outcome: "validated" }]);
    const snoozes = [{ at: at("09-05T09:00"), until: at("09-19T09:00") }];
    expect(statesOf({ served, snoozes, now: at("09-06T00:00") })).toMatchObject([{ kind: "pending" }]);
    expect(statesOf({ served, snoozes, now: at("09-22T10:00") })).toMatchObject([{ kind: "due" }]);
  });

  test("is none of it where it was put off, where its release came late, or where it was asked", () => {
    const snoozes = [{ at: at("03-03T00:00"), until: at("12-01T00:00") }];
    expect(statesOf({ served, snoozes, now: at("12-01T10:00") })).toMatchObject([{ kind: "due" }]);
    const released = [servedOn(1, at("03-02T09:00"), { startsAt: at("09-01T09:00") })];
    expect(statesOf({ served: released, now: at("09-15T09:59") })).toMatchObject([{ kind: "pending" }]);
    expect(statesOf({ served: released, now: at("09-15T10:00") })).toMatchObject([{ kind: "due" }]);
    expect(statesOf({ served, asked: [at("03-17T10:00")], now: at("09-01T00:00") })).toMatchObject([{ kind: "asked" }]);
  });

  test("is asked about with what was merged meanwhile, which is given as long", () => {
    const joined = [...served, servedOn(2, at("06-01T09:00"))];
    expect(statesOf({ served: joined, now: at("09-13T08:59") })).toMatchObject([{ kind: "due" }]);
    expect(statesOf({ served: joined, now: at("09-13T09:00") })).toMatchObject([{ outcome: "unmeasured" }]);
  });

  test("is over for what is merged afterwards", () => {
    const later = [...served, servedOn(2, at("06-16T09:00"))];
    expect(statesOf({ served: later, now: at("06-17T00:00") })).toMatchObject([
      { outcome: "unmeasured", at: lapsed.at },
      { kind: "pending", dueAt: at("06-30T09:00") },
    ]);
  });
});

describe("what is merged later", () => {
  const first = servedOn(1, at("03-02T09:00"));

  test("joins while the first is being asked, and asks nothing more", () => {
    const served = [first, servedOn(2, at("03-20T09:00"))];
    expect(statesOf({ served, asked: [at("03-17T10:00")], now: at("03-21T00:00") })).toMatchObject([{ kind: "asked" }]);
  });

  test("begins the next where the first was answered", () => {
    const served = [first, servedOn(2, at("03-20T09:00"))];
    const answers = [{ ...answer, on, by: ada, outcome: "invalidated", at: at("03-18T09:00") } as const];
    expect(statesOf({ served, asked: [at("03-17T10:00")], answers, now: at("03-21T00:00") })).toMatchObject([
      { outcome: "invalidated" },
      { kind: "pending", dueAt: at("04-03T09:00") },
    ]);
  });

  test("begins the next where nobody answered, and that one is asked for again", () => {
    const served = [first, servedOn(2, at("05-20T09:00"))];
    const given = { served, asked: [at("03-17T10:00")], reminded: [at("03-24T10:00")] };
    expect(statesOf({ ...given, now: at("05-21T00:00") })).toMatchObject([
      { outcome: "unmeasured" },
      { kind: "pending", askAt: at("06-09T10:00") },
    ]);
  });

  test("a word that GitHub dates a little ahead of our clock counts", () => {
    const answers = [{ ...answer, on, by: ada, at: at("03-05T09:00:10") }];
    expect(statesOf({ served: [first], answers, now: at("03-05T09:00") })).toMatchObject([{ outcome: "validated" }]);
  });
});
