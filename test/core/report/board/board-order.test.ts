import { expect, test } from "vitest";
import { renderBoard } from "../../../../src/core/report/board/render-board.ts";
import type { BoardFacts } from "../../../../src/core/report/board/board-facts.ts";
import { boardFacts, problemOf, summaryOf } from "../../../support/board.ts";

/** The numbers of what one section links to, in its order. */
function listed(facts: Partial<BoardFacts>, heading: string): readonly number[] {
  const section = renderBoard(boardFacts(facts)).body.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return Array.from(section.matchAll(/\/(?:issues|pull)\/(\d+)\)/g), ([, number]) => Number(number));
}

const date = (day: number) => `2026-03-${String(day).padStart(2, "0")}T09:00:00Z`;

test("what waits for an answer the longest is due first, and what is not asked yet by its day", () => {
  const summaries = [
    summaryOf(1, [{ state: "asked", asked_at: date(10) }]),
    summaryOf(2, [{ state: "reminded", asked_at: date(3) }]),
    summaryOf(3, [{ state: "due", ask_at: date(5) }]),
    summaryOf(4, [{ state: "asked", asked_at: date(3) }]),
  ];
  expect(listed({ summaries }, "Due now")).toEqual([4, 2, 3, 1]);
  expect(listed({ summaries }, "Pending")).toEqual([]);
});

test("what is asked about next is pending first, and what waits for a release last", () => {
  const summaries = [
    summaryOf(1, [{ state: "waiting", ask_at: null }]),
    summaryOf(2, [{ ask_at: date(24) }]),
    summaryOf(3, [{ ask_at: date(17) }]),
  ];
  expect(listed({ summaries }, "Pending")).toEqual([3, 2, 1]);
});

test("the latest news is told first of what was learned, and of what was tried often the latest five", () => {
  const ended = (day: number) => ({ state: "validated", settled_at: date(day), note: `Seen on ${day}.` }) as const;
  const cancelled = { state: "cancelled" as const, settled_at: date(20), believed: ["Cancelled."] };
  const often = summaryOf(1, [1, 2, 3, 4, 5, 6, 7].map(ended));
  const summaries = [often, summaryOf(2, [ended(9), cancelled]), summaryOf(3, [ended(5), ended(8)])];
  expect(listed({ summaries }, "Learned lately")).toEqual([2, 3, 1]);
  const { body } = renderBoard(boardFacts({ summaries }));
  expect(body).toContain("| 2 earlier |");
  expect(body).toContain("Seen on 3.");
  expect(body).not.toMatch(/Seen on 2\.|Cancelled\./);
});

test("what was decided last stands first, and the reason that was given most often", () => {
  const declined = [4, 20, 12].map((day) => {
    return { kind: "problem", number: day, title: "Dark mode", at: new Date(date(day)), reason: null } as const;
  });
  expect(listed({ declined }, "Decided not to")).toEqual([20, 12, 4]);
  const optOuts = ["typo", "docs", "Docs"].map((reason, at) => ({ number: 30 - at, reason, at: new Date(date(1)) }));
  expect(listed({ optOuts }, "Opt-outs")).toEqual([29, 28, 30]);
  // Of two that were given as often, that of the newest pull request.
  const spaced = ["a  typo", "docs", "a typo"].map((reason, at) => ({
    number: 30 - at,
    reason,
    at: new Date(date(1)),
  }));
  expect(listed({ optOuts: spaced }, "Opt-outs")).toEqual([30, 28, 29]);
  expect(listed({ optOuts: spaced.slice(0, 2) }, "Opt-outs")).toEqual([30, 29]);
  expect(listed({ optOuts: spaced.slice(0, 2).toReversed() }, "Opt-outs")).toEqual([30, 29]);
  const same = [1, 2, 3, 4, 5, 6].map((number) => ({ number, reason: "typo", at: new Date(date(1)) }));
  expect(listed({ optOuts: same }, "Opt-outs")).toEqual([1, 2, 3, 4, 5]);
  expect(renderBoard(boardFacts({ optOuts: same.slice(1) })).body).toMatch(/\/pull\/6\) \|$/m);
  expect(renderBoard(boardFacts({ optOuts: same })).body).toMatch(/\/pull\/5\) and 1 more \|$/m);
});

test("problems stand under their themes by the weight of evidence, feedback before reactions", () => {
  const weight = { reactions: 0, people: 0, duplicates: 0, feedback: 0 };
  const problems = [
    problemOf(1, { theme: null, weight: { ...weight, feedback: 9 } }),
    problemOf(2, { theme: "Pay", weight: { ...weight, reactions: 50 } }),
    problemOf(3, { theme: "Pay", weight: { ...weight, feedback: 1 } }),
    problemOf(4, { theme: "Find", weight: { ...weight, people: 2 } }),
    problemOf(5, { theme: "Find", weight: { ...weight, duplicates: 1 } }),
  ];
  expect(listed({ problems }, "Problems")).toEqual([5, 4, 3, 2, 1]);
});

test("the calendar shows twelve bars at most, and the table below it all", () => {
  const summaries = Array.from({ length: 15 }, (_, at) => summaryOf(at + 1, [{ ask_at: date(at + 10) }]));
  const { body } = renderBoard(boardFacts({ summaries }));
  expect(body.match(/^ {4}\d+ Problem \d+ :/gm)).toHaveLength(12);
  expect(listed({ summaries }, "Pending")).toHaveLength(15);
});
