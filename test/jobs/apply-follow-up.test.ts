import { expect, test } from "vitest";
import type { ThreadWrites } from "../../src/core/plan/plan-follow-up.ts";
import { questionMarker, reminderMarker } from "../../src/core/report/marker.ts";
import { applyFollowUp } from "../../src/jobs/apply-follow-up.ts";
import type { ApplyResult } from "../../src/sources/ports.ts";
import { smallGitHub } from "../support/readings.ts";

const place = { owner: "acme", name: "shop" };
const job = {
  kind: "settle-follow-up",
  installation: 7,
  repository: { id: 70, ...place },
  number: 7,
  on: "problem",
} as const;
const question = { kind: "create-comment", body: `${questionMarker}\nDid this help?` } as const;
const label = { kind: "add-label", name: "outcome: due" } as const;
const plan: readonly ThreadWrites[] = [
  { thread: { ...place, number: 7 }, writes: [question, label] },
  { thread: { ...place, number: 12 }, writes: [label] },
];

/** What was done on which thread, where GitHub ends each of them so, and the app still has the repository or not. */
async function apply(results: readonly ApplyResult[], holds = true, planned = plan) {
  const done: string[] = [];
  const left = [...results];
  const { postponedTo } = await applyFollowUp(
    {
      job,
      tools: {
        queue: { send: async (jobs) => void done.push(...jobs.map(({ kind }) => kind)) },
        logger: { warn: () => void done.push("warned") },
      },
      github: {
        reader: { ...smallGitHub().github, holds: async () => holds },
        writer: {
          async apply({ number }, writes, observer) {
            const result = left.shift() ?? { refused: [] };
            for (const write of writes) {
              await observer?.before(write);
              if (result.refused.some((one) => one.write === write)) continue;
              if (result.postponedTo !== undefined) break;
              done.push(`${number} ${write.kind}`);
              await observer?.after(write, null);
            }
            return result;
          },
        },
      },
      onSaying: async (said) => void done.push(`saying ${said}`),
      onSaid: async (said) => void done.push(`said ${said}`),
    },
    planned,
  );
  return { done, postponedTo };
}

test("what is said on the home is told of before and after, and all else is written", async () => {
  expect(await apply([])).toEqual({
    done: ["saying question", "7 create-comment", "said question", "7 add-label", "12 add-label"],
    postponedTo: null,
  });
});

test("where a question is refused it is known not to stand there, and no label says that anybody was asked", async () => {
  const { done } = await apply([{ refused: [{ write: question, reason: "locked" }] }]);
  expect(done).toEqual(["saying question", "saying null", "warned"]);
});

test("where a reminder is refused the rest is written", async () => {
  const reminder = { kind: "create-comment", body: `${reminderMarker}\nDid this help?` } as const;
  const thread = { ...place, number: 7 };
  const { done } = await apply([{ refused: [{ write: reminder, reason: "locked" }] }], true, [
    { thread, writes: [reminder, label] },
  ]);
  expect(done).toEqual(["saying reminder", "7 add-label", "saying null", "warned"]);
});

test("where there is no room the rest is left until there is", async () => {
  const later = new Date("2026-03-17T10:20:00Z");
  const { done, postponedTo } = await apply([{ refused: [], postponedTo: later }]);
  expect([done, postponedTo]).toEqual([["saying question", "saying null"], later]);
});

test("a repository that was taken out of the installation is let go, and nothing more is tried", async () => {
  const { done } = await apply([{ refused: [{ write: label, reason: "not accessible" }] }], false);
  expect(done).toEqual(["saying question", "7 create-comment", "said question", "warned", "forget-repository"]);
});
