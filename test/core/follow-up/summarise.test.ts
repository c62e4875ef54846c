import { describe, expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts } from "../../../src/core/follow-up/follow-up.ts";
import { summarise } from "../../../src/core/follow-up/summarise.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const first = servedOn(1, at("03-02T09:00"));

function summaryOf(given: Partial<FollowUpFacts>) {
  const facts = followUpFacts({ served: [first], ...given });
  return summarise(facts, foldRounds(facts, settings()), "checkout");
}

test("a summary tells where it stands, what was believed, and when somebody will be asked", () => {
  expect(summaryOf({ now: at("03-03T09:00") })).toEqual({
    kind: "problem",
    number: 7,
    title: "The total is hidden on small screens",
    theme: "checkout",
    rounds: [
      {
        believed: ["We believe a visible total for shoppers on small screens will lower abandoned carts."],
        exploring: [],
        metric: null,
        baseline: null,
        target: null,
        before: null,
        after: null,
        served: [1],
        first_merged_at: "2026-03-02T09:00:00.000Z",
        last_merged_at: "2026-03-02T09:00:00.000Z",
        due_at: "2026-03-16T09:00:00.000Z",
        ask_at: "2026-03-17T10:00:00.000Z",
        asked_at: null,
        settled_at: null,
        state: "pending",
        note: "",
      },
    ],
  });
});

describe("each state", () => {
  const asked = [at("03-17T10:00")];
  const answer = {
    outcome: "invalidated",
    note: "it is the\nprice",
    at: at("03-20T10:00"),
    by: { login: "ada", kind: "user" },
    on: { owner: "acme", name: "shop", number: 7 },
    via: "comment",
  } as const;

  test.each<[string, Partial<FollowUpFacts>, string | null]>([
    ["waiting", { served: [{ ...first, startsAt: null }] }, null],
    ["pending", { now: at("03-03T09:00") }, null],
    ["due", { now: at("03-17T10:00") }, null],
    ["asked", { now: at("03-18T10:00"), asked }, "2026-03-17T10:00:00.000Z"],
    ["reminded", { now: at("03-25T10:00"), asked, reminded: [at("03-24T10:00")] }, "2026-03-24T10:00:00.000Z"],
    ["unmeasured", { now: at("04-25T10:00"), asked, reminded: [at("03-24T10:00")] }, "2026-03-31T10:00:00.000Z"],
    ["invalidated", { now: at("03-25T10:00"), asked, answers: [answer] }, "2026-03-20T10:00:00.000Z"],
    ["cancelled", { now: at("03-25T10:00"), cancelled: [at("03-05T10:00")] }, "2026-03-05T10:00:00.000Z"],
    ["reverted", { served: [{ ...first, revertedAt: at("03-06T10:00") }] }, "2026-03-06T10:00:00.000Z"],
  ])("%s", (state, given, since) => {
    const { note, ...round } = summaryOf(given).rounds[0] ?? { note: null };
    expect(round).toMatchObject({ state, settled_at: since });
    expect(note).toBe(state === "invalidated" ? "it is the price" : "");
  });
});

test("each follow-up of a problem has its own, oldest first", () => {
  const given = { asked: [at("03-17T10:00")], reminded: [at("03-24T10:00")], now: at("05-21T00:00") };
  const { rounds } = summaryOf({ ...given, served: [first, servedOn(2, at("05-20T09:00"))] });
  expect(rounds.map(({ state, served }) => ({ state, served }))).toEqual([
    { state: "unmeasured", served: [1] },
    { state: "pending", served: [2] },
  ]);
});

function naming(number: number, metric: string | null, target: string | null) {
  const one = servedOn(number, at(`03-0${number + 1}T09:00`));
  return { ...one, record: { ...one.record, metric, target } };
}

test("of several metrics that which was named last is told, with its own numbers", () => {
  const served = [naming(1, "carts", "30 %"), naming(2, "orders", "140"), naming(3, null, null)];
  expect(summaryOf({ served }).rounds[0]).toMatchObject({ metric: "orders", target: "140" });
});

test("what was taken out of it is no longer what was believed", () => {
  const other = servedOn(2, at("03-03T09:00"), { cancelledAt: at("03-04T09:00") });
  const out = { ...other, record: { ...other.record, believed: "Something else." } };
  expect(summaryOf({ served: [first, out] }).rounds[0]?.believed).toHaveLength(1);
});
