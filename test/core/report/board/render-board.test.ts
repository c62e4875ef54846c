import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { BoardFacts } from "../../../../src/core/report/board/board-facts.ts";
import { isSameBoard, renderBoard } from "../../../../src/core/report/board/render-board.ts";
import { summaryStates } from "../../../../src/core/follow-up/summary.ts";
import type { FollowUpSummary } from "../../../../src/core/follow-up/summary.ts";
import { boardFacts, livelyBoard, problemOf, summaryOf } from "../../../support/board.ts";
import { anyForeignText } from "../../../support/foreign-text.ts";
import { codeOf, liveParts, tokensOf } from "../../../support/github-markdown.ts";

/** Summaries, problems, reasons and themes with foreign text wherever there is room for any. */
const anyBoard: fc.Arbitrary<BoardFacts> = fc
  .tuple(
    fc.array(fc.tuple(anyForeignText, fc.constantFrom(...summaryStates), fc.nat(99)), { maxLength: 6 }),
    anyForeignText,
  )
  .map(([threads, text]) => {
    const at = new Date("2026-02-02T12:00:00Z");
    return boardFacts({
      summaries: threads.map(([foreign, state, number]) => hostile(foreign, { state, number: number + 1 })),
      problems: threads.map(([foreign], index) => problemOf(index + 1, { title: foreign, theme: foreign })),
      declined: threads.map(([title], number) => ({ kind: "problem", number: number + 1, title, at, reason: text })),
      optOuts: threads.map(([reason], number) => ({ number: number + 1, reason, at })),
    });
  });

function hostile(
  text: string,
  { state, number }: { state: (typeof summaryStates)[number]; number: number },
): FollowUpSummary {
  const said = { believed: [text, text], exploring: [text], metric: text, baseline: text, target: text, note: text };
  const reading = { value: 3, unit: text, at: "2026-02-02T12:00:00Z", asked: text, window: text, public: true };
  const ended = { state: "invalidated", settled_at: "2026-02-02T12:00:00Z" } as const;
  const rounds = [
    { ...said, ...ended, before: reading, after: reading },
    { ...said, state, asked_at: "2026-03-02T12:00:00Z", settled_at: null },
  ];
  return summaryOf(number, rounds, { title: text, theme: text });
}

function columnsOf(row: string): number {
  return row.split(/(?<!\\)\|/).length;
}

/** A link that leaves no trail, and our marker. */
const ours =
  /^(?:link_open https:\/\/redirect\.github\.com\/acme\/shop\/(?:issues|pull)\/\d+|html_block <!-- outcome-link:board -->)$/;

test("foreign text never mentions, refers, links, embeds or marks anything on the board, and no link leaves a trail", () => {
  fc.assert(
    fc.property(anyBoard, (facts) => {
      const { body } = renderBoard(facts);
      expect(liveParts(body).filter((part) => !ours.test(part))).toEqual([]);
      expect(body.startsWith("<!-- outcome-link:board -->\n")).toBe(true);
      expect(body.split("<!--")).toHaveLength(2);
      expect(body.isWellFormed()).toBe(true);
      expect(body.length).toBeLessThanOrEqual(65_000);
    }),
    { numRuns: 150 },
  );
});

test("foreign text leaves every row of a table with as many cells as its head has", () => {
  fc.assert(
    fc.property(anyBoard, (facts) => {
      const { body } = renderBoard(facts);
      // As GitHub splits them: at every "|" without a "\\" before it.
      const tables = body.split(/\n\n/).filter((part) => part.startsWith("| "));
      for (const table of tables) expect(new Set(table.split("\n").map(columnsOf)).size).toBe(1);
      const blocks = tokensOf(body).filter(({ type }) => type === "fence");
      expect(blocks.every(({ info }) => info === "mermaid")).toBe(true);
    }),
    { numRuns: 150 },
  );
});

describe("where there is no host that leaves no trail", () => {
  test("nothing is linked: pages are named as code", () => {
    const { body } = renderBoard({ ...livelyBoard, webUrl: "https://git.acme.example" });
    expect(liveParts(body).filter((part) => part.startsWith("link_open"))).toEqual([]);
    expect(body).not.toMatch(/redirect|linked/i);
    expect(codeOf(body)).toContain("#12 The total is hidden on small screens until the last step");
  });
});

describe("a board of 2,000 follow-ups", () => {
  const words = "Every word of this claim is as long as people write them, and there are many of them. ".repeat(3);
  const many = (state: (typeof summaryStates)[number]) =>
    Array.from({ length: 2000 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString();
      return summaryOf(at + 1, [{ state, believed: [words], note: words, ask_at: day, settled_at: day }]);
    });

  test.each(["due", "pending", "validated"] as const)("says how many %s ones it left out", (state) => {
    const { body } = renderBoard(boardFacts({ summaries: many(state) }));
    expect(body.length).toBeLessThanOrEqual(65_000);
    const shown = new Set(body.match(/issues\/\d+/g)).size;
    const left = new Intl.NumberFormat("en-GB").format(2000 - shown);
    expect(shown).toBeGreaterThan(50);
    expect(body).toContain(`_And ${left} more`);
    expect(body).toContain("`outcome report` lists all.");
  });

  test("shows those first that are due first, and of what was learned the latest", () => {
    const pending = renderBoard(boardFacts({ summaries: many("pending") })).body;
    expect(pending).toContain("/issues/1)");
    expect(pending).not.toContain("/issues/2000)");
    const learned = renderBoard(boardFacts({ summaries: many("validated") })).body;
    expect(learned).toContain("/issues/2000)");
    expect(learned).not.toContain("/issues/1)");
  });

  test("shows what nobody has looked at below what was learned, however late it lapsed", () => {
    const learned = summaryOf(1, [{ state: "invalidated", settled_at: "2026-01-02T12:00:00Z", note: "Too small." }]);
    const lapsed = summaryOf(2, [{ state: "unmeasured", settled_at: "2026-02-02T12:00:00Z" }]);
    const { body } = renderBoard(boardFacts({ summaries: [lapsed, learned] }));
    expect(body.indexOf("issues/1)")).toBeLessThan(body.indexOf("issues/2)"));
  });

  test("leaves room for every section where all of them are long", () => {
    const summaries = [...many("due"), ...many("pending"), ...many("invalidated")].map((one, number) => ({
      ...one,
      number,
    }));
    const at = new Date("2026-02-02T12:00:00Z");
    const numbers = Array.from({ length: 300 }, (_, number) => number);
    const { body } = renderBoard(
      boardFacts({
        summaries,
        problems: numbers.map((number) => problemOf(number, { title: words, theme: `Theme ${number % 40}` })),
        declined: numbers.map((number) => ({ kind: "problem", number, title: words, at, reason: words })),
        optOuts: numbers.map((number) => ({ number, reason: `${number} ${words}`, at })),
      }),
    );
    expect(body.length).toBeLessThanOrEqual(65_000);
    const sections = ["Due now", "Pending", "Learned lately", "Decided not to", "Problems", "Opt-outs"];
    for (const section of sections) {
      const text = body.split(`\n## ${section}\n`)[1]?.split("\n## ")[0] ?? "";
      expect(text.match(/issues\/|pull\//g)?.length ?? 0).toBeGreaterThan(3);
      expect(text).toMatch(/_And [\d,]+ more /);
    }
  });
});

describe("what the board says", () => {
  test("is the same for the same facts at another time", () => {
    const later = { ...livelyBoard, now: new Date("2027-01-01T00:00:00Z") };
    expect(renderBoard(later)).toEqual(renderBoard(livelyBoard));
  });

  test("begins with what this page is, and shows neither percentages of its own nor who did what", () => {
    const { body } = renderBoard(livelyBoard);
    expect(body.split("\n\n")[1]).toMatch(/^This page shows what this repository's changes were believed to do/);
    const prose = tokensOf(body).filter(({ type }) => type === "text" || type === "fence");
    expect(prose.map(({ content }) => content).join("\n")).not.toMatch(/%(?!-d|b)|@|pie/);
  });

  test("tells what was tried again on a problem below what was tried first", () => {
    const { body } = renderBoard(livelyBoard);
    const first = body.indexOf("A bigger button makes more people order.");
    const then = body.indexOf("Showing the delivery date before the payment");
    expect(first).toBeGreaterThan(0);
    expect(then).toBeGreaterThan(first);
    expect(body).toContain("`orders per day`: `118` → `141` (target `140`)");
  });

  test("says of what nobody looked at whether somebody was asked", () => {
    const round = { state: "unmeasured", settled_at: "2026-03-09T09:00:00Z" } as const;
    const told = (asked_at: string | null) =>
      renderBoard(boardFacts({ summaries: [summaryOf(1, [{ ...round, asked_at }])] })).body;
    expect(told("2026-02-24T09:00:00Z")).toContain("| Nobody has looked yet. An answer still counts. |");
    expect(told(null)).toContain("| Nobody was asked: its day had long passed. An answer still counts. |");
  });

  test.each([
    [{ metric: "carts", target: "30 %" }, "`carts` (target `30 %`) |"],
    [{ metric: "carts", baseline: "40 %", target: "30 %" }, "`carts`: from `40 %` (target `30 %`) |"],
    [{ metric: "carts" }, "`carts` |"],
  ])("tells of a metric what is known: %j", (round, told) => {
    expect(renderBoard(boardFacts({ summaries: [summaryOf(1, [round])] })).body).toContain(`· ${told}`);
  });

  test("keeps a reading to itself that not everybody may see", () => {
    const secret = { value: 4711, unit: null, at: "2026-02-02T12:00:00Z", asked: "revenue", window: null };
    const round = { metric: "revenue", before: { ...secret, public: false }, after: { ...secret, public: false } };
    const { body } = renderBoard(boardFacts({ summaries: [summaryOf(1, [round])] }));
    expect(body).not.toContain("4711");
    expect(body).toContain("`revenue`");
  });

  test("tells a number as the question tells it: without digits that nobody compares", () => {
    const seen = { unit: "%", at: "2026-02-02T12:00:00Z", asked: "carts", window: null, public: true };
    const round = { metric: "carts", before: { ...seen, value: 0.1 + 0.2 }, after: { ...seen, value: 12_345.678 } };
    const { body } = renderBoard(boardFacts({ summaries: [summaryOf(1, [round])] }));
    expect(body).toContain("`carts`: `0.3 %` → `12,345.7 %`");
  });

  test("shows days in the configured time zone", () => {
    const round = { ask_at: "2026-03-17T23:30:00Z" };
    const inBerlin = renderBoard(boardFacts({ summaries: [summaryOf(1, [round])] })).body;
    const inUtc = renderBoard(boardFacts({ summaries: [summaryOf(1, [round])], timeZone: "UTC" })).body;
    expect(inBerlin).toContain("| 18 March 2026 |");
    expect(inBerlin).toContain(", 2026-03-18");
    expect(inUtc).toContain("| 17 March 2026 |");
  });

  test("counts equal reasons of opt-outs once, however they are written", () => {
    const { body } = renderBoard(livelyBoard);
    expect(body).toContain("| `Typing mistake in the docs` | 2 |");
  });

  test("leaves a follow-up out that a person cancelled", () => {
    const { body } = renderBoard(boardFacts({ summaries: [summaryOf(77, [{ state: "cancelled" }])] }));
    expect(body).not.toContain("77");
  });

  test("names no theme where none are configured", () => {
    const { body } = renderBoard(boardFacts({ problems: [problemOf(3)] }));
    expect(body).not.toContain("theme");
  });
});

test("a body that GitHub hands back with its own line ends is the same", () => {
  const board = renderBoard(livelyBoard);
  expect(isSameBoard(`${board.body.replaceAll("\n", "\r\n")}\n`, board)).toBe(true);
  expect(isSameBoard(`${board.body} More.`, board)).toBe(false);
});
