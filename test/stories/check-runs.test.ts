import { expect, test } from "vitest";
import { suiteStatus } from "../../src/sandbox/github/state/checks.ts";
import type { CheckRun, PullRequest } from "../../src/sandbox/github/state/model.ts";
import {
  checkOf,
  HYPOTHESIS,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

test("a push gets a check on the new head, and the old head's run is left as it was", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  const before = structuredClone(runOf(shop, pullRequest).output);
  const old = runOf(shop, pullRequest);
  shop.people.pushToPullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(runOf(shop, pullRequest)).not.toBe(old);
  await shop.edit(pullRequest, "Nothing is linked any more.");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(old.output).toEqual(before);
  expect(old.suite.runs).toEqual([old]);
  await repeatDeliveries(shop);
});

test("a forced push gets a check on the new head", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  shop.people.pushToPullRequest({ pullRequest, by: "ada", force: "force" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a pull request from a fork gets its check, comment and hiding like any other", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a pull request whose fork was deleted is still judged", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  shop.people.deleteRepository("olu/shop");
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

const BRANCH = { from: "a branch of the repository", given: {} };
const FORK = { from: "a fork", given: { author: "olu", fork: "author" } } as const;

const asks: readonly { what: string; ask: (shop: Shop, run: CheckRun) => void }[] = [
  { what: "the run", ask: ({ people }, run) => people.rerequestCheckRun({ run, by: "ada" }) },
  { what: "all runs", ask: ({ people }, { suite }) => people.rerequestCheckSuite({ suite, by: "ada" }) },
  { what: "Re-check", ask: ({ people }, run) => people.requestCheckAction({ run, identifier: "recheck", by: "ada" }) },
];

const everyWay = asks.flatMap((ask) => [BRANCH, FORK].map((from) => ({ ...ask, ...from })));

test.each(everyWay)("asking for $what again looks anew, from $from", async ({ ask, given }) => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(HYPOTHESIS, given);
  shop.people.linkInSidebar({ pullRequest, issue });
  ask(shop, runOf(shop, pullRequest));
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test.each(everyWay)("asking for $what again is answered though nothing changed, from $from", async ({ ask, given }) => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.", given);
  await shop.later(3);
  ask(shop, runOf(shop, pullRequest));
  await shop.settle();
  // GitHub would show the suite as queued for ever.
  expect(suiteStatus(runOf(shop, pullRequest).suite)).toBe("completed");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a run again from a fork is answered where GitHub does not know the fork's commit", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.", FORK.given);
  const on = "repos/list-pull-requests-associated-with-commit";
  shop.github.faults.add({ on, does: { kind: "answers", status: 422, moment: "before" } });
  shop.people.rerequestCheckRun({ run: runOf(shop, pullRequest), by: "ada" });
  await shop.settle();
  expect(requestsOf(shop, "read")).toContain(on);
  expect(suiteStatus(runOf(shop, pullRequest).suite)).toBe("completed");
});

test("a run again of a commit that is no longer the head judges nothing", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const old = runOf(shop, pullRequest);
  shop.people.pushToPullRequest({ pullRequest, by: "ada" });
  await shop.edit(pullRequest, "No outcome: a typo");
  const before = structuredClone({ conclusion: old.conclusion, output: old.output });
  shop.github.requests.clear();
  shop.people.rerequestCheckRun({ run: old, by: "ada" });
  await shop.settle();
  // It is answered as before, or GitHub would show it as queued.
  expect(requestsOf(shop, "write")).toEqual(["checks/update"]);
  expect({ conclusion: old.conclusion, output: old.output }).toEqual(before);
});

test("a run that GitHub puts back to queued is completed again", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  shop.people.rerequestCheckRun({ run: runOf(shop, pullRequest), by: "ada", runBecomes: "queued" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(runOf(shop, pullRequest).status).toBe("completed");
});

test("a check of the same name by another app is neither taken for ours nor touched", async () => {
  const shop = await openShop();
  const { people, repository } = shop;
  const pullRequest = await shop.open("A nicer total.");
  const forged = people.reportCheckAsAnotherApp({
    repository,
    sha: pullRequest.head.oid,
    slug: "impostor",
    run: { name: "Outcome", status: "completed", conclusion: "success", output: { title: "All is well", summary: "" } },
  });
  await shop.edit(pullRequest, "A nicer total, still.");
  people.rerequestCheckRun({ run: forged, by: "ada" });
  await shop.settle();
  expect(forged.output.title).toBe("All is well");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("an irrelevant label, a review and a comment write nothing", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  shop.github.requests.clear();
  shop.people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  shop.people.submitReview({ pullRequest, by: "mia", state: "approved" });
  shop.people.comment({ on: pullRequest, by: "mia", body: "Lovely." });
  await shop.settle();
  expect(requestsOf(shop, "write")).toEqual([]);
});

function runOf(shop: Shop, pullRequest: PullRequest): CheckRun {
  const run = checkOf(shop, pullRequest);
  if (run === undefined) throw new Error("The pull request has no check");
  return run;
}

test.each(["merged", "closed"] as const)(
  "a re-run on a %s head is answered as before, and does not wait for ever",
  async (how) => {
    const shop = await openShop();
    const issue = shop.issue();
    const pullRequest = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
    if (how === "merged") shop.people.mergePullRequest({ pullRequest, by: "ada" });
    else shop.people.closePullRequest({ pullRequest, by: "ada" });
    await shop.settle();
    const run = checkOf(shop, pullRequest);
    if (run === undefined) throw new Error("There is no check");
    const before = structuredClone({ conclusion: run.conclusion, output: run.output, externalId: run.externalId });
    shop.people.rerequestCheckRun({ run, by: "ada" });
    expect(run.suite.rerequested).toBe(true);
    await shop.settle();
    expect(run.suite.rerequested).toBe(false);
    const { conclusion, output, externalId } = run;
    expect({ conclusion, output, externalId }).toEqual(before);
    await repeatDeliveries(shop);
  },
);
