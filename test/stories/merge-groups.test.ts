import { expect, test } from "vitest";
import {
  allRequests,
  at,
  BAD,
  end,
  enqueue,
  groupRunOf,
  groupVerdictOf,
  openMembers,
  openQueueShop,
  runsOf,
} from "../support/merge-groups.ts";
import { HYPOTHESIS, repeatDeliveries, verdictOf } from "../support/shop.ts";

test.each([{ size: 1 }, { size: 3 }, { size: 10 }])(
  "one bad pull request stops a group of $size, and is named with what to do, for four requests",
  async ({ size }) => {
    const shop = await openQueueShop();
    const members = await openMembers(
      shop,
      Array.from({ length: size }, (_, i) => (i === Math.floor(size / 2) ? BAD : null)),
    );
    const { number } = at(members, Math.floor(size / 2));
    shop.github.requests.clear();
    const group = await enqueue(shop, members);
    expect(allRequests(shop)).toEqual(["MergeGroup", "Members", "MergeGroupPlace", "checks/create"]);
    expect(groupVerdictOf(shop, group)).toBe(`failure: #${number} stops this merge group: no problem is linked yet`);
    const { summary, text } = groupRunOf(shop, group).output;
    expect(summary).toContain(
      `This merge group was stopped because of #${number} \`Change ${number - 2}\`: no problem`,
    );
    expect(summary).toContain("do what the details below say, then queue it again.");
    for (const member of members) expect(summary).toContain(`| #${member.number} \`${member.title}\` |`);
    expect(text).toMatch(new RegExp(`^### #${number} .*\\n\\n\\*\\*To merge now\\*\\*, put`));
    await repeatDeliveries(shop);
  },
);

test("what the texts of ten refer to is read for all at once", async () => {
  const shop = await openQueueShop();
  const bodies = Array.from({ length: 10 }, () => `Part of #${shop.problem.number}\n\n${HYPOTHESIS}`);
  const members = await openMembers(shop, bodies);
  shop.github.requests.clear();
  const group = await enqueue(shop, members);
  expect(allRequests(shop)).toEqual(["MergeGroup", "Members", "References", "MergeGroupPlace", "checks/create"]);
  expect(groupVerdictOf(shop, group)).toBe("success: Nothing stops these 10 pull requests");
});

test("what is judged is what is true now: an edit after the check passed, of which nobody heard, is seen", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null, null]);
  at(members, 0).body = BAD;
  const group = await enqueue(shop, members);
  expect(verdictOf(shop, at(members, 0))).toContain("success: ");
  expect(groupVerdictOf(shop, group)).toBe("failure: #2 stops this merge group: no problem is linked yet");
});

test("several bad ones are all named", async () => {
  const shop = await openQueueShop();
  const group = await enqueue(shop, await openMembers(shop, [BAD, null, BAD]));
  expect(groupVerdictOf(shop, group)).toBe("failure: #2 and #4 stop this merge group");
  expect(groupRunOf(shop, group).output.summary).toContain("The others need no change.");
  await repeatDeliveries(shop);
});

test.each([
  { config: "mode: require\n", size: 1, verdict: "success: #2: Linked to #1, follow-up 14 days after merge" },
  { config: "mode: require\n", size: 3, verdict: "success: Nothing stops these 3 pull requests" },
  { config: "{}\n", size: 3, verdict: "success: Nothing stops these 3 pull requests" },
])("a group of $size good ones passes with $config", async ({ config, size, verdict }) => {
  const shop = await openQueueShop(config);
  const group = await enqueue(
    shop,
    await openMembers(
      shop,
      Array.from({ length: size }, () => null),
    ),
  );
  expect(groupVerdictOf(shop, group)).toBe(verdict);
  await repeatDeliveries(shop);
});

test("where it is only advised, a group is not stopped", async () => {
  const shop = await openQueueShop("{}\n");
  const group = await enqueue(shop, await openMembers(shop, [null, BAD]));
  expect(groupVerdictOf(shop, group)).toBe("neutral: Nothing stops these 2 pull requests; see #3");
  expect(groupRunOf(shop, group).output.summary).toContain("| passes | No problem is linked yet |");
  await repeatDeliveries(shop);
});

test("an opt-out by somebody who may write and an exempt pull request pass beside a good one", async () => {
  const shop = await openQueueShop("mode: require\nexemptions:\n  labels: [chore]\n");
  const members = await openMembers(shop, ["No outcome: a typo", BAD, null]);
  shop.people.addLabel({ on: at(members, 1), label: "chore", by: "ada" });
  await shop.settle();
  const group = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toBe("neutral: Nothing stops these 3 pull requests; see #2");
  const { summary } = groupRunOf(shop, group).output;
  expect(summary).toContain("| passes | Opted out, with a reason |");
  expect(summary).toContain("| passes | Not asked: ");
  await repeatDeliveries(shop);
});

test("a stranger's opt-out stops the group where rules are required", async () => {
  const shop = await openQueueShop();
  const stranger = await shop.open("No outcome: a typo", { author: "olu", fork: "author" });
  const group = await enqueue(shop, [...(await openMembers(shop, [null])), stranger]);
  expect(groupVerdictOf(shop, group)).toContain(`failure: #${stranger.number} stops this merge group`);
  await repeatDeliveries(shop);
});

test("the base branch may have slashes in its name, and be another than the default branch", async () => {
  const shop = await openQueueShop();
  const base = "release/2026/pr-1-next";
  shop.people.commitFiles({ repository: shop.repository, branch: base, files: { "NEXT.md": "next\n" }, by: "ada" });
  const given = { base, author: "ada" };
  const members = [await shop.open(`Part of #1\n\n${HYPOTHESIS}`, given), await shop.open(BAD, given)];
  const group = await enqueue(shop, members);
  expect(group.headRef).toMatch(/^gh-readonly-queue\/release\/2026\/pr-1-next\/pr-3-/);
  expect(groupVerdictOf(shop, group)).toBe("failure: #3 stops this merge group: no problem is linked yet");
  await repeatDeliveries(shop);
});

test("a later group holds what is queued ahead of it, as it would be merged with it", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [BAD, null]);
  const first = await enqueue(shop, members.slice(0, 1));
  const second = await enqueue(shop, members.slice(1));
  expect(second.baseSha).toBe(first.headSha);
  expect(groupVerdictOf(shop, second)).toBe("failure: #2 stops this merge group: no problem is linked yet");
  await end(shop, first, "dequeued");
  await end(shop, second, "invalidated");
  const third = await enqueue(shop, members.slice(1));
  expect(groupVerdictOf(shop, third)).toBe("success: #3: Linked to #1, follow-up 14 days after merge");
  await repeatDeliveries(shop);
});

test("a queue of more than a hundred is read to the group's place", async () => {
  const shop = await openQueueShop("{}\n");
  const one = at(await openMembers(shop, [null]), 0);
  // The same pull request stands for all those ahead: what counts is how many entries there are.
  shop.people.requestMergeGroup({ pullRequests: Array.from({ length: 101 }, () => one), by: "ada" });
  await shop.settle();
  shop.github.requests.clear();
  const group = await enqueue(shop, [at(await openMembers(shop, [null]), 0)]);
  expect(groupVerdictOf(shop, group)).toBe("success: Nothing stops these 2 pull requests");
  await repeatDeliveries(shop);
});

test("an edit or a label of a queued pull request is seen in its group, and a problem's edit too", async () => {
  const shop = await openQueueShop("mode: require\nexemptions:\n  labels: [chore]\n");
  const members = await openMembers(shop, [null, null]);
  const group = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toContain("success: ");
  const edited = at(members, 0);
  await shop.edit(edited, BAD);
  expect(groupVerdictOf(shop, group)).toBe("failure: #2 stops this merge group: no problem is linked yet");
  shop.people.addLabel({ on: edited, label: "chore", by: "ada" });
  await shop.settle();
  expect(groupVerdictOf(shop, group)).toBe("success: Nothing stops these 2 pull requests");
  expect(runsOf(shop, group)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("a look at a queued pull request that changes nothing costs two reads more, and none once the group has ended", async () => {
  const shop = await openQueueShop();
  const member = at(await openMembers(shop, [null]), 0);
  const group = await enqueue(shop, [member]);
  shop.github.requests.clear();
  shop.people.addLabel({ on: member, label: "frontend", by: "ada" });
  await shop.settle();
  expect(allRequests(shop)).toEqual(["Thread", "MergeGroup", "Members"]);
  await end(shop, group, "dequeued");
  shop.github.requests.clear();
  shop.people.addLabel({ on: member, label: "cart", by: "ada" });
  await shop.settle();
  expect(allRequests(shop)).toEqual(["Thread"]);
});

test.each(["rerequestCheckRun", "requestCheckAction"] as const)(
  "asked again by %s, the group is judged anew",
  async (act) => {
    const shop = await openQueueShop();
    const member = at(await openMembers(shop, [BAD]), 0);
    const group = await enqueue(shop, [member]);
    expect(groupVerdictOf(shop, group)).toContain("failure: ");
    member.body = shop.good;
    const asked = { run: groupRunOf(shop, group), by: "ada", identifier: "recheck" };
    shop.people[act](asked);
    await shop.settle();
    expect(groupVerdictOf(shop, group)).toContain("success: ");
    expect(runsOf(shop, group)).toHaveLength(1);
  },
);

test("a suite that is asked for again is answered though nothing changed", async () => {
  const shop = await openQueueShop();
  const group = await enqueue(shop, await openMembers(shop, [null]));
  const { suite } = groupRunOf(shop, group);
  shop.people.rerequestCheckSuite({ suite, by: "ada" });
  await shop.settle();
  expect(suite.rerequested).toBe(false);
  expect(runsOf(shop, group)).toHaveLength(1);
});

test("a merged group leaves each pull request with its record, and nothing is written to the group any more", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null, null]);
  const group = await enqueue(shop, members);
  const before = structuredClone(groupRunOf(shop, group).output);
  await end(shop, group, "merged");
  expect(groupRunOf(shop, group).output).toEqual(before);
  for (const member of members) expect(verdictOf(shop, member)).toContain("follow-up due");
  await repeatDeliveries(shop);
});
