import { expect, test } from "vitest";
import { showBegun } from "../../src/jobs/show-begun.ts";
import type { BegunWord } from "../../src/queue/known-follow-ups.ts";
import { homeOfProblem } from "../../src/sources/follow-up/home-reading.ts";
import type { FollowUpCommentReading, WordsSince } from "../../src/sources/ports.ts";
import { commentReading, emptyThread, issueReading, problemReading } from "../support/readings.ts";

const NOON = new Date("2026-03-17T12:00:00Z");
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
const job = {
  kind: "settle-follow-up",
  installation: 7,
  repository: { id: 70, owner: "acme", name: "shop" },
  number: 7,
  on: "problem",
} as const;
const question = (createdAt: Date): FollowUpCommentReading => ({ ...commentReading(), kind: "question", createdAt });
const begun: BegunWord = { kind: "question", at: NOON };

interface Given {
  readonly shown?: readonly FollowUpCommentReading[];
  /** What REST lists. */
  readonly listed?: readonly FollowUpCommentReading[];
  readonly begun?: BegunWord | null;
  /** In seconds after it was begun. */
  readonly after?: number;
}

async function look(given: Given) {
  const wanted: WordsSince[] = [];
  const noted: (BegunWord | null)[] = [];
  const later: Date[] = [];
  const thread = { ...emptyThread, followUpComments: given.shown ?? [] };
  const home = homeOfProblem(problemReading(issueReading("#7"), { thread }));
  const known = await showBegun(home, {
    job,
    begun: given.begun === undefined ? begun : given.begun,
    now: at(given.after ?? 90),
    queue: { sendLater: async (_, when) => void later.push(when) },
    reader: {
      async findWords(_, one) {
        wanted.push(one);
        return given.listed ?? [];
      },
    },
    followUps: { noteBegun: async (_, one) => void noted.push(one) },
  });
  return { words: known?.thread.followUpComments ?? null, wanted, noted, later };
}

test("where nothing was begun, nothing is looked for", async () => {
  expect(await look({ begun: null })).toEqual({ words: [], wanted: [], noted: [], later: [] });
});

test("what was begun and is shown is looked for nowhere else, and is begun no more", async () => {
  const shown = [question(at(0))];
  expect(await look({ shown })).toEqual({ words: shown, wanted: [], noted: [null], later: [] });
});

test("another of our comments, or one of long before, is not what was begun", async () => {
  const others = [question(at(-301)), { ...question(at(0)), kind: "reminder" } as const];
  expect((await look({ shown: others })).wanted).toHaveLength(1);
});

test("what was begun and is not shown yet counts as shown where REST has it, and stays noted until it is", async () => {
  const listed = [question(at(1))];
  const since = at(-300);
  expect(await look({ listed })).toEqual({
    words: listed,
    wanted: [{ kind: "question", since }],
    noted: [],
    later: [],
  });
});

test("an earlier question is not the one that was begun", async () => {
  const [before, listed] = [question(at(-86_400)), question(at(1))];
  const { words } = await look({ shown: [before], listed: [listed] });
  expect(words).toEqual([before, listed]);
});

test("what was begun a moment ago and stands nowhere may still show up: nothing is decided yet", async () => {
  expect(await look({ after: 59 })).toMatchObject({ words: null, noted: [], later: [] });
});

test("what was begun and stands nowhere is begun no more; should it show up, its twin is soon found", async () => {
  expect(await look({ after: 60 })).toMatchObject({ words: [], noted: [null], later: [at(60 + 900)] });
});
