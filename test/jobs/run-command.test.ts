import { expect, onTestFinished, test } from "vitest";
import { runCommand } from "../../src/jobs/run-command.ts";
import { Unanswered } from "../../src/jobs/unreadable.ts";
import type { Write } from "../../src/core/plan/write.ts";
import { commandIndex } from "../../src/queue/known-commands.ts";
import { lookIndex } from "../../src/queue/known-looks.ts";
import { followUpIndex } from "../../src/queue/known-follow-ups.ts";
import type { ApplyResult, CommandComment, GitHubReader } from "../../src/sources/ports.ts";
import { ada, minutesAgo, noon } from "../support/facts.ts";
import { emptyThread, noBoard, pullRequestReading, smallGitHub } from "../support/readings.ts";
import { openTestStore } from "../support/store.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const thread = { installation: 7, repository, number: 7 };
const job = { kind: "run-command", ...thread, on: "pull_request", comment: "IC_900", commentId: 900 } as const;
const help: CommandComment = {
  id: 900,
  nodeId: "IC_900",
  body: "/outcome help",
  author: ada,
  createdAt: minutesAgo(1),
  edited: false,
  hidden: false,
  belongs: false,
};

const configured = {
  repository: {
    owner: "acme",
    name: "shop",
    visibility: "public",
    readable: true,
    files: [{ path: ".github/outcome.yml", text: "{}\n", bytes: 3, commit: "c".repeat(40), landedAt: minutesAgo(500) }],
  },
  organisation: { owner: "acme", name: ".github", visibility: null, files: [], readable: true },
} as const;

/** A thread with this comment, of which GitHub's REST says whether it is there. */
function readerOf(comment: CommandComment | null, over: Partial<GitHubReader> = {}): GitHubReader {
  const commandComments = comment === null ? [] : [comment];
  const reading = pullRequestReading({ configuration: configured, thread: { ...emptyThread, commandComments } });
  return { ...smallGitHub().github, readPullRequest: async () => reading, ...over };
}

async function open(apply: (writes: readonly Write[]) => ApplyResult = () => ({ refused: [] })) {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const done: string[] = [];
  const [followUps, looks] = [followUpIndex(store), lookIndex(store)];
  const givenUp = new Set<number>();
  const run = (reader: GitHubReader) =>
    runCommand(job, {
      commands: commandIndex(store),
      followUps,
      looks,
      isGivenUp: async (one) => "number" in one && givenUp.has(one.number),
      index: { forgetThread: async () => void done.push("forget") },
      connect: async () => ({
        board: noBoard,
        reader,
        writer: {
          async apply(_thread, writes) {
            done.push(...writes.map(({ kind }) => kind));
            return apply(writes);
          },
        },
      }),
      queue: {
        send: async (jobs) => void done.push(...jobs.map(({ kind }) => kind)),
        sendLater: async ({ kind }, at) => void done.push(`${kind} at ${at.toISOString().slice(11, 16)}`),
      },
      now: () => noon,
      webUrl: "https://github.com",
    });
  return { run, done, followUps, looks, givenUp };
}

test("a comment that REST still has is asked for again, for GraphQL may lag behind the delivery", async () => {
  const { run, done } = await open();
  await expect(run(readerOf(null, { hasComment: async () => true }))).rejects.toThrow(Unanswered);
  await run(readerOf(help));
  expect(done).toEqual(["add-reaction", "create-comment"]);
});

test("one that is gone everywhere was taken back", async () => {
  const { run, done } = await open();
  await run(readerOf(null, { hasComment: async () => false }));
  expect(done).toEqual([]);
});

test("what is gone with its pull request is forgotten", async () => {
  const { run, done } = await open();
  await run(readerOf(help, { readPullRequest: async () => null }));
  expect(done).toEqual(["forget"]);
});

test.each([
  ["was edited meanwhile", { edited: true }],
  ["was hidden meanwhile", { hidden: true }],
  ["is a bot's", { author: { login: "helper", kind: "bot" } as const }],
  ["is of a deleted account", { author: null }],
  ["only quotes a command", { body: "> /outcome help" }],
])("nothing is done where the comment %s", async (_title, over) => {
  const { run, done } = await open();
  await run(readerOf({ ...help, ...over }));
  expect(done).toEqual([]);
});

test("while GitHub does not tell a role that decides, the job is tried again, and nothing is done", async () => {
  const { run, done } = await open();
  const check = { ...help, body: "/outcome check", author: { login: "tara", kind: "user" } as const };
  await expect(run(readerOf(check, { readRole: async () => "unknown" }))).rejects.toThrow(Unanswered);
  expect(done).toEqual([]);
  await run(readerOf(check, { readRole: async () => "triage" }));
  expect(done).toEqual(["reconcile-pull-request", "add-reaction"]);
});

test("an answer for which there is no room follows when there is, and is looked for first", async () => {
  const later = new Date("2026-03-02T12:20:00Z");
  const results: ApplyResult[] = [{ refused: [], postponedTo: later }];
  const { run, done } = await open(() => results.shift() ?? { refused: [] });
  await run(readerOf(help));
  expect(done).toEqual(["add-reaction", "create-comment", "run-command at 12:20"]);
  done.length = 0;
  await run(readerOf(help, { hasAnswer: async () => true }));
  expect(done).toEqual(["add-reaction"]);
  done.length = 0;
  await run(readerOf(help));
  expect(done).toEqual([]);
});

const validated = { ...help, body: "/outcome validated Fewer carts are left." };

/** On a pull request that was merged before the comment, and that nobody has looked at since. */
function mergedReader(over: Partial<GitHubReader>): GitHubReader {
  const reading = pullRequestReading({
    configuration: configured,
    state: "merged",
    mergedAt: minutesAgo(2),
    thread: { ...emptyThread, commandComments: [validated] },
  });
  return readerOf(validated, {
    readPullRequest: async () => reading,
    readRole: async () => "write",
    listMerged: async () => [],
    ...over,
  });
}

test("an answer waits for the look at what was merged, but not for one that the queue has given up on", async () => {
  const { run, done, givenUp } = await open();
  await run(mergedReader({}));
  expect(done).toEqual(["reconcile-pull-request", "run-command at 12:01"]);
  done.length = 0;
  givenUp.add(7);
  await run(mergedReader({}));
  expect(done).toEqual(["add-reaction", "create-comment"]);
});

test("an answer that was about to be refused counts where what it is about was looked at meanwhile", async () => {
  const { run, done, followUps, looks } = await open();
  const reader = mergedReader({
    async listMerged() {
      await followUps.noteServed({ ...thread, on: "pull_request" }, 7);
      const at = { installation: 7, repositoryId: 70, owner: "acme", name: "shop", number: 7 };
      await looks.note(at, { at: noon, silentSince: null, isOpen: false });
      return [];
    },
  });
  await run(reader);
  expect(done).toEqual(["settle-follow-up", "add-reaction"]);
});
