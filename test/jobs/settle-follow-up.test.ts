import { expect, onTestFinished, test } from "vitest";
import { settleFollowUp } from "../../src/jobs/settle-follow-up.ts";
import { Unanswered } from "../../src/jobs/unreadable.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { ProblemReading } from "../../src/sources/ports.ts";
import { issueReading, noBoard, problemReading, repositoryReading, smallGitHub } from "../support/readings.ts";
import { openTestStore } from "../support/store.ts";

const NOON = new Date("2026-03-17T12:00:00Z");
const job = {
  kind: "settle-follow-up",
  installation: 7,
  repository: { id: 70, owner: "acme", name: "shop" },
  number: 7,
  on: "problem",
} as const;
const noted = { nextAt: NOON, waits: false, summary: { title: "Slow" } };

/** A job that may read its home, and nothing else, and writes nothing. */
async function open(over: Partial<ProblemReading> = {}) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const asked: string[] = [];
  const unused = async () => void asked.push("queue");
  const reader = {
    ...smallGitHub().github,
    async readProblem() {
      asked.push("home");
      return problemReading(issueReading("#7"), over);
    },
  };
  const writer = {
    async apply() {
      asked.push("write");
      return { refused: [] };
    },
  };
  const look = () =>
    settleFollowUp(job, {
      connect: async () => ({ reader, writer, board: noBoard }),
      followUps,
      queue: { send: unused, sendLater: unused },
      now: () => NOON,
      webUrl: "https://github.com",
      logger: { warn: () => {} },
    });
  return { followUps, asked, look };
}

test("a home that nothing was merged for any more is forgotten, and GitHub is not asked", async () => {
  const { followUps, asked, look } = await open();
  await followUps.note(job, noted);
  await look();
  expect([await followUps.lastLook(job), asked]).toEqual([null, []]);
});

const organisation = { owner: "acme", name: ".github", visibility: null, files: [], readable: true } as const;
const file = { path: ".github/outcome.yml", text: "{}\n", bytes: 3, commit: "c".repeat(40), landedAt: NOON } as const;
const configured = {
  repository: { owner: "acme", name: "shop", visibility: "public", files: [file], readable: true },
  organisation,
} as const;
const unanswered = { ...configured, repository: { ...configured.repository, files: [], readable: false } };
const archived = { ...repositoryReading, archived: true };

test.each<[string, Partial<ProblemReading>]>([
  ["nothing is configured any more", {}],
  ["the repository is archived", { configuration: configured, repository: archived }],
])("where %s, nothing is read or written but the home, and it is looked at again in a day", async (_title, over) => {
  const { followUps, asked, look } = await open(over);
  await followUps.noteServed(job, 9);
  await followUps.note(job, noted);
  await look();
  expect(asked).toEqual(["home"]);
  expect(await followUps.lastLook(job)).toMatchObject({ summary: noted.summary });
  expect(await followUps.due(new Date("2026-03-18T11:59:00Z"), 9)).toEqual([]);
  expect(await followUps.due(new Date("2026-03-18T12:00:00Z"), 9)).toHaveLength(1);
});

test("while GitHub does not answer for the configuration, the job is tried again", async () => {
  const { followUps, asked, look } = await open({ configuration: unanswered });
  await followUps.noteServed(job, 9);
  await expect(look()).rejects.toThrow(Unanswered);
  expect(asked).toEqual(["home"]);
});
