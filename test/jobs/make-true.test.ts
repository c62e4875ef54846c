import { expect, test, vi } from "vitest";
import { settled } from "../../src/core/plan/desired.ts";
import { makeTrue } from "../../src/jobs/make-true.ts";
import type { JobTools } from "../../src/jobs/tools.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import type { Job } from "../../src/queue/job.ts";
import type { GitHubWriter } from "../../src/sources/ports.ts";
import { comment, noon, nothingObserved } from "../support/facts.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 500, owner: "acme", name: "shop" };
const job = { kind: "reconcile-pull-request", installation: 5, repository, number: 7 } as const;
const thread = { installation: 5, repositoryId: 500, owner: "acme", name: "shop", number: 7 };
const shown = { kind: "present", id: 901, nodeId: "IC_901", minimisedByUs: false } as const;
const reason = "Resource not accessible by integration";

const obeying: GitHubWriter = {
  async apply(_, writes, observer) {
    for (const write of writes) {
      await observer?.before(write);
      await observer?.after(write, null);
    }
    return { refused: [] };
  },
};

const refusing: GitHubWriter = {
  async apply(_, writes, observer) {
    for (const write of writes) await observer?.before(write);
    return { refused: writes.map((write) => ({ write, reason })) };
  },
};

const missing = new Error("404 Not Found");
const outage = new Error("502");
const failing = (failure: Error): GitHubWriter => ({ apply: () => Promise.reject(failure) });
const blame = (error: unknown) => (error === missing ? ("refused" as const) : ("github" as const));

const full: GitHubWriter = {
  apply: async () => ({ refused: [], postponedTo: new Date("2026-03-02T12:30:00Z") }),
};

/** Nothing is asked any more, so the comment is to be hidden. What is sent for later, and what the index knows then. */
async function hideComment(writer: GitHubWriter, repositoryIs: "held" | "taken out" = "held") {
  const store = await openTestStore();
  const index = threadIndex(store);
  const sendLater = vi.fn<JobTools["queue"]["sendLater"]>();
  const sent: Job[] = [];
  const queue = {
    send: async (jobs: readonly Job[]) => void sent.push(...jobs),
    sendInWaves: async () => {},
    sendLater,
    cancel: async () => {},
    pause: async () => {},
    resume: async () => {},
  };
  const tools = { index, queue, blame, now: () => noon };
  const github = { writer, reader: { holds: async () => repositoryIs === "held" } };
  const observed = { ...nothingObserved, comment: comment("Which problem does this solve?") };
  await makeTrue({ job, tools, github, known: shown, observed, desired: settled });
  const known = await index.comment(thread);
  await store.close();
  return { later: sendLater.mock.calls, known, sent };
}

test("a comment that was hidden is remembered as hidden by us, and nothing is left for later", async () => {
  const { later, known } = await hideComment(obeying);
  expect(known).toMatchObject({ id: 901, minimisedByUs: true });
  expect(later).toEqual([]);
});

test("a comment that GitHub did not let us hide is not remembered as hidden by us", async () => {
  expect((await hideComment(refusing)).known).toMatchObject({ id: 901, minimisedByUs: false });
});

test("what has no room yet is looked at again when there is", async () => {
  const { later } = await hideComment(full);
  expect(later).toEqual([[job, new Date("2026-03-02T12:30:00Z")]]);
});

const forgotten = [{ kind: "forget-repository", installation: 5, repository }];

test("a repository that was taken out is forgotten once a write to it is refused, and not before", async () => {
  expect((await hideComment(refusing, "taken out")).sent).toEqual(forgotten);
  expect((await hideComment(refusing)).sent).toEqual([]);
  expect((await hideComment(obeying, "taken out")).sent).toEqual([]);
});

test("it is forgotten too where GitHub says that there is no such thing, and any other failure is thrown on", async () => {
  expect((await hideComment(failing(missing), "taken out")).sent).toEqual(forgotten);
  await expect(hideComment(failing(missing))).rejects.toBe(missing);
  await expect(hideComment(failing(outage), "taken out")).rejects.toBe(outage);
});
