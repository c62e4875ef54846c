import { expect, test } from "vitest";
import { tellGivenUp } from "../../src/jobs/tell-given-up.ts";
import type { JobTools } from "../../src/jobs/tools.ts";
import type { Job } from "../../src/queue/job.ts";
import type { CommitRun, GitHubReader } from "../../src/sources/ports.ts";
import { noon } from "../support/facts.ts";
import { noBoard, smallGitHub } from "../support/readings.ts";

const repository = { id: 70, owner: "acme", name: "shop" };
const job = { kind: "tell-given-up", installation: 7, repository, number: 3, failing: "ours" } as const;
const look = { kind: "reconcile-pull-request", installation: 7, repository, number: 3 };
const outage = new Error("502");
const limit = new Error("limit");

interface World {
  /** What is answered each time: whether the look is given up now. */
  readonly givenUp?: readonly boolean[];
  readonly asks?: "requires" | "advises" | "nothing" | null;
  readonly run?: CommitRun | null;
  readonly over?: Partial<GitHubReader>;
  readonly failing?: "github" | "ours";
}

/** Tells it once, where GitHub does not answer for the configuration. What was written, and what was sent. */
async function tell({ givenUp = [true, true], asks = "requires", run = null, over = {}, failing = "ours" }: World) {
  const answers = [...givenUp];
  const written: string[] = [];
  const sent: Job[] = [];
  const forgotten: number[] = [];
  const reader: GitHubReader = {
    ...smallGitHub().github,
    readConfiguration: () => Promise.reject(outage),
    readHead: async () => ({ state: "open", sha: "a".repeat(40), createdAt: noon, author: null }),
    readRunOfCommit: async () => run,
    ...over,
  };
  const writer = {
    async apply(_: unknown, writes: Parameters<Awaited<ReturnType<JobTools["connect"]>>["writer"]["apply"]>[1]) {
      for (const write of writes) {
        if (write.kind !== "create-check-run" && write.kind !== "update-check-run") throw new Error(write.kind);
        written.push(`${write.kind} ${write.content.conclusion}: ${write.content.title}`);
      }
      return { refused: [] };
    },
  };
  await tellGivenUp(
    { ...job, failing },
    {
      isGivenUp: async () => answers.shift() ?? false,
      connect: async () => ({ reader, writer, board: noBoard }),
      looks: { forget: async ({ number }) => void forgotten.push(number) },
      policies: { of: async () => asks },
      queue: { send: async (jobs) => void sent.push(...jobs), sendLater: async (one) => void sent.push(one) },
      putOff: (error) => (error === limit ? { until: noon, reason: "limit" } : null),
      now: () => noon,
      logger: { warn: () => {} },
    },
  );
  return { written, sent, forgotten };
}

const ours = "create-check-run action_required: Could not be evaluated: an error of this app";

test("an error of ours is called one, by what was asked when the configuration could be read last", async () => {
  expect(await tell({})).toMatchObject({ written: [ours], sent: [] });
  expect((await tell({ asks: "advises" })).written).toEqual([ours.replace("action_required", "neutral")]);
  expect(await tell({ asks: null })).toMatchObject({ written: [], sent: [] });
});

test("nothing is told of a look that came to an end since, or is under way", async () => {
  expect(await tell({ givenUp: [false] })).toMatchObject({ written: [], sent: [], forgotten: [] });
});

test("a pull request that was given up on counts as not looked at, so that the next sweep looks", async () => {
  expect((await tell({})).forgotten).toEqual([3]);
  expect((await tell({ asks: null })).forgotten).toEqual([3]);
});

test("a look that began meanwhile is followed by another", async () => {
  expect(await tell({ givenUp: [true, false] })).toMatchObject({ written: [ours], sent: [look] });
});

test("what GitHub failed at is looked at again once it answers", async () => {
  const { written, sent } = await tell({ failing: "github" });
  expect(written).toEqual([ours.replace("an error of this app", "GitHub did not answer")]);
  expect(sent).toEqual([look]);
});

test("what was said already is not written again, and an older answer gives way", async () => {
  const said = { id: 5, number: 3, completed: true, conclusion: "success", title: "Fine", summary: "", text: "" };
  expect((await tell({ run: said })).written).toEqual([ours.replace("create", "update")]);
});

test("one that is closed or gone is left as it is", async () => {
  expect((await tell({ over: { readHead: async () => null } })).written).toEqual([]);
  expect(
    (await tell({ over: { readHead: async () => ({ state: "closed", sha: "a", createdAt: noon, author: null }) } }))
      .written,
  ).toEqual([]);
});

test("a limit of GitHub's puts it off, and what it does not answer is tried again", async () => {
  await expect(tell({ over: { readConfiguration: () => Promise.reject(limit) } })).rejects.toBe(limit);
  await expect(tell({ over: { readHead: () => Promise.reject(outage) } })).rejects.toBe(outage);
});
