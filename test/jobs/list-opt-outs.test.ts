import { expect, test } from "vitest";
import { renderOptOut } from "../../src/core/follow-up/opt-out-record.ts";
import { renderRecord } from "../../src/core/follow-up/record.ts";
import { listOptOuts } from "../../src/jobs/list-opt-outs.ts";
import type { Job } from "../../src/queue/job.ts";
import type { ListedMerge, MergedSince } from "../../src/sources/ports.ts";
import { servedOn } from "../support/follow-ups.ts";
import { noBoard, smallGitHub } from "../support/readings.ts";

const now = new Date("2026-06-01T12:00:00Z");
const mergedAt = new Date("2026-05-04T12:00:00Z");
const place = { owner: "acme", name: "shop" };
const job = { kind: "list-opt-outs", installation: 7, repository: { id: 70, ...place } } as const;
const file = { path: ".github/outcome.yml", text: "{}\n", bytes: 3, commit: "c".repeat(40) } as const;
const organisation = { owner: "acme", name: ".github", visibility: null, files: [], readable: true } as const;

const optedOut = (number: number) => renderOptOut({ ...job.repository, number }, `Reason of ${number}`);

interface Told {
  readonly listed?: readonly ListedMerge[];
  readonly text?: string | null;
  readonly landedAt: Date | null;
}

async function list({ listed = [], text = "{}\n", landedAt }: Told) {
  const [asked, noted, sent]: [MergedSince[], unknown[], Job[]] = [[], [], []];
  const files = text === null ? [] : [{ ...file, text, landedAt }];
  const reader = {
    ...smallGitHub().github,
    readConfiguration: async () => ({
      repository: { ...place, visibility: "public", files, readable: true } as const,
      organisation,
    }),
    async listMerged(_repository: unknown, wanted: MergedSince) {
      asked.push(wanted);
      return listed;
    },
  };
  const optOuts = {
    async note(_place: unknown, optOut: unknown) {
      noted.push(optOut);
      return { changed: true };
    },
    of: () => Promise.reject(new Error("Nobody asks for them")),
  };
  const connect = async () => ({ reader, writer: { apply: unused }, board: noBoard });
  const queue = { send: async (jobs: readonly Job[]) => void sent.push(...jobs) };
  await listOptOuts(job, { connect, optOuts, queue, now: () => now });
  return { asked, noted, sent };
}

async function unused(): Promise<never> {
  throw new Error("A list writes nothing.");
}

test.each([
  ["of the last 90 days", new Date("2025-01-01T00:00:00Z"), "2026-03-03T12:00:00.000Z"],
  ["of the last 90 days where nobody knows since when it is configured", null, "2026-03-03T12:00:00.000Z"],
  ["since it is configured, where that is later", new Date("2026-05-30T00:00:00Z"), "2026-05-30T00:00:00.000Z"],
])("what was merged is asked for once, in at most forty queries, %s", async (_title, landedAt, since) => {
  const { asked } = await list({ landedAt });
  expect(asked).toEqual([{ labels: null, since: new Date(since), mostQueries: 40 }]);
});

test("why people opted out is noted with the day of the merge, but of what was linked after all", async () => {
  const { record } = servedOn(9, mergedAt);
  const texts: readonly (readonly [number, string | null])[] = [
    [7, optedOut(7)],
    [8, null],
    [9, `${optedOut(9)}\n\n${renderRecord(record)}`],
    [10, optedOut(7)],
  ];
  const listed = texts.map(([number, recordText]) => ({ number, mergedAt, recordText }));
  const { noted, sent } = await list({ listed, landedAt: null });
  expect(noted).toEqual([{ number: 7, reason: "Reason of 7", at: mergedAt }]);
  expect(sent).toEqual([{ ...job, kind: "refresh-board" }]);
});

test.each([
  ["broken, what was merged is asked for all the same", "mode: loud\n", 1],
  ["gone, nothing is asked for", null, 0],
])("where the configuration is %s", async (_title, text, queries) => {
  const { asked } = await list({ text, landedAt: null });
  expect(asked).toHaveLength(queries);
});
