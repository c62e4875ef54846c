import { describe, expect, test } from "vitest";
import type { ApiCall } from "../../src/server/metrics-of-api.ts";
import { openMetrics } from "../../src/server/metrics.ts";
import { jobCounts } from "./support/job-counts.ts";

const call: ApiCall = { installation: 1, operation: "POST /x", status: 201, ms: 40, remaining: null, resource: null };

function open(figures: () => Promise<typeof jobCounts> = async () => jobCounts) {
  const clock = { now: 0 };
  const metrics = openMetrics(figures, () => clock.now);
  const lines = async () => (await metrics.content()).split("\n");
  return { ...metrics, clock, lines };
}

test("deliveries are counted by how they were answered, and by what became of them", async () => {
  const { onAnswer, onDelivery, lines } = open();
  onAnswer({ outcome: "stored", ms: 30 });
  onAnswer({ outcome: "wrong-signature", ms: 1 });
  onDelivery("recorded");
  const told = await lines();
  expect(told).toContain('outcome_webhook_requests_total{outcome="stored"} 1');
  expect(told).toContain('outcome_webhook_requests_total{outcome="wrong-signature"} 1');
  // What never happened is told as 0, so that a first refusal is seen as a rise.
  expect(told).toContain('outcome_webhook_requests_total{outcome="no-room"} 0');
  expect(told).toContain('outcome_deliveries_total{outcome="recorded"} 1');
  expect(told).toContain("outcome_webhook_acknowledgement_seconds_count 1");
});

test("jobs and verdicts are counted as they end", async () => {
  const { onJobEnd, onVerdict, lines } = open();
  onJobEnd({ kind: "reconcile-pull-request", outcome: "done", ms: 200 });
  onVerdict("neutral");
  const told = await lines();
  expect(told).toContain('outcome_jobs_ended_total{kind="reconcile-pull-request",outcome="done"} 1');
  expect(told).toContain('outcome_job_duration_seconds_sum{kind="reconcile-pull-request"} 0.2');
  expect(told).toContain('outcome_verdicts_total{conclusion="neutral"} 1');
});

describe("requests to GitHub", () => {
  test("are counted by operation and class of status", async () => {
    const { onCall, lines } = open();
    onCall(call);
    onCall({ ...call, status: 502 });
    onCall({ ...call, status: null });
    const told = await lines();
    for (const status of ["2xx", "5xx", "none"]) {
      expect(told).toContain(`outcome_github_requests_total{operation="POST /x",status="${status}"} 1`);
    }
  });

  test("tell what is left of the limit to the installation that has least", async () => {
    const { onCall, lines } = open();
    onCall({ ...call, resource: "core", remaining: 4000 });
    onCall({ ...call, installation: 2, resource: "core", remaining: 12 });
    onCall({ ...call, installation: 2, resource: "graphql", remaining: 99 });
    const told = await lines();
    expect(told).toContain('outcome_github_remaining{resource="core"} 12');
    expect(told).toContain('outcome_github_remaining{resource="graphql"} 99');
  });

  test("of more than an hour ago tell nothing of the limit any more", async () => {
    const { onCall, clock, lines } = open();
    onCall({ ...call, resource: "core", remaining: 12 });
    clock.now += 3600 * 1000 + 1;
    expect((await lines()).filter((line) => line.startsWith("outcome_github_remaining{"))).toEqual([]);
  });
});

describe("the store's figures", () => {
  test("are as of now", async () => {
    const told = await open().lines();
    expect(told).toContain("outcome_store_up 1");
    expect(told).toContain('outcome_jobs{state="waiting"} 5');
    expect(told).toContain('outcome_jobs{state="backing_off"} 3');
    expect(told).toContain("outcome_oldest_waiting_job_seconds 1.5");
    expect(told).toContain("outcome_dead_letters 1");
    expect(told).toContain("outcome_paused_lines 2");
  });

  test("are missing, and nothing else is, while the store does not answer", async () => {
    const told = await open(() => Promise.reject(new Error("gone"))).lines();
    expect(told).toContain("outcome_store_up 0");
    expect(told).toContain("outcome_dead_letters Nan");
    expect(told.filter((line) => line.startsWith("outcome_jobs{"))).toEqual([]);
    expect(told.some((line) => line.startsWith("process_resident_memory_bytes "))).toBe(true);
  });
});

test("every figure of ours says what it is in a sentence, and is named as Prometheus asks", async () => {
  const told = await open().lines();
  const names = told.flatMap((line) => /^# TYPE (outcome_\S+) (\S+)$/.exec(line)?.slice(1, 3).join(" ") ?? []);
  expect(names.length).toBeGreaterThan(10);
  expect(
    names.filter(
      (name) =>
        !/^outcome_[a-z_]+_total counter$|^outcome_[a-z_]+_seconds histogram$|^outcome_[a-z_]+ gauge$/.test(name),
    ),
  ).toEqual([]);
  expect(told.filter((line) => line.startsWith("# HELP outcome_") && !line.endsWith("."))).toEqual([]);
});
