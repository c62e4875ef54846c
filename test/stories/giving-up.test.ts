import { expect, test } from "vitest";
import type { Failure } from "../../src/sandbox/github/server/faults.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { expectDone } from "../support/after-changes.ts";
import {
  checkOf,
  HYPOTHESIS,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

const QUIET = { logLevel: "fatal" } as const;
const DOWN: Failure = { kind: "answers", status: 502, moment: "before" };

/** More than all tries of a look take. */
async function untilGivenUp(shop: Shop): Promise<void> {
  for (let i = 0; i < 25; i += 1) await shop.later(4);
}

/** GitHub does not answer for pull requests: every look at one fails, and all else works. */
function breakLooks({ github }: Shop): void {
  github.faults.add({ on: "Thread", does: DOWN, times: 1000 });
}

function breakEverything({ github }: Shop): void {
  github.faults.add({ on: ({ kind }) => kind !== "token", does: DOWN, times: 100_000 });
}

async function deadJobs({ app }: Shop): Promise<number> {
  return (await app.runtime.queue.counts()).dead;
}

test.each([
  ["{}\n", "neutral"],
  ["mode: require\n", "action_required"],
])(
  "what GitHub did not answer for until the last try is said on the check, with %j as %s",
  async (config, conclusion) => {
    const shop = await openShop({ config, ...QUIET });
    // By now it is known what is asked here.
    await shop.open("A first one.");
    breakLooks(shop);
    const pullRequest = await shop.open("A nicer total.");
    await untilGivenUp(shop);
    expect(verdictOf(shop, pullRequest)).toBe(`${conclusion}: Could not be evaluated: GitHub did not answer`);
    const summary = checkOf(shop, pullRequest)?.output.summary;
    expect(summary).toContain("press *Re-check*");
    expect(summary?.includes("Nothing is held up")).toBe(conclusion === "neutral");
    shop.github.faults.clear();
    await shop.later(5);
    expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
    expect(await deadJobs(shop)).toBe(0);
  },
);

test("one for which `mode: require` does not hold yet is not held up", async () => {
  const shop = await openShop({ config: "mode: require\nrequire_from: 2030-01-01\n", ...QUIET });
  breakLooks(shop);
  const pullRequest = await shop.open("A nicer total.");
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Could not be evaluated: GitHub did not answer");
});

test("while GitHub is down the check waits to be told, and nothing is told once all is well again", async () => {
  const shop = await openShop({ config: "mode: require\n", ...QUIET });
  const pullRequest = await shop.open("A nicer total.");
  breakEverything(shop);
  await shop.edit(pullRequest, "A nicer total, still.");
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(await deadJobs(shop)).toBe(1);
  shop.github.faults.clear();
  await shop.later(5);
  await shop.later(5);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(await deadJobs(shop)).toBe(0);
  await shop.later(60);
  await expectDone(shop);
  await repeatDeliveries(shop);
});

test("an answer of before does not pass for one to what was edited since, where rules are required", async () => {
  const { shop, pullRequest } = await passing({ config: "mode: require\n" });
  breakLooks(shop);
  await shop.edit(pullRequest, "A nicer total.");
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBe("action_required: Could not be evaluated: GitHub did not answer");
  expect(checkOf(shop, pullRequest)?.suite.runs).toHaveLength(1);
  shop.github.faults.clear();
  await shop.later(5);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(await deadJobs(shop)).toBe(0);
});

test("a person's re-check takes up what was given up, and clears it", async () => {
  const { shop, pullRequest } = await passing({});
  breakLooks(shop);
  await shop.edit(pullRequest, "A nicer total.");
  await untilGivenUp(shop);
  shop.github.faults.clear();
  const run = checkOf(shop, pullRequest);
  if (run === undefined) throw new Error("There is no check");
  shop.people.requestCheckAction({ run, identifier: "recheck", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(await deadJobs(shop)).toBe(0);
});

test("where nothing is configured, nothing is told", async () => {
  const shop = await openShop({ config: null, ...QUIET });
  breakLooks(shop);
  const pullRequest = await shop.open("A nicer total.");
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("where nobody knows what is asked, one that had a check is stopped and one that had none hears nothing", async () => {
  const { shop, pullRequest } = await passing({ config: "mode: require\n" });
  // Nobody has read the configuration since the store was lost, and now it cannot be read.
  await shop.away(0, () => {});
  shop.github.faults.add({ on: "graphql", does: DOWN, times: 100_000 });
  await shop.edit(pullRequest, "A nicer total.");
  const other = await shop.open("Another one.");
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBe("action_required: Could not be evaluated: GitHub did not answer");
  expect(verdictOf(shop, other)).toBeUndefined();
});

test("a pull request that is closed meanwhile is left as it is", async () => {
  const shop = await openShop(QUIET);
  breakLooks(shop);
  const pullRequest = await shop.open("A nicer total.");
  shop.people.closePullRequest({ pullRequest, by: "ada" });
  await untilGivenUp(shop);
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  expect(ownComments(pullRequest)).toEqual([]);
});

async function passing(options: ShopOptions): Promise<{ shop: Shop; pullRequest: PullRequest }> {
  const shop = await openShop({ ...QUIET, ...options });
  const issue = shop.issue();
  const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain("success: ");
  return { shop, pullRequest };
}
