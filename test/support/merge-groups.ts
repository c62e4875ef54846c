import { expect } from "vitest";
import { latestRuns, suitesFor } from "../../src/sandbox/github/state/checks.ts";
import type { CheckRun, Issue, MergeGroup, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Shop } from "./shop.ts";
import { HYPOTHESIS, openShop, requestsOf } from "./shop.ts";
import type { StoryOptions } from "./start-story.ts";

export const BAD = "A nicer total.";

export interface QueueShop extends Shop {
  readonly problem: Issue;
  /** A description that passes. */
  readonly good: string;
}

export async function openQueueShop(
  config: string | null = "mode: require\n",
  options: StoryOptions = {},
): Promise<QueueShop> {
  const shop = await openShop({ config, ...options });
  const problem = shop.issue();
  return { ...shop, problem, good: `Fixes #${problem.number}\n\n${HYPOTHESIS}` };
}

/** Those with a description of null pass. */
export async function openMembers(
  shop: QueueShop,
  bodies: readonly (string | null)[],
): Promise<readonly PullRequest[]> {
  const { people, repository, good } = shop;
  const members = bodies.map((body, i) =>
    people.openPullRequest({ repository, author: "ada", title: `Change ${i}`, body: body ?? good }),
  );
  await shop.settle();
  return members;
}

/** Queues them as one group, and lets the app answer. */
export async function enqueue(shop: Shop, pullRequests: readonly PullRequest[]): Promise<MergeGroup> {
  const group = shop.people.requestMergeGroup({ pullRequests, by: "ada" });
  await shop.settle();
  return group;
}

export async function end(shop: Shop, group: MergeGroup, reason: "merged" | "invalidated" | "dequeued"): Promise<void> {
  shop.people.endMergeGroup({ group, reason, by: "ada" });
  await shop.settle();
}

/** All runs of ours on the group's commit, the newest last. */
export function runsOf({ repository }: Shop, { headSha }: MergeGroup): readonly CheckRun[] {
  return suitesFor(repository, headSha).flatMap(({ runs }) => runs);
}

/** The run that GitHub counts. */
export function groupRunOf(shop: Shop, { headSha }: MergeGroup): CheckRun {
  const runs = suitesFor(shop.repository, headSha).flatMap(latestRuns);
  expect(runs).toHaveLength(1);
  return at(runs, 0);
}

/** "in_progress: …" or, once completed, "failure: …". */
export function groupVerdictOf(shop: Shop, group: MergeGroup): string {
  const { status, conclusion, output } = groupRunOf(shop, group);
  return `${conclusion ?? status}: ${output.title}`;
}

export function allRequests(shop: Shop): readonly string[] {
  return [...requestsOf(shop, "read"), ...requestsOf(shop, "write")];
}

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}`);
  return item;
}
