import { expect, test } from "vitest";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop } from "../support/follow-up-stories.ts";
import {
  checkOf,
  checkTextOf,
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const LABEL = "outcome: invalidated";
const NOTE = "Shoppers never scrolled down to the total, so nobody saw it.";

/** A problem on which somebody tried something that did not help, and said so. */
async function openTried(shop: Shop) {
  const problem = shop.issue();
  const first = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`, { title: "Show the total below" });
  shop.people.mergePullRequest({ pullRequest: first, by: "ada" });
  await shop.settle();
  const told = shop.people.comment({ on: problem, by: "ada", body: `/outcome invalidated ${NOTE}` });
  shop.people.addLabel({ on: problem, label: LABEL, by: "ada" });
  await shop.settle();
  return { problem, first, told };
}

function learnedIn(shop: Shop, pullRequest: Parameters<typeof checkOf>[1]): string | undefined {
  return checkTextOf(shop, pullRequest)
    .split("\n")
    .find((line) => line.includes("builds on what was learned"));
}

test("the next pull request on the problem says what was learned, until its text takes it up", async () => {
  const shop = await openShop();
  const { problem, first } = await openTried(shop);
  const next = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  expect(learnedIn(shop, next)).toBe(
    `| builds on what was learned | – | noted | An earlier hypothesis on #${problem.number} was invalidated: ${NOTE} |`,
  );
  expect(verdictOf(shop, next)).toContain(`success: Linked to #${problem.number}`);
  await shop.later(60);
  expect(ownComments(next)).toEqual([]);
  await shop.edit(next, `Part of #${problem.number}\n\nThis time on top, unlike #${first.number}.\n\n${HYPOTHESIS}`);
  expect(learnedIn(shop, next)).toContain("| ✅ yes | noted |");
  expect(learnedIn(shop, next)).toContain(`Taken up here: This time on top, unlike #${first.number}.`);
  await repeatDeliveries(shop);
});

test("a pull request on a problem below it says so too, and others hear nothing of it", async () => {
  const shop = await openShop();
  const { problem } = await openTried(shop);
  const below = shop.issue({ title: "The total is cut off" });
  shop.people.setParent({ issue: below, parent: problem, by: "ada" });
  const next = await shop.open(`Part of #${below.number}`);
  expect(learnedIn(shop, next)).toContain(`An earlier hypothesis on #${problem.number} was invalidated: ${NOTE}`);
  const elsewhere = await shop.open(`Part of #${shop.issue().number}`);
  expect(learnedIn(shop, elsewhere)).toBeUndefined();
  await repeatDeliveries(shop);
});

test("two requests more are made where the label is, besides the role of who told it, and none elsewhere", async () => {
  const shop = await openShop();
  const { problem } = await openTried(shop);
  const other = shop.issue();
  await shop.settle();
  shop.github.requests.clear();
  await shop.open(`Fixes #${other.number}`);
  const without = requestsOf(shop, "read");
  shop.github.requests.clear();
  await shop.open(`Fixes #${problem.number}`);
  expect(without).toEqual(["Thread"]);
  expect(requestsOf(shop, "read")).toEqual([
    "Thread",
    "Learnings",
    "Served",
    "repos/get-collaborator-permission-level",
  ]);
});

test("what was said on what was merged for the problem is told as well, to those too that are open by then", async () => {
  const shop = await openFollowingShop();
  const problem = shop.issue();
  const first = await mergeFor(shop, problem);
  const waiting = await shop.open(`Part of #${problem.number}`);
  await say(shop, first, { by: "ada", body: `/outcome invalidated ${NOTE}` });
  expect(labelsOf(problem)).toEqual([LABEL]);
  expect(learnedIn(shop, await shop.open(`Part of #${problem.number}, once more`))).toContain(NOTE);
  expect(learnedIn(shop, waiting)).toContain(NOTE);
  await say(shop, first, { by: "ada", body: "/outcome invalidated It was never loaded." });
  expect(learnedIn(shop, waiting)).toContain("It was never loaded.");
});

test("open pull requests hear of it also where GitHub fails once the label is there", async () => {
  const shop = await openFollowingShop();
  const problem = shop.issue();
  const first = await mergeFor(shop, problem);
  const waiting = await shop.open(`Part of #${problem.number}`);
  const fault = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "issues/remove-label", does: fault });
  await say(shop, first, { by: "ada", body: `/outcome invalidated ${NOTE}` });
  await shop.later(1);
  expect(labelsOf(problem)).toEqual([LABEL]);
  expect(learnedIn(shop, waiting)).toContain(NOTE);
});

test("it is open pull requests that hear of it, as soon as the label is there, and no more once it is gone", async () => {
  const shop = await openShop();
  const problem = shop.issue();
  const waiting = await shop.open(`Part of #${problem.number}`);
  shop.people.comment({ on: problem, by: "ada", body: `/outcome invalidated ${NOTE}` });
  await shop.settle();
  expect(learnedIn(shop, waiting)).toBeUndefined();
  shop.people.addLabel({ on: problem, label: LABEL, by: "ada" });
  await shop.settle();
  expect(learnedIn(shop, waiting)).toContain(NOTE);
  shop.people.removeLabel({ on: problem, label: LABEL, by: "ada" });
  await shop.settle();
  expect(learnedIn(shop, waiting)).toBeUndefined();
  await repeatDeliveries(shop);
});

test("what is said once the label is there is shown at once, and no more once it was deleted", async () => {
  const shop = await openShop();
  const problem = shop.issue({ labels: [LABEL] });
  const waiting = await shop.open(`Part of #${problem.number}`);
  expect(learnedIn(shop, waiting)).toContain("What was learned is not written there.");
  const told = shop.people.comment({ on: problem, by: "ada", body: `/outcome invalidated ${NOTE}` });
  await shop.settle();
  expect(learnedIn(shop, waiting)).toContain(NOTE);
  shop.people.deleteComment({ comment: told, by: "ada" });
  await shop.settle();
  expect(learnedIn(shop, waiting)).toContain("What was learned is not written there.");
  expect(ownComments(problem)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a stranger's word, an edited and a hidden one are nobody's", async () => {
  const shop = await openShop();
  const { problem, told } = await openTried(shop);
  shop.people.comment({ on: problem, by: "olu", body: "/outcome invalidated It was fine, ask me" });
  const edited = shop.people.comment({ on: problem, by: "ada", body: "/outcome invalidated It was" });
  shop.people.editComment({ comment: edited, by: "ada", body: "/outcome invalidated It was too late" });
  const hidden = shop.people.comment({ on: problem, by: "ada", body: "/outcome invalidated It was too dark" });
  shop.people.hideComment({ comment: hidden, by: "ada", reason: "off-topic" });
  const next = await shop.open(`Part of #${problem.number}`);
  expect(learnedIn(shop, next)).toContain(`was invalidated: ${NOTE}`);
  shop.people.deleteComment({ comment: told, by: "ada" });
  await shop.edit(next, `Part of #${problem.number}, read again`);
  expect(learnedIn(shop, next)).toContain("What was learned is not written there.");
  await repeatDeliveries(shop);
});

test("what was learned on a problem that fewer people may see is quoted nowhere", async () => {
  const shop = await openShop();
  const files = { "README.md": "" };
  const secret = shop.people.createRepository({ name: "acme/secret", visibility: "private", files });
  shop.people.setRole({ repository: secret, user: "ada", role: "write" });
  const problem = shop.people.openIssue({ repository: secret, author: "ada", title: "Unseen", body: "" });
  shop.people.comment({ on: problem, by: "ada", body: "/outcome invalidated The canary sings" });
  shop.people.addLabel({ on: problem, label: LABEL, by: "ada" });
  const child = shop.issue();
  shop.people.setParent({ issue: child, parent: problem, by: "ada" });
  await shop.settle();
  shop.github.requests.clear();
  const next = await shop.open(`Part of #${child.number}, part of acme/secret#${problem.number}`);
  expect(learnedIn(shop, next)).toBeUndefined();
  expect(checkTextOf(shop, next)).not.toMatch(/canary|Unseen/);
  expect(requestsOf(shop, "read")).not.toContain("Learnings");
});

test("where the rule is required, the check fails, and says first how to merge now", async () => {
  const shop = await openShop({ config: "rules:\n  builds-on-learning: require\n" });
  const { problem, first } = await openTried(shop);
  const next = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, next)).toBe(
    `failure: Linked to #${problem.number}; what was learned before is not taken up yet`,
  );
  expect(checkTextOf(shop, next)).toContain(
    `**To merge now**, put a quote of what was learned or a link to #${first.number} into the description`,
  );
  await shop.edit(next, `Part of #${problem.number}\n\n> Shoppers never scrolled down to the total\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, next)).toContain(`success: Linked to #${problem.number}`);
  await repeatDeliveries(shop);
});

test("words that would act on GitHub are shown as text", async () => {
  const shop = await openShop();
  const problem = shop.issue();
  const body = "/outcome invalidated @acme/team fixes #1 <img src=x> `code` | a | [b](https://c.example)";
  shop.people.comment({ on: problem, by: "ada", body });
  shop.people.addLabel({ on: problem, label: LABEL, by: "ada" });
  const next = await shop.open(`Part of #${problem.number}`);
  const row = (checkOf(shop, next)?.output.summary ?? "").split("\n").find((line) => line.includes("was learned"));
  expect(row).toMatch(/was invalidated: (`+) ?@acme\/team fixes #1.*\1 \|$/);
});
