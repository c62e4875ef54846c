import { expect, test } from "vitest";
import { orGiveUp } from "../../src/jobs/or-give-up.ts";
import type { Job } from "../../src/queue/job.ts";

const NOON = new Date("2026-03-02T12:00:00Z");
const repository = { id: 70, owner: "acme", name: "shop" };
const job = { kind: "reconcile-pull-request", installation: 7, repository, number: 3 } as const;

/** A look that fails with so many tries left. */
async function fail(triesLeft: number, error: Error) {
  const sent: Job[] = [];
  const forgotten: number[] = [];
  const tools = {
    looks: { forget: async ({ number }: { readonly number: number }) => void forgotten.push(number) },
    queue: { sendLater: async (later: Job) => void sent.push(later) },
    blame: () => "ours" as const,
    putOff: (thrown: unknown) => (thrown === limit ? { until: NOON, reason: "limit" } : null),
    now: () => NOON,
  };
  const look = orGiveUp({ job, tools, context: { triesLeft } }, () => Promise.reject(error));
  await expect(look).rejects.toBe(error);
  return { sent, forgotten };
}

const limit = new Error("limit");
const bug = new Error("a bug of ours");

test("after the last try somebody says so on the check, whoever failed", async () => {
  const { kind: _, ...thread } = job;
  expect(await fail(0, bug)).toEqual({ sent: [{ kind: "tell-given-up", ...thread, failing: "ours" }], forgotten: [3] });
});

test("nothing is said while tries are left, and a limit of GitHub's ends none", async () => {
  expect(await fail(1, bug)).toEqual({ sent: [], forgotten: [] });
  expect(await fail(0, limit)).toEqual({ sent: [], forgotten: [] });
});
