import { expect, test } from "vitest";
import type { DesiredCheckRun } from "../../src/core/plan/desired.ts";
import { untouched } from "../../src/core/plan/desired.ts";
import { keepFollowed } from "../../src/jobs/follow-merged.ts";
import type { HomeRef } from "../../src/queue/known-follow-ups.ts";

const place = { installation: 7, repository: { id: 70, owner: "acme", name: "shop" } };
const job = { kind: "reconcile-pull-request", ...place, number: 9 } as const;
const home = { ...place, number: 4, on: "problem" } as const;
const content = { conclusion: "neutral", title: "Merged", summary: "", text: "" } as const;
const instead = { kind: "instead-of-promise", headSha: "a".repeat(40), content } as const;
const set = { ...instead, kind: "set" } as const;

test.each<[string, DesiredCheckRun, HomeRef | null, DesiredCheckRun]>([
  ["stays where what was merged is followed up, though GitHub shows no record", instead, home, untouched.checkRun],
  ["promises nothing where it is not", instead, null, instead],
  ["is written where it says something else", set, home, set],
])("a check %s", async (_title, ...[checkRun, of, kept]) => {
  const tools = { followUps: { homeOf: async () => of } };
  expect(await keepFollowed({ ...untouched, checkRun }, { job, tools })).toEqual({ ...untouched, checkRun: kept });
});
