import { expect, test } from "vitest";
import { latestRuns, suitesFor } from "../../src/sandbox/github/state/checks.ts";
import type { CheckRun, MergeGroup, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Shop } from "../support/shop.ts";
import { HYPOTHESIS, openShop, repeatDeliveries, requestsOf } from "../support/shop.ts";

const REQUIRE = "mode: require\n";
const BAD = "A nicer total.";

test.each([{ size: 1 }, { size: 3 }, { size: 10 }])(
  "a group of $size with one bad fails, says which and what to do, and costs four requests",
  async ({ size }) => {
    const shop = await openShop({ config: REQUIRE });
    const members = await openMembers(shop, size);
    const bad = members[Math.floor(size / 2)] ?? fail();
    await shop.edit(bad, BAD);
    const { group, requests } = await queue(shop, members);
    expect(requests).toEqual(["MergeGroup", "Members", "MergeGroupPlace", "checks/create"]);
    await repeatDeliveries(shop);
  },
);

async function openMembers(shop: Shop, size: number): Promise<readonly PullRequest[]> {
  const issue = shop.issue();
  const members: PullRequest[] = [];
  for (let i = 0; i < size; i += 1) {
    members.push(await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`, { title: `Change ${i}` }));
  }
  return members;
}

async function queue(shop: Shop, pullRequests: readonly PullRequest[]) {
  shop.github.requests.clear();
  const group = shop.people.requestMergeGroup({ pullRequests, by: "ada" });
  await shop.settle();
  return { group, requests: [...requestsOf(shop, "read"), ...requestsOf(shop, "write")] };
}

function runOf(shop: Shop, group: MergeGroup): CheckRun {
  const runs = suitesFor(shop.repository, group.headSha).flatMap(latestRuns);
  expect(runs).toHaveLength(1);
  return runs[0] ?? fail();
}

function fail(): never {
  throw new Error("There is none");
}
