import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { unheard } from "../support/after-changes.ts";
import { groupVerdictOf, openQueueShop } from "../support/merge-groups.ts";
import { checkOf, HYPOTHESIS, labelsOf, openShop, ownComments, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const WATCHING = { recurring: "on" } as const;

/** Long enough for GitHub to be asked for what was missed, and for the hourly sweep. */
async function hourPasses(shop: Shop): Promise<void> {
  for (let i = 0; i < 13; i += 1) await shop.later(5);
}

/** What happens while nobody listens; afterwards the app listens again. */
async function away<Done>(shop: Shop, act: () => Done): Promise<Done> {
  const { webhooks } = shop.github;
  const url = `${shop.app.url}/api/github/webhooks`;
  webhooks.setTarget("http://127.0.0.1:9/nobody");
  const done = act();
  await webhooks.settled();
  webhooks.setTarget(url);
  return done;
}

test("a delivery that nobody answered is asked for again, once, and does what it should have done", async () => {
  const shop = await openShop(WATCHING);
  const pullRequest = await shop.open("A nicer total.");
  const issue = shop.issue();
  await shop.settle();
  await away(shop, () =>
    shop.people.editPullRequest({ pullRequest, by: "ada", body: `Fixes #${issue.number}\n\n${HYPOTHESIS}` }),
  );
  expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
  await shop.later(5);
  expect(verdictOf(shop, pullRequest)).toContain("success: ");
  await hourPasses(shop);
  expect(shop.github.webhooks.deliveries.filter(({ redelivery }) => redelivery)).toHaveLength(1);
});

test("a delivery that never comes through is asked for four times, and then let go", async () => {
  const shop = await openShop({ ...WATCHING, logLevel: "fatal" });
  await shop.later(5);
  shop.github.webhooks.setTarget("http://127.0.0.1:9/nobody");
  const pullRequest = await shop.open("A nicer total.");
  for (let hour = 0; hour < 4; hour += 1) await hourPasses(shop);
  const again = shop.github.webhooks.deliveries.filter(({ redelivery }) => redelivery);
  expect(again.filter(({ event }) => event === "pull_request")).toHaveLength(4);
  // The sweep made up for it.
  expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
});

test("what asks for nothing is not asked for again", async () => {
  const shop = await openShop(WATCHING);
  await away(shop, () => shop.people.addLabel({ on: shop.issue(), label: "frontend", by: "ada" }));
  await away(shop, () => shop.people.publishRelease({ repository: shop.repository, tag: "v1", by: "ada" }));
  await hourPasses(shop);
  const again = shop.github.webhooks.deliveries.filter(({ redelivery }) => redelivery);
  const ofRelease = again.filter(({ event }) => event === "release").map(({ action }) => action);
  expect(new Set(ofRelease)).toEqual(new Set(["published", "released"]));
});

test("a sweep finds what was opened, edited, merged or queued though no delivery ever told of it", async () => {
  const shop = await openQueueShop("mode: require\n", WATCHING);
  const [edited, merged, queued] = [await shop.open(shop.good), await shop.open(shop.good), await shop.open(shop.good)];
  await hourPasses(shop);
  const opened = await unheard(shop, () => {
    shop.people.editPullRequest({ pullRequest: edited, by: "ada", body: "A nicer total." });
    shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
    return shop.people.openPullRequest({ repository: shop.repository, author: "ada", title: "New", body: "New." });
  });
  const group = await unheard(shop, () => shop.people.requestMergeGroup({ pullRequests: [queued], by: "ada" }));
  await hourPasses(shop);
  expect(verdictOf(shop, edited)).toBe("failure: No problem is linked yet");
  expect(labelsOf(merged)).toEqual(["outcome: pending"]);
  expect(verdictOf(shop, opened)).toBe("failure: No problem is linked yet");
  expect(groupVerdictOf(shop, group)).toContain("success: ");
});

test("a sweep finds a check that was asked for again, a draft that is ready and a changed configuration", async () => {
  const shop = await openShop(WATCHING);
  const asked = await shop.open("A nicer total.");
  const draft = await shop.open("A nicer total.", { draft: true });
  expect(verdictOf(shop, draft)).toContain("skipped: ");
  await hourPasses(shop);
  await unheard(shop, () => {
    const run = checkOf(shop, asked);
    if (run !== undefined) shop.people.rerequestCheckRun({ run, by: "ada" });
    shop.people.readyForReview({ pullRequest: draft, by: "ada" });
  });
  await hourPasses(shop);
  expect(verdictOf(shop, draft)).toContain("neutral: ");
  expect(checkOf(shop, asked)?.suite.rerequested).toBe(false);
  await unheard(shop, () =>
    shop.people.commitFiles({
      repository: shop.repository,
      by: "ada",
      files: { ".github/outcome.yml": "mode: require\n" },
    }),
  );
  await hourPasses(shop);
  expect(verdictOf(shop, asked)).toBe("failure: No problem is linked yet");
});

test("when nothing happened a sweep wakes nothing", async () => {
  const shop = await openShop(WATCHING);
  const issue = shop.issue();
  await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  const merged = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.open("A nicer total.");
  for (let hour = 0; hour < 2; hour += 1) await hourPasses(shop);
  shop.github.requests.clear();
  await hourPasses(shop);
  const ours = shop.github.requests.entries.filter(({ installationId }) => installationId !== null);
  expect(ours.map(({ operation }) => operation)).toEqual(["Configuration", "SweepOpen", "SweepChanged"]);
});

test("of an archived repository nothing is woken, however often it is swept", async () => {
  const shop = await openShop(WATCHING);
  const pullRequest = await shop.open("A nicer total.");
  await hourPasses(shop);
  await unheard(shop, () => shop.people.pushToPullRequest({ pullRequest, by: "ada" }));
  shop.people.archiveRepository(shop.repository);
  await hourPasses(shop);
  shop.github.requests.clear();
  await hourPasses(shop);
  const ours = shop.github.requests.entries.filter(({ installationId }) => installationId !== null);
  expect(ours.map(({ operation }) => operation)).toEqual(["Configuration", "SweepOpen"]);
});

test("a store that is lost in the middle of work loses nothing that GitHub holds", async () => {
  const shop = await openShop(WATCHING);
  const issue = shop.issue();
  const linked = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  const asked = await shop.open("A nicer total.");
  await shop.later(5);
  expect(ownComments(asked)).toHaveLength(1);
  const before = [linked, asked].map((one) => verdictOf(shop, one));
  await shop.away(0, () => {});
  shop.github.requests.clear();
  await hourPasses(shop);
  expect(requestsOf(shop, "write")).toEqual([]);
  expect([linked, asked].map((one) => verdictOf(shop, one))).toEqual(before);
  // The index knows again what links where, and which comment is ours.
  shop.people.deleteIssue({ issue, by: "ada" });
  shop.people.editPullRequest({ pullRequest: asked, by: "ada", body: "A nicer total, still." });
  await shop.settle();
  await shop.later(5);
  expect(verdictOf(shop, linked)).not.toContain("success");
  expect(ownComments(asked)).toHaveLength(1);
});

test("a store that is lost while a pull request waits to be looked at: it is looked at all the same", async () => {
  const shop = await openShop(WATCHING);
  const pullRequest: PullRequest = await unheard(shop, () =>
    shop.people.openPullRequest({ repository: shop.repository, author: "ada", title: "New", body: "New." }),
  );
  await shop.away(0, () => {});
  await shop.later(2);
  expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
});
