import { expect, test } from "vitest";
import type { Write } from "../../src/core/plan/write.ts";
import { tellLearning } from "../../src/jobs/tell-learning.ts";
import type { Job } from "../../src/queue/job.ts";
import { settings } from "../support/facts.ts";

const job = {
  kind: "settle-follow-up",
  installation: 7,
  repository: { id: 70, owner: "acme", name: "shop" },
  number: 12,
} as const;

const put: Write = { kind: "add-label", name: "outcome: invalidated" };
const taken: Write = { kind: "remove-label", name: "outcome: invalidated" };
const other: Write = { kind: "add-label", name: "outcome: validated" };

test.each([
  ["the label is put on the problem", put, "problem", 12, 1],
  ["it is taken off", taken, "problem", 12, 1],
  ["another label is put on", other, "problem", 12, 0],
  ["it is put on what was merged", put, "problem", 34, 0],
  ["what was merged has no problem here, so that nothing builds on one", put, "pull_request", 12, 0],
] as const)("where %s, pull requests on it are woken accordingly", async (_title, write, on, number, times) => {
  const sent: Job[] = [];
  const queue = { send: async (jobs: readonly Job[]) => void sent.push(...jobs) };
  const planned = [{ thread: { owner: "acme", name: "shop", number }, writes: [write] }];
  await tellLearning({ ...job, on }, { planned, labels: settings({}).labels }, { queue });
  expect(sent.map(({ kind }) => kind)).toEqual(Array.from({ length: times }, () => "recheck-linked-pull-requests"));
});
