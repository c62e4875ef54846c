import { expect, test } from "vitest";
import type { Failure } from "../../src/sandbox/github/server/faults.ts";
import { queueChecks } from "../../src/sandbox/shown-items.ts";
import {
  allRequests,
  at,
  BAD,
  end,
  enqueue,
  groupVerdictOf,
  openMembers,
  openQueueShop,
  runsOf,
} from "../support/merge-groups.ts";
import { repeatDeliveries, requestsOf } from "../support/shop.ts";

const reasons = ["invalidated", "dequeued"] as const;

test.each(reasons)("a group that is %s before anybody looked gets no check", async (reason) => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
  shop.people.endMergeGroup({ group, reason, by: "ada" });
  await shop.settle();
  expect(runsOf(shop, group)).toEqual([]);
  await repeatDeliveries(shop);
});

test.each([{ heard: "and the delivery of its end comes at once" }, { heard: "and the delivery of its end is lost" }])(
  "a group that ends while it is evaluated gets no check, $heard",
  async ({ heard }) => {
    const shop = await openQueueShop();
    const members = await openMembers(shop, [BAD]);
    const isLost = heard.endsWith("lost");
    // What goes wrong is nothing: the group ends when its pull requests have been read.
    const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
    shop.github.faults.add({
      on: ({ operation }) => {
        if (operation !== "MergeGroupPlace" || !shop.repository.mergeGroups.includes(group)) return false;
        if (isLost) shop.github.webhooks.hold();
        shop.people.endMergeGroup({ group, reason: "dequeued", by: "ada" });
        return false;
      },
      does: { kind: "resets", moment: "before" },
    });
    await shop.settle();
    expect(shop.repository.mergeGroups).toEqual([]);
    expect(allRequests(shop)).toContain("MergeGroupPlace");
    expect(runsOf(shop, group)).toEqual([]);
  },
);

test("a group that ends while it waits for an answer is asked about no more, and left as it is", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, ["Part of elsewhere/hidden#4"]);
  const group = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toContain("in_progress: ");
  await end(shop, group, "dequeued");
  shop.github.requests.clear();
  for (let minute = 0; minute < 15; minute += 1) await shop.later(1);
  expect(requestsOf(shop, "read")).toEqual([]);
  expect(groupVerdictOf(shop, group)).toContain("in_progress: ");
  expect((await shop.app.runtime.queue.counts()).delayed).toBe(0);
});

test("a group that GitHub's queue shows only later is answered then", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
  const queue = shop.repository.mergeGroups;
  shop.repository.mergeGroups = [];
  await shop.settle();
  expect(runsOf(shop, group)).toEqual([]);
  shop.repository.mergeGroups = queue;
  await shop.later(1);
  expect(groupVerdictOf(shop, group)).toContain("failure: #2 stops this merge group");
  await repeatDeliveries(shop);
});

test("a group that ends and is built anew with the same commit is answered, in whatever order GitHub tells it", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  shop.github.webhooks.hold();
  const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
  const queue = shop.repository.mergeGroups;
  shop.people.endMergeGroup({ group, reason: "invalidated", by: "ada" });
  shop.repository.mergeGroups = queue;
  shop.repository.branches.set(group.headRef, group.headSha);
  const held = shop.github.webhooks.held();
  shop.github.webhooks.deliverAutomatically();
  for (const delivery of held) await shop.github.webhooks.send(delivery);
  await shop.settle();
  expect(groupVerdictOf(shop, group)).toContain("failure: #2 stops this merge group");
  await repeatDeliveries(shop);
});

test("an end that is heard of before the question asks for nothing", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  shop.github.webhooks.hold();
  const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
  shop.people.endMergeGroup({ group, reason: "invalidated", by: "ada" });
  const held = shop.github.webhooks.held();
  shop.github.webhooks.deliverAutomatically();
  for (const delivery of held.toReversed()) await shop.github.webhooks.send(delivery);
  await shop.settle();
  expect(runsOf(shop, group)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a branch that GitHub left behind is no group", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  const group = shop.people.requestMergeGroup({ pullRequests: members, by: "ada" });
  shop.people.endMergeGroup({ group, reason: "dequeued", by: "ada" });
  shop.repository.branches.set(group.headRef, group.headSha);
  await shop.settle();
  expect(runsOf(shop, group)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a pull request that is queued again is answered in its new group", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD]);
  const group = await enqueue(shop, members);
  await end(shop, group, "dequeued");
  await shop.edit(at(members, 0), shop.good);
  const next = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toContain("failure: ");
  expect(groupVerdictOf(shop, next)).toContain("success: ");
  await repeatDeliveries(shop);
});

test.each([
  { what: "what passes", body: null, merged: true, check: "success: " },
  { what: "what does not", body: BAD, merged: false, check: "failure: #2 stops this merge group" },
])("where GitHub goes by the check alone, $what ends as it says", async ({ body, merged, check }) => {
  const shop = await openQueueShop();
  const [member] = await openMembers(shop, [body]);
  if (member === undefined) throw new Error("There is none");
  const group = shop.people.requestMergeGroup({ pullRequests: [member], by: "ada", end: "by-check" });
  await shop.settle();
  expect(groupVerdictOf(shop, group)).toContain(check);
  expect(member.mergedAt !== null).toBe(merged);
  expect(queueChecks(member).map(({ conclusion }) => conclusion)).toEqual(merged ? [] : ["failure"]);
  expect(shop.repository.mergeGroups).toEqual([]);
  await repeatDeliveries(shop);
});

test.each<{ how: string; does: Failure }>([
  { how: "answers 502 after it was applied", does: { kind: "answers", status: 502, moment: "after" } },
  { how: "breaks off after it was applied", does: { kind: "resets", moment: "after" } },
  { how: "answers 500 before it was applied", does: { kind: "answers", status: 500, moment: "before" } },
])("there is one run in the end when creating it $how", async ({ does }) => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null, BAD]);
  shop.github.faults.add({ on: "checks/create", does });
  const group = await enqueue(shop, members);
  await shop.later(1);
  expect(groupVerdictOf(shop, group)).toContain("failure: #3 stops this merge group");
  expect(runsOf(shop, group)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("after a limit nothing is asked before GitHub's time, and then the group is answered", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null]);
  shop.github.faults.add({ on: "MergeGroup", does: { kind: "secondary-limit", retryAfterSeconds: 300 } });
  const group = await enqueue(shop, members);
  shop.github.requests.clear();
  await shop.later(4);
  expect(allRequests(shop)).toEqual([]);
  await shop.later(2);
  expect(groupVerdictOf(shop, group)).toContain("success: ");
  await repeatDeliveries(shop);
});
