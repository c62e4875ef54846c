import { expect, test } from "vitest";
import { configSchema } from "../../src/config/schema.ts";
import type { BoardFactsReading } from "../../src/sources/board-reading.ts";
import { gatherBoard } from "../../src/sources/gather-board.ts";

const place = { owner: "acme", name: "shop" };
const weight = { reactions: 4, people: 3, duplicates: 1 };
const closedAt = new Date("2026-02-02T12:00:00Z");

const problem = { number: 1, title: "Slow", body: "", labels: ["problem"], type: null, weight };
const declined = { number: 2, title: "No dark mode", labels: ["problem"], type: null, closedAt, reason: null };
const unmerged = { number: 3, title: "Another list", body: "", linked: [1], closedAt, reason: null };

function gather(reading: Partial<BoardFactsReading>, configured: object = {}, mayQuote = true) {
  const readBoardFacts = async () => ({ problems: [], declined: [], unmerged: [], ...reading });
  return gatherBoard({ readBoardFacts }, place, { ...configSchema.parse(configured), mayQuote });
}

test("a problem is told with what GitHub counts and with the feedback that its text links to", async () => {
  const body =
    "## Evidence\n\nReported in https://support.example/t/81 and by a shopper:\n\n> I never know what I pay.\n\nOnce more: https://support.example/t/81";
  const { problems } = await gather({ problems: [{ ...problem, body }] });
  expect(problems).toEqual([{ number: 1, title: "Slow", theme: null, weight: { ...weight, feedback: 2 } }]);
});

test("a problem stands under its theme, by label or because it is the theme's issue", async () => {
  const themes = [{ name: "Speed" }, { name: "Onboarding", issue: "#5" }];
  const problems = [
    { ...problem, labels: ["problem", "Theme: speed"] },
    { ...problem, number: 5 },
    { ...problem, number: 6 },
  ];
  const seen = await gather({ problems }, { themes });
  expect(seen.problems.map(({ theme }) => theme)).toEqual(["Speed", "Onboarding", null]);
  const hidden = await gather({ problems }, { themes }, false);
  expect(hidden.problems.map(({ theme }) => theme)).toEqual(["theme: speed", null, null]);
});

test("what GitHub lists beside problems is left out", async () => {
  const { problems, declined: no } = await gather({
    problems: [{ ...problem, labels: ["question"] }],
    declined: [{ ...declined, labels: ["question"] }],
  });
  expect([problems, no]).toEqual([[], []]);
});

test("a pull request counts as decided against where it had a problem or somebody said why, the latest first", async () => {
  const later = new Date("2026-02-03T12:00:00Z");
  const { declined: told } = await gather({
    declined: [declined],
    unmerged: [
      unmerged,
      { ...unmerged, number: 4, linked: [] },
      { ...unmerged, number: 5, linked: [], reason: "The vendor does that now.", closedAt: later },
    ],
  });
  expect(told).toEqual([
    { kind: "pull_request", number: 5, title: "Another list", at: later, reason: "The vendor does that now." },
    { kind: "pull_request", number: 3, title: "Another list", at: closedAt, reason: null },
    { kind: "problem", number: 2, title: "No dark mode", at: closedAt, reason: null },
  ]);
});
