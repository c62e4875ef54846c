import { describe, expect, test } from "vitest";
import type { ObservedGroupRun } from "../../../src/core/facts/observed.ts";
import type { DesiredGroup } from "../../../src/core/plan/desire-merge-group.ts";
import { desireMergeGroup, desireMisconfiguredGroup } from "../../../src/core/plan/desire-merge-group.ts";
import { planMergeGroup } from "../../../src/core/plan/plan-merge-group.ts";
import type { Member } from "../../../src/core/report/merge-group.ts";
import type { Conclusion } from "../../../src/core/verdict/verdict.ts";

const start = new Date("2026-03-02T09:00:00Z");
const sha = "a".repeat(40);
const place = { owner: "acme", name: "shop" };

function member(number: number, conclusion: Conclusion): Member {
  return { number, name: `Change ${number}`, content: { conclusion, title: "Its title", summary: "Its table" } };
}

function desire(...conclusions: readonly Conclusion[]): DesiredGroup {
  const members = conclusions.map((conclusion, i) => member(i + 1, conclusion));
  return desireMergeGroup({ members, listed: true, policy: "requires" });
}

function running(over: Partial<ObservedGroupRun> = {}): ObservedGroupRun {
  const shown = { title: "Waiting", summary: "", text: "" };
  return { id: 5, completed: false, conclusion: null, ...shown, runningSince: start, ...over };
}

function completed(conclusion: string): ObservedGroupRun {
  return running({ completed: true, conclusion, runningSince: null });
}

function plan(run: ObservedGroupRun | null, desired: DesiredGroup, minutes = 0) {
  return planMergeGroup({ sha, run, now: new Date(start.getTime() + minutes * 60_000) }, desired);
}

describe("the strictest answer of all decides", () => {
  test.each<{ all: readonly Conclusion[]; conclusion: string }>([
    { all: ["success"], conclusion: "success" },
    { all: ["skipped", "skipped"], conclusion: "skipped" },
    { all: ["skipped", "success"], conclusion: "success" },
    { all: ["success", "neutral"], conclusion: "neutral" },
    { all: ["success", "failure", "neutral"], conclusion: "failure" },
    { all: ["action_required", "failure"], conclusion: "failure" },
  ])("$all gives $conclusion", ({ all, conclusion }) => {
    expect(desire(...all)).toMatchObject({ kind: "answered", content: { conclusion } });
  });

  test.each<{ policy: "advises" | "requires"; listed: boolean; conclusion: Conclusion; kind: string }>([
    { policy: "requires", listed: true, conclusion: "action_required", kind: "undetermined" },
    { policy: "requires", listed: false, conclusion: "success", kind: "undetermined" },
    { policy: "requires", listed: false, conclusion: "failure", kind: "answered" },
    { policy: "advises", listed: false, conclusion: "success", kind: "answered" },
    { policy: "advises", listed: true, conclusion: "neutral", kind: "answered" },
  ])("$conclusion of a group that is listed: $listed, where it $policy, is $kind", ({ kind, conclusion, ...known }) => {
    expect(desireMergeGroup({ members: [member(1, conclusion)], ...known }).kind).toBe(kind);
  });

  test.each([
    { listed: true, kind: "answered", told: { content: { conclusion: "neutral" } } },
    {
      listed: false,
      kind: "undetermined",
      told: { waiting: { title: "Waiting for GitHub to list this merge group" } },
    },
  ])("a repair of the configuration, in a group that is listed: $listed, is $kind", ({ listed, kind, told }) => {
    const broken = { problems: [], requires: true };
    const members = [member(1, "neutral")];
    const desired = desireMisconfiguredGroup({ broken, repository: place, members, listed });
    expect(desired).toMatchObject({ kind, ...told });
  });

  test.each<{ requires: boolean; members: readonly Conclusion[]; conclusion: string }>([
    { requires: true, members: [], conclusion: "failure" },
    { requires: true, members: ["neutral", "failure"], conclusion: "failure" },
    { requires: true, members: ["neutral", "action_required"], conclusion: "failure" },
    { requires: false, members: ["neutral", "failure"], conclusion: "neutral" },
  ])("while the configuration is broken, $members are $conclusion at once", ({ requires, members, conclusion }) => {
    const broken = { problems: [], requires };
    const known = members.map((one, at) => member(at + 1, one));
    const desired = desireMisconfiguredGroup({ broken, repository: place, members: known, listed: true });
    expect(desired).toMatchObject({
      kind: "answered",
      content: { conclusion, title: expect.stringMatching(/^The configuration/) },
    });
  });

  test("a group that holds nothing open is left alone", () => {
    expect(plan(null, desire())).toEqual({ writes: [], again: null });
  });
});

describe("what is not determined", () => {
  const desired = desire("success", "action_required");

  test("is shown as in progress once, and looked at again", () => {
    const { writes, again } = plan(null, desired);
    expect(writes).toMatchObject([{ kind: "start-check-run", headSha: sha, startedAt: start }]);
    expect(again).toEqual(new Date(start.getTime() + 15_000));
  });

  test.each([
    { minutes: 0, seconds: 15 },
    { minutes: 1, seconds: 60 },
    { minutes: 5, seconds: 120 },
    { minutes: 9, seconds: 60 },
    { minutes: 9.99, seconds: 0.6 },
  ])("after $minutes minutes nothing is written, and the next look is $seconds seconds later", (after) => {
    const { writes, again } = plan(running(), desired, after.minutes);
    expect(writes).toEqual([]);
    expect(again?.getTime()).toBeCloseTo(start.getTime() + after.minutes * 60_000 + after.seconds * 1000);
  });

  test("fails when ten minutes are over, and then rests", () => {
    const { writes, again } = plan(running(), desired, 10);
    expect(writes).toMatchObject([{ kind: "update-check-run", id: 5, content: { conclusion: "failure" } }]);
    expect(again).toBeNull();
    expect(plan(completed("failure"), desired, 11)).toEqual({ writes: [], again: null });
  });

  test.each([
    { what: "an answer that passed", run: completed("success") },
    { what: "a run that was asked for again", run: running({ conclusion: "failure", runningSince: null }) },
  ])("starts anew after $what", ({ run }) => {
    expect(plan(run, desired, 60).writes).toMatchObject([{ kind: "start-check-run" }]);
  });
});

describe("an answer", () => {
  test("completes the run that waits, and is not written twice", () => {
    const desired = desire("success", "failure");
    const { writes } = plan(running(), desired, 3);
    expect(writes).toMatchObject([{ kind: "update-check-run", id: 5 }]);
    const [write] = writes;
    if (write?.kind !== "update-check-run") throw new Error("There is no such write");
    expect(plan({ ...completed("failure"), ...write.content }, desired, 4)).toEqual({ writes: [], again: null });
  });
});
