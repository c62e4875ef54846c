import { expect, onTestFinished, test } from "vitest";
import { followRevert } from "../../src/jobs/follow-revert.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { RevertingReading } from "../../src/sources/ports.ts";
import { noBoard, smallGitHub } from "../support/readings.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const place = { installation: 7, repositoryId: 70 };
/** The commits that #12 and #11 were merged by. */
const [of12, of11] = ["a".repeat(40), "b".repeat(40)];

/** What #13 takes back, merged into one branch, of what #12 brought into another. */
async function takenBack(branch: RevertingReading["branch"], brought: string, of: Readonly<Record<number, string>>) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const followUps = followUpIndex(store);
  const reader = {
    ...smallGitHub().github,
    async readReverting(_: unknown, number: number) {
      const sha = of[number];
      const body = `This reverts commit ${sha}.`;
      return sha === undefined ? null : { body, messages: [], branch, mergedAt: new Date(number) };
    },
    findMerged: async (_: unknown, sha: string) => ({ number: sha === of12 ? 12 : 11, branch: brought }),
  };
  const writer = { apply: () => Promise.reject(new Error("It writes nothing.")) };
  const connect = async () => ({ reader, writer, board: noBoard });
  const job = { kind: "follow-revert", installation: 7, repository, number: 13 } as const;
  await followRevert(job, { connect, followUps, queue: { send: async () => {} } });
  return followUps.takenBackBy(place, 13);
}

test.each([
  { where: "where it was merged", branch: { name: "next", isDefault: false }, brought: "next", expected: [12] },
  { where: "on the default branch", branch: { name: "main", isDefault: true }, brought: "next", expected: [12] },
  { where: "on another alone, not", branch: { name: "release", isDefault: false }, brought: "main", expected: [] },
])("what is taken back $where", async ({ branch, brought, expected }) => {
  expect(await takenBack(branch, brought, { 13: of12 })).toEqual(expected);
});

test("what it takes back may be a revert that nobody has heard of", async () => {
  expect(await takenBack({ name: "main", isDefault: true }, "main", { 13: of12, 12: of11 })).toEqual([11, 12]);
});
