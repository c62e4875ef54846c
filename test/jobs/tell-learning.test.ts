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
const edited: Write = { kind: "update-comment", id: 5, body: "### Invalidated" };
const other: Write = { kind: "add-label", name: "outcome: validated" };

test.each([
  { what: "the label is put on the problem", write: put, on: "problem", number: 12, times: 1 },
  { what: "it is taken off", write: taken, on: "problem", number: 12, times: 1 },
  { what: "our words there change", write: edited, on: "problem", number: 12, times: 1 },
  { what: "another label is put on", write: other, on: "problem", number: 12, times: 0 },
  { what: "it is put on what was merged", write: put, on: "problem", number: 34, times: 0 },
  { what: "nothing is followed up on a problem", write: put, on: "pull_request", number: 12, times: 0 },
] as const)("where $what, those that link to it are woken so often: $times", async ({ write, on, number, times }) => {
  const sent: Job[] = [];
  const queue = { send: async (jobs: readonly Job[]) => void sent.push(...jobs) };
  const planned = [{ thread: { owner: "acme", name: "shop", number }, writes: [write] }];
  await tellLearning({ ...job, on }, { planned, labels: settings({}).labels }, { queue });
  expect(sent.map(({ kind }) => kind)).toEqual(Array.from({ length: times }, () => "recheck-linked-pull-requests"));
});
