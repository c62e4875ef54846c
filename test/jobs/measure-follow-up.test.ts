import { expect, test } from "vitest";
import { foldRounds } from "../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpFacts, Served } from "../../src/core/follow-up/follow-up.ts";
import type { MetricAnswer } from "../../src/core/follow-up/measured.ts";
import { readingOf } from "../../src/core/follow-up/measured.ts";
import type { OutcomeRecord } from "../../src/core/follow-up/record.ts";
import { summarise } from "../../src/core/follow-up/summarise.ts";
import { measureFollowUp } from "../../src/jobs/measure-follow-up.ts";
import { followUpFacts, servedOn, settings } from "../support/follow-ups.ts";

const merged = new Date("2026-03-02T09:00:00Z");
const [slot, asked] = [new Date("2026-03-17T10:00:00Z"), new Date("2026-03-17T10:00:30Z")];
const answeredAt = new Date("2026-03-20T08:00:00Z");

const settled = settings();

function answerOf(value: number, at: Date, given: { readonly public?: boolean } = {}): MetricAnswer {
  const reading = { value, unit: "%", at: at.toISOString(), asked: "Carts", window: null, public: true, ...given };
  return { kind: "reading", reading };
}

function servedWith(record: Partial<OutcomeRecord>, number = 12, at = merged): Served {
  const served = servedOn(number, at);
  return { ...served, record: { ...served.record, metric: "carts", ...record } };
}

interface Provider {
  readonly looksBack?: boolean;
  readonly value?: number | null;
}

/** Looks once, with what the last look noted. Answers what was read as of when, what came of it, and what is noted now. */
async function look(facts: FollowUpFacts, summary: unknown = null, { looksBack = true, value = 33 }: Provider = {}) {
  const read: Date[] = [];
  const metric = {
    name: "Carts",
    public: true,
    looksBack,
    read: async (at: Date): Promise<MetricAnswer> => {
      read.push(at);
      const unreadable = {
        kind: "unreadable",
        why: "away",
        asked: "Carts",
        at: at.toISOString(),
        public: true,
      } as const;
      return value === null ? unreadable : answerOf(value, looksBack ? at : facts.now);
    },
  };
  const metrics = { find: ({ text }: { readonly text: string }) => (text === "carts" ? metric : null) };
  const rounds = foldRounds(facts, settled);
  const measured = await measureFollowUp(facts, rounds, { installation: 1, metrics, summary });
  return { read, measured, noted: summarise({ ...facts, measured }, rounds, null) };
}

const recorded = servedWith({ reading: answerOf(41, merged) });
const pending = followUpFacts({ now: new Date("2026-03-10T09:00:00Z"), served: [recorded] });
const due = followUpFacts({ now: slot, served: [recorded] });
const waited = followUpFacts({ now: new Date("2026-03-18T09:00:00Z"), served: [recorded], asked: [asked] });
const answered = followUpFacts({
  ...waited,
  now: new Date("2026-03-20T08:00:05Z"),
  answers: [
    {
      outcome: "validated",
      note: "",
      at: answeredAt,
      by: { login: "ada", kind: "user" },
      on: recorded.reference,
      via: "comment",
    },
  ],
});

test("while it is pending nobody is asked, and the record says what it was", async () => {
  const { read, measured } = await look(pending);
  expect(read).toEqual([]);
  expect(measured).toMatchObject([{ name: "Carts", before: answerOf(41, merged), after: null }]);
});

test("when it is due it is read as of the slot, once, however often anybody looks until it is answered", async () => {
  const first = await look(due);
  expect([first.read, first.measured[0]?.after]).toEqual([[slot], answerOf(33, slot)]);
  const second = await look(waited, first.noted, { value: 32 });
  expect([second.read, second.measured[0]?.after]).toEqual([[], answerOf(33, slot)]);
});

test("when it is answered it is read once more, and stays", async () => {
  const { noted } = await look(due);
  const then = await look(answered, noted, { value: 29 });
  expect([then.read, then.measured[0]?.after]).toEqual([[answeredAt], answerOf(29, answeredAt)]);
  const later = await look({ ...answered, now: new Date("2026-06-01T08:00:00Z") }, then.noted, { value: 20 });
  expect([later.read, later.measured[0]?.after]).toEqual([[], answerOf(29, answeredAt)]);
});

test("what cannot be read is told, and asked for again; what was read before stays meanwhile", async () => {
  const broken = await look(due, null, { value: null });
  expect(broken.measured[0]?.after).toMatchObject({ kind: "unreadable", why: "away" });
  expect((await look(waited, broken.noted)).read).toEqual([asked]);
  const { noted } = await look(due);
  expect((await look(answered, noted, { value: null })).measured[0]?.after).toEqual(answerOf(33, slot));
});

test("with a lost store it is read as of then where the provider can look back, and of now only soon after", async () => {
  const late = { ...answered, now: new Date("2026-06-01T08:00:00Z") };
  expect((await look(late)).read).toEqual([answeredAt]);
  const back = await look(late, null, { looksBack: false });
  expect([back.read, back.measured[0]?.after]).toEqual([[], null]);
  expect((await look(answered, null, { looksBack: false })).read).toEqual([answeredAt]);
});

test("in a public repository only what the record shows is for everybody", async () => {
  const { measured } = await look(followUpFacts({ now: slot, served: [servedWith({})] }));
  expect([measured[0]?.before, measured[0]?.after]).toEqual([
    answerOf(33, merged, { public: false }),
    answerOf(33, slot, { public: false }),
  ]);
});

test("what was read in a private repository is kept from everybody, should it become public", async () => {
  const repository = { ...due.repository, visibility: "private" } as const;
  const { measured } = await look({ ...due, repository });
  expect(readingOf(measured[0]?.after ?? null)?.public).toBe(false);
});

test("what was kept inside at the merge is kept so at the follow-up, also where the repository is public by then", async () => {
  const inside = servedWith({ reading: answerOf(41, merged, { public: false }) });
  const { measured } = await look(followUpFacts({ now: slot, served: [inside] }));
  expect(readingOf(measured[0]?.after ?? null)?.public).toBe(false);
});

test("what a service tells now is no baseline", async () => {
  const { read, measured } = await look(followUpFacts({ now: slot, served: [servedWith({})] }), null, {
    looksBack: false,
  });
  expect([read, measured[0]?.before]).toEqual([[slot], null]);
});

test("of work that was taken back nothing is read", async () => {
  const facts = { ...waited, served: [{ ...recorded, revertedAt: waited.now }] };
  expect((await look(facts)).read).toEqual([]);
  // What was told when it was asked about stays.
  const { noted } = await look(due);
  expect((await look(facts, noted)).measured).toMatchObject([{ after: answerOf(33, slot) }]);
});

test("what it was at the merge is read once where the record does not say it, and taken from the first that does", async () => {
  const bare = servedWith({});
  const { noted } = await look({ ...due, served: [bare] });
  const again = await look({ ...waited, served: [bare] }, noted, { value: 20 });
  expect([again.read, readingOf(again.measured[0]?.before ?? null)?.value]).toEqual([[], 33]);
  const later = servedWith({ reading: answerOf(41, merged) }, 13);
  expect((await look({ ...pending, served: [bare, later] })).measured).toMatchObject([
    { before: answerOf(41, merged) },
  ]);
});

test("where another metric is meant by now, what the one before was says nothing", async () => {
  const { noted } = await look(due, null, { value: 33 });
  const other = servedWith({ metric: "smiles" }, 13, new Date("2026-03-18T08:00:00Z"));
  const { measured } = await look({ ...waited, served: [recorded, other] }, noted);
  expect(measured.flatMap(({ after }) => after ?? [])).toEqual([]);
});

test("a round that is over keeps its reading when the next begins", async () => {
  const { noted } = await look(answered, (await look(due)).noted, { value: 29 });
  const again = servedWith(
    { reading: answerOf(29, new Date("2026-04-01T09:00:00Z")) },
    13,
    new Date("2026-04-01T09:00:00Z"),
  );
  const next = { ...answered, now: new Date("2026-04-02T09:00:00Z"), served: [recorded, again] };
  const { read, measured } = await look(next, noted, { value: 1 });
  expect(read).toEqual([]);
  expect(measured.map(({ round, after }) => [round, readingOf(after)?.value ?? null])).toEqual([
    [12, 29],
    [13, null],
  ]);
  // A store that lost it asks for it no more.
  expect((await look(next, null, { value: 1 })).read).toEqual([]);
});

test("a metric that nobody defined, and work without one, are measured by nobody", async () => {
  for (const record of [{ metric: "smiles" }, { metric: null }]) {
    const { read, measured } = await look(followUpFacts({ now: slot, served: [servedWith(record)] }));
    expect([read, measured]).toEqual([[], []]);
  }
});

test("what nobody was asked about is not read, until somebody answers", async () => {
  const lapsed = followUpFacts({ now: new Date("2026-09-01T09:00:00Z"), served: [recorded] });
  expect((await look(lapsed)).read).toEqual([]);
  const late = { ...lapsed, answers: answered.answers.map((one) => ({ ...one, at: lapsed.now })) };
  expect((await look(late)).read).toEqual([lapsed.now]);
});
