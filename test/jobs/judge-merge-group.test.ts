import { expect, onTestFinished, test } from "vitest";
import { judgeMergeGroup } from "../../src/jobs/judge-merge-group.ts";
import type { JobTools } from "../../src/jobs/tools.ts";
import { commandIndex } from "../../src/queue/known-commands.ts";
import { boardIndex } from "../../src/queue/known-boards.ts";
import { optOutIndex } from "../../src/queue/known-opt-outs.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import { problemIndex } from "../../src/queue/known-problems.ts";
import { mergeGroupIndex } from "../../src/queue/known-merge-groups.ts";
import { recoveryStore } from "../../src/queue/recovery-store.ts";
import { threadIndex } from "../../src/queue/thread-index.ts";
import type { GitHubReader, MergeGroupPlace } from "../../src/sources/ports.ts";
import { noon } from "../support/facts.ts";
import { noBoard, pullRequestReading, smallGitHub } from "../support/readings.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const [sha, ref] = ["b".repeat(40), "refs/heads/gh-readonly-queue/main/pr-3-a"];
const job = { kind: "judge-merge-group", installation: 5, repository, sha, ref } as const;
const group = { installation: 5, repositoryId: 70, owner: "acme", name: "shop", sha, ref };
const queued: MergeGroupPlace = { kind: "queued", numbers: [2, 3] };
const gone: MergeGroupPlace = { kind: "gone" };
const [outage, refusal] = [new Error("502"), new Error("403")];
const blamed = new Map<unknown, "github" | "refused">([
  [outage, "github"],
  [refusal, "refused"],
]);

/** A repository without a configuration, whose pull requests have a check from before: the group is to be let go on. */
function readerOf(places: readonly MergeGroupPlace[], over: Partial<GitHubReader> = {}): GitHubReader {
  const told = places.values();
  const next = () => told.next().value ?? gone;
  const reading = pullRequestReading();
  const completed = { id: 1, completed: true, conclusion: "success", title: "", summary: "", text: "" };
  return {
    ...smallGitHub().github,
    readMergeGroup: async () => ({ ...reading, place: next(), checkRun: null }),
    readMergeGroupPlace: async () => next(),
    readMembers: async () => [{ number: 3, reading: { ...reading, checkRun: completed } }],
    ...over,
  };
}

const unasked = () => Promise.reject(new Error("Nothing is asked as the app"));

async function open() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const done: string[] = [];
  const mergeGroups = mergeGroupIndex(store, () => noon);
  const index = threadIndex(store);
  const look = (reader: GitHubReader) => {
    const tools: JobTools = {
      index,
      commands: commandIndex(store),
      problems: problemIndex(store),
      mergeGroups,
      followUps: followUpIndex(store),
      boards: boardIndex(store),
      optOuts: optOutIndex(store),
      connect: async () => ({
        board: noBoard,
        reader,
        writer: {
          async apply(_, writes) {
            done.push(...writes.map((write) => (write.kind === "start-check-run" ? write.content.title : write.kind)));
            return { refused: [] };
          },
        },
      }),
      queue: {
        send: async () => {},
        sendInWaves: async () => {},
        sendLater: async ({ kind }, at) => void done.push(`${kind} in ${(at.getTime() - noon.getTime()) / 1000} s`),
        cancel: async () => {},
        pause: async () => {},
        resume: async () => {},
      },
      ...recoveryStore(store, "app-1"),
      app: { listDeliveries: unasked, redeliver: unasked, listInstallations: unasked },
      matters: () => true,
      putOff: () => null,
      blame: (error) => blamed.get(error) ?? "ours",
      now: () => noon,
      webUrl: "https://github.com",
      logger: { warn: () => {} },
    };
    return judgeMergeGroup(job, tools);
  };
  return { index, mergeGroups, done, look };
}

test("whoever is edited while the members are read wakes the group again", async () => {
  const { mergeGroups, look } = await open();
  const known: unknown[] = [];
  const readMembers: GitHubReader["readMembers"] = async () => {
    known.push(...(await mergeGroups.groupsOf({ ...group, number: 2 })));
    return [];
  };
  await look(readerOf([queued], { readMembers }));
  expect(known).toEqual([{ sha, ref }]);
});

test("a group that GitHub's queue does not have yet is looked at once more, and then answered", async () => {
  const { done, look } = await open();
  await look(readerOf([gone]));
  expect(done).toEqual(["judge-merge-group in 30 s"]);
  await look(readerOf([queued, queued]));
  expect(done.slice(1)).toEqual(["create-check-run"]);
});

test("a group that GitHub's queue does not have twice is forgotten", async () => {
  const { mergeGroups, done, look } = await open();
  await look(readerOf([gone]));
  await look(readerOf([gone]));
  expect(done).toEqual(["judge-merge-group in 30 s"]);
  expect(await mergeGroups.knows(group)).toBe(false);
});

test("a group that is in the queue is answered, though an end of it was heard of meanwhile", async () => {
  const { mergeGroups, done, look } = await open();
  const reader = readerOf([queued, queued]);
  const readMembers: GitHubReader["readMembers"] = async (reading) => {
    await mergeGroups.forget(group);
    return reader.readMembers(reading);
  };
  await look({ ...reader, readMembers });
  expect(done).toEqual(["create-check-run"]);
});

test("a group that seems to end before it is answered is not written to, and looked at once more", async () => {
  const { done, look } = await open();
  await look(readerOf([queued, gone]));
  expect(done).toEqual(["judge-merge-group in 30 s"]);
});

test.each([
  ["GitHub where it failed", outage, "Waiting for GitHub"],
  ["a refusal where it refused", refusal, "GitHub refuses what this app asks"],
  ["nobody else where we did", new TypeError("x is undefined"), "Could not be evaluated yet"],
])("a group that cannot be read waits, and blames %s", async (_, error, title) => {
  const { index, done, look } = await open();
  await index.noteHead({ ...group, number: 3 }, "a".repeat(40));
  const fail = () => Promise.reject(error);
  await expect(look(readerOf([], { readMergeGroup: fail, readGroupRun: async () => null }))).rejects.toBe(error);
  expect(done).toEqual([title, "judge-merge-group in 600 s"]);
});
