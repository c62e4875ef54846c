import { expect, test } from "vitest";
import * as fc from "fast-check";
import { foldRounds } from "../../../src/core/follow-up/fold-rounds.ts";
import { answeredOutcomes } from "../../../src/core/follow-up/follow-up.ts";
import type { FollowUpFacts, GivenAnswer, Served } from "../../../src/core/follow-up/follow-up.ts";
import type { Measured } from "../../../src/core/follow-up/measured.ts";
import { summarise } from "../../../src/core/follow-up/summarise.ts";
import { summarySchema } from "../../../src/core/follow-up/summary.ts";
import { desireFollowUp } from "../../../src/core/plan/desire-follow-up.ts";
import { followUpKind } from "../../../src/core/report/marker.ts";
import { labels } from "../../support/follow-up-world.ts";
import { followUpFacts, servedOn, settings } from "../../support/follow-ups.ts";
import { anyForeignText } from "../../support/foreign-text.ts";
import { liveParts } from "../../support/github-markdown.ts";

const day = 86_400_000;
const mergedAt = new Date("2026-03-02T09:00:00Z");
const daysAfter = (days: number) => new Date(mergedAt.getTime() + days * day);
const place = settings();

/** Everything that a stranger may have written: in the pull request, the problem, an answer, a metric's reply. */
const anyServed: fc.Arbitrary<Served> = fc
  .tuple(fc.integer({ min: 20, max: 40 }), anyForeignText, anyForeignText, fc.boolean())
  .map(([number, text, other, believes]) => {
    const one = servedOn(number, mergedAt, { title: text, author: { login: text, kind: "user" } });
    const told = believes ? { believed: text, exploring: null } : { believed: null, exploring: text };
    return { ...one, record: { ...one.record, ...told, metric: other, baseline: text, target: other } };
  });

const anyMeasured = (served: readonly Served[]): fc.Arbitrary<Measured> =>
  fc.tuple(anyForeignText, fc.boolean()).map(([text, readable]) => {
    const [at, metric] = ["2026-03-16T09:00:00Z", served[0]?.record.metric ?? ""];
    const reading = { value: 5, unit: text, at, asked: text, window: text, public: true };
    const before = { kind: "reading", reading } as const;
    const after = readable ? before : ({ kind: "unreadable", why: text, asked: text, at, public: true } as const);
    return { round: served[0]?.reference.number ?? 0, name: text, metric, before, after };
  });

const anyAnswer: fc.Arbitrary<GivenAnswer> = fc
  .tuple(anyForeignText, fc.constantFrom(...answeredOutcomes), fc.constantFrom(7, 20), fc.nat(60))
  .map(([note, outcome, number, days]) => {
    const on = { owner: "acme", name: "shop", number };
    return { outcome, note, at: daysAfter(days), by: { login: note, kind: "user" }, on, via: "comment" };
  });

const anyFacts: fc.Arbitrary<FollowUpFacts> = fc.array(anyServed, { minLength: 1, maxLength: 7 }).chain((served) =>
  fc
    .record({
      title: anyForeignText,
      answers: fc.array(anyAnswer, { maxLength: 4 }),
      measured: fc.array(anyMeasured(served), { maxLength: 1 }),
      asked: fc.constantFrom([], [daysAfter(15)]),
      now: fc.nat(80).map(daysAfter),
      state: fc.constantFrom("open", "closed"),
    })
    .map(({ title, state, answers, ...rest }) => {
      const home = { ...followUpFacts().home, title, state } as const;
      const inOrder = answers.toSorted((a, b) => a.at.getTime() - b.at.getTime());
      return followUpFacts({ served, home, answers: inOrder, reactions: { solved: 1, notSolved: 0 }, ...rest });
    }),
);

/** References of ours: to what was merged here, by numbers that GitHub gave. */
const ours = /^#(?:2\d|3\d|40|7)$/;
const ourHtml = /^html_(?:block|inline) <!-- outcome-link:(?:question|reminder|quote) -->$/;

test("foreign text never mentions, links, refers, closes, embeds or marks anything in question, reminder or answer", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const rounds = foldRounds(facts, place);
      const { words } = desireFollowUp(facts, rounds, { follow_up: place, labels, commands: {} });
      for (const body of words.flatMap(({ question, reminder, quote }) => bodiesOf([question, reminder, quote]))) {
        expect(liveParts(body).filter((part) => !ours.test(part) && !ourHtml.test(part))).toEqual([]);
        expect(body.length).toBeLessThanOrEqual(65_535);
        expect(body.isWellFormed()).toBe(true);
        expect(followUpKind(body)).not.toBeNull();
        expect(body.match(/<!-- outcome-link/g)).toHaveLength(1);
      }
    }),
    { numRuns: 300 },
  );
});

function bodiesOf(desired: readonly object[]): readonly string[] {
  return desired.flatMap((one) => ("body" in one ? [String(one.body)] : []));
}

test("what is kept of it for the board keeps to its form, and names nobody", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const canary = { login: "CANARY", kind: "user" } as const;
      const given = {
        ...facts,
        served: facts.served.map((one) => ({ ...one, author: canary })),
        answers: facts.answers.map((one) => ({ ...one, by: canary })),
      };
      const summary = summarise(given, foldRounds(given, place), null);
      expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
      expect(JSON.stringify(summary)).not.toContain("CANARY");
    }),
    { numRuns: 100 },
  );
});
