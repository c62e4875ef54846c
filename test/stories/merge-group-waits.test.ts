import { describe, expect, test } from "vitest";
import type { Failure, Fault } from "../../src/sandbox/github/server/faults.ts";
import {
  at,
  BAD,
  enqueue,
  groupRunOf,
  groupVerdictOf,
  openMembers,
  openQueueShop,
  runsOf,
} from "../support/merge-groups.ts";
import { HYPOTHESIS, repeatDeliveries, requestsOf } from "../support/shop.ts";

const WAITING = "in_progress: Waiting for an answer about #4";
const broken: Failure = { kind: "answers", status: 502, moment: "before" };
const silent: Fault = { on: "graphql", does: broken, times: 1000 };

describe("what could not be determined", () => {
  test("is asked for again for ten minutes, and then fails, saying why", async () => {
    const { shop, members } = await openWithUnreachable();
    const group = await enqueue(shop, members);
    expect(groupVerdictOf(shop, group)).toBe(WAITING);
    for (let minute = 1; minute < 9; minute += 1) await shop.later(1);
    expect(groupVerdictOf(shop, group)).toBe(WAITING);
    expect(requestsOf(shop, "read").filter((name) => name === "MergeGroup").length).toBeGreaterThan(5);
    await shop.later(2);
    expect(groupVerdictOf(shop, group)).toBe("failure: #4 could not be determined in 10 minutes");
    const { summary, text } = groupRunOf(shop, group).output;
    expect(summary).toContain("what is not known does not pass here");
    expect(text).toContain("### #4 `Change 1`");
    expect(text).toContain("GitHub did not answer");
    await shop.later(60);
    expect(runsOf(shop, group)).toHaveLength(1);
  });

  test("is answered in between, once it is known", async () => {
    const { shop, members } = await openWithUnreachable();
    const group = await enqueue(shop, members);
    await shop.later(2);
    expect(groupVerdictOf(shop, group)).toBe(WAITING);
    shop.github.faults.clear();
    await shop.later(3);
    expect(groupVerdictOf(shop, group)).toBe("success: Nothing stops these 2 pull requests");
    expect(runsOf(shop, group)).toHaveLength(1);
    await repeatDeliveries(shop);
  });

  test("does not wait where another pull request stops the group anyway", async () => {
    const { shop, members } = await openWithUnreachable();
    const group = await enqueue(shop, [...members, await shop.open(BAD)]);
    expect(groupVerdictOf(shop, group)).toContain("failure: #5 stops this merge group");
    expect(groupRunOf(shop, group).output.summary).toContain("| not known |");
  });

  test("holds up nothing where it is only advised", async () => {
    const { shop, members } = await openWithUnreachable("{}\n");
    const group = await enqueue(shop, members);
    expect(groupVerdictOf(shop, group)).toBe("neutral: Nothing stops these 2 pull requests; see #4");
    await repeatDeliveries(shop);
  });

  test("such as a target that nobody here may read fails after ten minutes too, until somebody asks again", async () => {
    const shop = await openQueueShop();
    const member = await shop.open(`Part of elsewhere/hidden#4\n\n${HYPOTHESIS}`);
    const group = await enqueue(shop, [member]);
    expect(groupVerdictOf(shop, group)).toContain("in_progress: Waiting for an answer about #2");
    await shop.later(11);
    expect(groupVerdictOf(shop, group)).toBe("failure: #2 could not be determined in 10 minutes");
    await repeatDeliveries(shop);
    shop.people.rerequestCheckRun({ run: groupRunOf(shop, group), by: "ada" });
    await shop.settle();
    expect(groupVerdictOf(shop, group)).toContain("in_progress: ");
    shop.people.editPullRequest({ pullRequest: member, by: "ada", body: shop.good });
    await shop.settle();
    expect(groupVerdictOf(shop, group)).toContain("success: ");
    expect(runsOf(shop, group)).toHaveLength(2);
  });

  test("is one pull request of the group, where GitHub fails for that one alone", async () => {
    const shop = await openQueueShop();
    const members = await openMembers(shop, [null, null]);
    const hidden = shop.repository.items.get(3);
    shop.repository.items.delete(3);
    const group = await enqueue(shop, members);
    expect(groupVerdictOf(shop, group)).toContain("in_progress: ");
    if (hidden !== undefined) shop.repository.items.set(3, hidden);
    await shop.later(1);
    expect(groupVerdictOf(shop, group)).toBe("success: Nothing stops these 2 pull requests");
  });
});

describe("while the queue does not list the group", () => {
  test("nothing passes, though its newest pull request is fine", async () => {
    const shop = await openQueueShop();
    const group = shop.people.requestMergeGroup({ pullRequests: await openMembers(shop, [BAD, null]), by: "ada" });
    const entries = group.entries;
    group.entries = entries.map((entry) => ({ ...entry, headSha: null }));
    await shop.settle();
    expect(groupVerdictOf(shop, group)).toBe("in_progress: Waiting for GitHub to list this merge group");
    group.entries = entries;
    await shop.later(1);
    expect(groupVerdictOf(shop, group)).toContain("failure: #2 stops this merge group");
    await repeatDeliveries(shop);
  });

  test("it fails after ten minutes", async () => {
    const shop = await openQueueShop();
    const group = shop.people.requestMergeGroup({ pullRequests: await openMembers(shop, [null]), by: "ada" });
    group.entries = group.entries.map((entry) => ({ ...entry, headSha: null }));
    await shop.settle();
    await shop.later(11);
    expect(groupVerdictOf(shop, group)).toBe("failure: GitHub did not list this merge group in 10 minutes");
  });
});

describe("while GitHub answers no query", () => {
  test("the group waits, and is answered when it does again", async () => {
    const shop = await openQueueShop();
    const members = await openMembers(shop, [null, BAD]);
    shop.github.faults.add(silent);
    const group = await enqueue(shop, members);
    await shop.later(1);
    expect(groupVerdictOf(shop, group)).toBe("in_progress: Waiting for GitHub");
    shop.github.faults.clear();
    await shop.later(2);
    expect(groupVerdictOf(shop, group)).toContain("failure: #3 stops this merge group");
    expect(runsOf(shop, group)).toHaveLength(1);
    await repeatDeliveries(shop);
  });

  test("it fails after ten minutes, and is asked about no more", async () => {
    const shop = await openQueueShop();
    const members = await openMembers(shop, [null]);
    shop.github.faults.add(silent);
    const group = await enqueue(shop, members);
    for (let minute = 0; minute < 11; minute += 1) await shop.later(1);
    expect(groupVerdictOf(shop, group)).toBe("failure: GitHub did not answer in 10 minutes");
    shop.github.requests.clear();
    await shop.later(60);
    expect(requestsOf(shop, "read")).toEqual([]);
  });

  test("it fails ten minutes after it could be told to wait, though nobody is left who tries again", async () => {
    const shop = await openQueueShop("mode: require\n", { logLevel: "fatal" });
    const members = await openMembers(shop, [null]);
    shop.github.faults.add(silent);
    // The 25th try of 26 is the first to reach GitHub at all, and the last is a minute later.
    shop.github.faults.add({ on: "checks/list-for-ref", does: broken, times: 24 });
    const group = await enqueue(shop, members);
    for (let minute = 0; minute < 26; minute += 1) await shop.later(1);
    expect((await shop.app.runtime.queue.counts()).backingOff).toBe(0);
    expect(groupVerdictOf(shop, group)).toBe("in_progress: Waiting for GitHub");
    for (let minute = 0; minute < 10; minute += 1) await shop.later(1);
    expect(groupVerdictOf(shop, group)).toBe("failure: GitHub did not answer in 10 minutes");
  });

  test("a repository that was never configured hears nothing", async () => {
    const shop = await openQueueShop(null);
    const members = await openMembers(shop, [null]);
    shop.github.faults.add(silent);
    const group = await enqueue(shop, members);
    for (let minute = 0; minute < 11; minute += 1) await shop.later(1);
    expect(runsOf(shop, group)).toEqual([]);
  });

  test("an answer that was given stands", async () => {
    const shop = await openQueueShop();
    const members = await openMembers(shop, [null]);
    const group = await enqueue(shop, members);
    shop.github.faults.add({ on: "MergeGroup", does: broken, times: 3 });
    await shop.edit(at(members, 0), `${shop.good}\n\nWith a test.`);
    await shop.later(1);
    expect(groupVerdictOf(shop, group)).toContain("success: ");
    expect(runsOf(shop, group)).toHaveLength(1);
  });
});

/** The second links to an issue that moved, and GitHub does not say where to. */
async function openWithUnreachable(config?: string) {
  const shop = await openQueueShop(config);
  const elsewhere = shop.people.createRepository({ name: "acme/ideas" });
  const issue = shop.people.openIssue({ repository: elsewhere, author: "mia", title: "A problem", body: HYPOTHESIS });
  shop.people.transferIssue({ issue, to: shop.repository, by: "ada" });
  await shop.settle();
  shop.github.faults.add({ on: "issues/get", does: broken, times: 1000 });
  const members = await openMembers(shop, [null, `Part of acme/ideas#${issue.number}`]);
  return { shop, members };
}
