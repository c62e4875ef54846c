import { expect, test } from "vitest";
import { renderOptOut } from "../../src/core/follow-up/opt-out-record.ts";
import { renderRecord } from "../../src/core/follow-up/record.ts";
import { listOptOuts } from "../../src/jobs/list-opt-outs.ts";
import type { ListedMerge, MergedSince } from "../../src/sources/ports.ts";
import { servedOn } from "../support/follow-ups.ts";

const now = new Date("2026-06-01T12:00:00Z");
const mergedAt = new Date("2026-05-04T12:00:00Z");
const job = { kind: "list-follow-ups", installation: 7, repository: { id: 70, owner: "acme", name: "shop" } } as const;

const optedOut = (number: number) => renderOptOut({ ...job.repository, number }, `Reason of ${number}`);

async function list({ listed = [], configuredAt }: { listed?: readonly ListedMerge[]; configuredAt: Date | null }) {
  const [asked, noted]: [MergedSince[], unknown[]] = [[], []];
  const reader = {
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
  await listOptOuts(job, { reader, optOuts, now: () => now, configuredAt });
  return { asked, noted };
}

test.each([
  ["of the last 90 days", new Date("2025-01-01T00:00:00Z"), "2026-03-03T12:00:00.000Z"],
  ["of the last 90 days where nobody knows since when it is configured", null, "2026-03-03T12:00:00.000Z"],
  ["since it is configured, where that is later", new Date("2026-05-30T00:00:00Z"), "2026-05-30T00:00:00.000Z"],
])("what was merged is asked for once, in at most forty queries, %s", async (_title, configuredAt, since) => {
  const { asked } = await list({ configuredAt });
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
  const { noted } = await list({ listed, configuredAt: null });
  expect(noted).toEqual([{ number: 7, reason: "Reason of 7", at: mergedAt }]);
});
