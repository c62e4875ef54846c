import { describe, expect, test } from "vitest";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts } from "../../../src/core/follow-up/follow-up.ts";
import type { Measured } from "../../../src/core/follow-up/measured.ts";
import type { MetricReading } from "../../../src/core/follow-up/summary.ts";
import { describeMetrics } from "../../../src/core/report/metric-words.ts";
import { labels } from "../../support/follow-up-world.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";

const at = (text: string) => new Date(`2026-${text}Z`);
const place = settings();

/** What a question says of the metric. */
function question(given: Partial<FollowUpFacts>): string {
  const facts = followUpFacts({ now: at("03-17T10:00"), ...given });
  const [round] = foldRounds(facts, place);
  if (round === undefined) throw new Error("Something was merged.");
  return describeMetrics(facts, round, { follow_up: place, labels, commands: {} }).join("\n\n");
}

describe("a metric", () => {
  const reading: MetricReading = {
    value: 18.25,
    unit: "%",
    at: "2026-03-02T09:00:00Z",
    asked: "c",
    window: "7 days",
    public: true,
  };
  const before = { kind: "reading", reading } as const;
  const after = { kind: "reading", reading: { ...reading, value: 14.1, at: "2026-03-16T09:00:00Z" } } as const;
  const one = servedOn(12, at("03-02T09:00"));
  const served = [
    { ...one, record: { ...one.record, metric: "abandoned carts", baseline: "18 %", target: "below 15 %" } },
  ];
  const of = (given: Partial<Measured>) => [
    { round: 12, name: "c", metric: "abandoned carts", before, after, ...given },
  ];

  test.each<[string, Partial<FollowUpFacts>, string]>([
    ["as it was written", {}, "- `abandoned carts`: `18 %` before (target: `below 15 %`)"],
    [
      "as it was read then and now",
      { measured: of({}) },
      "- `abandoned carts`: `18.25 %` → `14.1 %` on 16 March 2026, over `7 days` (target: `below 15 %`)",
    ],
    [
      "from what was written, where nobody read it at the merge",
      { measured: of({ before: null }) },
      "- `abandoned carts`: `18 %` → `14.1 %` on 16 March",
    ],
    [
      "with why it cannot be read",
      {
        measured: of({
          after: {
            kind: "unreadable",
            why: "Prometheus answered 400",
            asked: "c",
            at: "2026-03-16T09:00:00Z",
            public: true,
          },
        }),
      },
      "`18.25 %` → could not be read now: `Prometheus answered 400` (target: `below 15 %`)",
    ],
    [
      "without what not everybody may see, where everybody sees the repository",
      { measured: of({ after: { kind: "reading", reading: { ...reading, public: false } } }) },
      "- `abandoned carts`: `18.25 %` before (target: `below 15 %`)",
    ],
  ])("is told %s", (_title, given, expected) => {
    expect(question({ served, ...given })).toContain("How it would be known:\n\n- `abandoned carts`: ");
    expect(question({ served, ...given })).toContain(expected);
  });

  test("is told once however many were to move it, beside others", () => {
    const again = servedOn(13, at("03-03T09:00"));
    const same = { ...again, record: { ...again.record, metric: "abandoned carts", target: "below 10 %" } };
    const other = { ...again, record: { ...again.record, metric: "orders" } };
    const told = question({ served: [...served, same, other], now: at("03-24T10:00") });
    expect(told.match(/^- .*/gm)).toEqual(["- `abandoned carts`: `18 %` before (target: `below 15 %`)", "- `orders`"]);
  });

  test("is told in full where only some see the repository", () => {
    const repository = { ...followUpFacts().repository, visibility: "private" } as const;
    const hidden = of({ after: { kind: "reading", reading: { ...reading, value: 9, public: false } } });
    expect(question({ served, measured: hidden, repository })).toContain("→ `9 %`");
  });
});
