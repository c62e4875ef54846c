import { expect, onTestFinished, test } from "vitest";
import { recheckDependents } from "../../src/jobs/recheck-dependents.ts";
import { recheckLinkedPullRequests } from "../../src/jobs/recheck-linked-pull-requests.ts";
import type { Job } from "../../src/queue/job.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 70, owner: "acme", name: "ideas" };
const dependents = { kind: "recheck-dependents", installation: 5, repository, knownAs: "acme/ideas" } as const;
const linking = { installation: 6, repositoryId: 80, owner: "globex", name: "tools" };
const look = {
  kind: "reconcile-pull-request",
  installation: 6,
  repository: { id: 80, owner: "globex", name: "tools" },
  number: 3,
};

/** One pull request that links into the repository, and one repository whose configuration builds on it. */
async function open() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const index = threadIndex(store);
  await index.replaceLinks({ ...linking, number: 3 }, [{ repositoryId: 70, owner: "acme", name: "ideas", number: 1 }]);
  await index.replaceBases(linking, [{ owner: "acme", name: "ideas" }]);
  const sent: (readonly [how: string, jobs: readonly Job[]])[] = [];
  const queue = {
    send: async (jobs: readonly Job[]) => void sent.push(["at once", jobs]),
    sendInWaves: async (jobs: readonly Job[]) => void sent.push(["in waves", jobs]),
    sendLater: async () => {},
    cancel: async () => {},
    pause: async () => {},
    resume: async () => {},
  };
  return { tools: { index, queue, followUps: followUpIndex(store) }, sent };
}

test.each([
  ["in waves", {}],
  ["at once", { pace: "at-once" }],
] as const)(
  "what depends on a repository is woken %s, and those that build on it pass that on: %o",
  async (how, pace) => {
    const { tools, sent } = await open();
    await recheckDependents({ ...dependents, ...pace }, tools);
    const building = { kind: "recheck-repository", installation: 6, repository: look.repository, ...pace };
    expect(sent).toEqual([[how, [look, building]]]);
  },
);

test("an issue wakes those that link to it in waves", async () => {
  const { tools, sent } = await open();
  await recheckLinkedPullRequests(
    { kind: "recheck-linked-pull-requests", installation: 5, repository, number: 1 },
    tools,
  );
  expect(sent).toEqual([["in waves", [look]]]);
});
