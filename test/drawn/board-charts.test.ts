import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import type { Page } from "playwright-core";
import { z } from "zod";
import { renderBoard } from "../../src/core/report/board/render-board.ts";
import type { FollowUpSummary } from "../../src/core/follow-up/summary.ts";
import { boardFacts, livelyBoard, summaryOf } from "../support/board.ts";
import type { Colours } from "../support/chromium.ts";
import { chromiumPath, drawChart, inChromium, openMermaid } from "../support/chromium.ts";
import { anyForeignText } from "../support/foreign-text.ts";
import { tokensOf } from "../support/github-markdown.ts";

/** What means something to Mermaid. */
const hostileTitles = [
  'click 1 call alert("x")',
  "%%{init: {'theme': 'forest', 'securityLevel': 'loose'}}%%",
  "---\ntitle: taken over\n---",
  "a : done, crit, 2020-01-01, 2030-01-01",
  "section Other",
  "title Taken over",
  "12 :milestone, after 18, 1d",
  "<img src=x onerror=alert(1)><script>alert(1)</script>",
  "#quot; &lt;b&gt; #9829;",
  "`**bold** _x_`",
  "$$\\frac{1}{2}$$",
  "\"quoted\" 'and' “so”",
  "end",
  "excludes weekends",
  "accTitle: x",
  "```\n\n# out of the chart",
  "",
  "   ",
  "[[x]] {{y}} ((z)) |w|",
  "https://evil.example/a?b=c#d",
  "שלום עולם",
  "日本語のタイトル",
  "🙂🙃",
  "x".repeat(500),
  "; ; ;\r\nbar",
];

function chartsOf(summaries: readonly FollowUpSummary[]): readonly string[] {
  const { body } = renderBoard(boardFacts({ summaries }));
  return tokensOf(body).flatMap(({ type, info, content }) => (type === "fence" && info === "mermaid" ? [content] : []));
}

function pendingCalled(titles: readonly string[]): readonly FollowUpSummary[] {
  return titles.map((title, at) => summaryOf(101 + at, [{ ask_at: "2026-04-07T08:00:00Z" }], { title }));
}

const samples: readonly (readonly string[])[] = [
  ...hostileTitles.map((title) => [title]),
  ...fc.sample(fc.array(anyForeignText, { minLength: 1, maxLength: 12 }), { numRuns: 20, seed: 7 }),
];

/** What the last chart holds, and what would be alive on the page. */
async function lookAt(page: Page): Promise<object> {
  const seen: unknown = await page.evaluate(`({
    bars: document.querySelectorAll("main > div:last-child rect.task").length,
    alive: document.querySelectorAll("main :is(a, img, script, [onclick])").length,
    headings: [...document.querySelectorAll(".titleText, .sectionTitle")].map((one) => one.textContent).join(""),
  })`);
  return z.object().loose().parse(seen);
}

const drawnFor: readonly Colours[] = ["light", "dark"];

describe.skipIf(chromiumPath === undefined).each(drawnFor)(`Charts of the board in %s, ${inChromium}`, (colours) => {
  const mermaid = openMermaid(colours);

  test("hold what is due when, and how many came to which end", async () => {
    const page = await mermaid();
    const { body } = renderBoard(livelyBoard);
    const charts = tokensOf(body).filter(({ type }) => type === "fence");
    const drawn: (readonly string[])[] = [];
    for (const { content } of charts) drawn.push(await drawChart(page, content));
    expect(drawn).toHaveLength(2);
    expect(drawn[0]).toContain("18 Signing up takes too long on a phone");
    expect(drawn[0]).toContain("21 Nobody finds the export");
    const outcomes = ["validated", "invalidated", "inconclusive", "unmeasured", "reverted"];
    expect(drawn[1]).toEqual(expect.arrayContaining(outcomes));
    expect(drawn.flat().join(" ")).not.toContain("%");
  });

  test("stay whole whatever problems are called", async () => {
    const page = await mermaid();
    for (const titles of samples) {
      const [calendar] = chartsOf(pendingCalled(titles));
      const words = await drawChart(page, calendar ?? "");
      expect(words.filter((text) => /^1\d\d\b/.test(text))).toHaveLength(titles.length);
      // With the chart, so that one that fails can be seen.
      expect({ calendar, ...(await lookAt(page)) }).toEqual({ calendar, bars: titles.length, alive: 0, headings: "" });
    }
  });

  test("stay readable with the counts of many years", async () => {
    const ended = Array.from({ length: 1234 }, (_, at) =>
      summaryOf(at + 1, [{ state: at % 3 === 0 ? "invalidated" : "validated", settled_at: "2026-02-02T12:00:00Z" }]),
    );
    const words = await drawChart(await mermaid(), chartsOf(ended)[0] ?? "");
    expect(words).toEqual(expect.arrayContaining(["822", "412"]));
  });

  test("are told where mermaid does not understand them, so that these tests can fail", async () => {
    const wrong = "gantt\n    nothing";
    await expect(drawChart(await mermaid(), wrong)).rejects.toThrow("Parse error");
  });
});
