import { expect, test } from "vitest";
import type { IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { HYPOTHESIS, openShop, ownComments, repeatDeliveries, requestsOf, SLUG, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const MARKER = "<!-- outcome-link:sticky -->";

test("an edit before the grace has ended puts the comment off", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(1.5);
  await shop.edit(pullRequest, "A nicer total, and bigger.");
  await shop.later(1.5);
  expect(ownComments(pullRequest)).toEqual([]);
  await shop.later(1);
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("what was answered within the grace is never asked", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await shop.later(60);
  expect(pullRequest.comments).toEqual([]);
  await repeatDeliveries(shop);
});

test("the comment asks for the next missing part in the same place", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await askedPullRequest(shop);
  const [comment] = ownComments(pullRequest);
  await shop.edit(pullRequest, `Part of #${issue.number}`);
  expect(ownComments(pullRequest)).toEqual([comment]);
  expect(comment?.body).toContain("What do we believe this will do for users?");
  await repeatDeliveries(shop);
});

test("our comment is found behind a hundred others by an app with an empty store", async () => {
  const shop = await openShop({ config: null });
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  for (let number = 1; number <= 100; number += 1) {
    shop.people.comment({ on: pullRequest, by: "mia", body: `Thought number ${number}` });
  }
  // As an earlier life of this app wrote it, of which the store knows nothing.
  const ours = shop.people.comment({ on: pullRequest, by: SLUG, body: `${MARKER}\nWhat is this for?` });
  shop.people.commitFiles({
    repository: shop.repository,
    files: { ".github/outcome.yml": "{}\n" },
    by: "ada",
  });
  await shop.settle();
  await shop.edit(pullRequest, "A much nicer total.");
  await shop.later(3);
  expect(ownComments(pullRequest)).toEqual([ours]);
  expect(ours.body).toContain("Which problem does this solve?");
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(ours.minimizedReason).toBe("resolved");
  await repeatDeliveries(shop);
});

test.each(["before", "after"])("a stranger's comment with our marker %s ours is left alone", async (when) => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  const forge = () => shop.people.comment({ on: pullRequest, by: "olu", body: `${MARKER}\nAll is well.` });
  const early = when === "before" ? forge() : null;
  await shop.later(3);
  const forged = early ?? forge();
  await shop.edit(pullRequest, `Part of #${issue.number}`);
  expect(ownComments(pullRequest)).toHaveLength(1);
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  expect([forged.body, forged.minimizedReason]).toEqual([`${MARKER}\nAll is well.`, null]);
  expect(pullRequest.comments).toContain(forged);
  await repeatDeliveries(shop);
});

test("a comment that a person deleted is not written again", async () => {
  const shop = await openShop();
  const pullRequest = await askedPullRequest(shop);
  shop.people.deleteComment({ comment: onlyComment(pullRequest), by: "ada" });
  await shop.edit(pullRequest, "Still a nicer total.");
  await shop.later(60);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test.each(["resolved", "off-topic"])("a comment that a person hid as %s stays hidden and unchanged", async (reason) => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await askedPullRequest(shop);
  const comment = onlyComment(pullRequest);
  const { body } = comment;
  shop.people.hideComment({ comment, by: "ada", reason });
  await shop.edit(pullRequest, `Part of #${issue.number}`);
  await shop.later(60);
  await shop.edit(pullRequest, "Nothing is linked any more.");
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([comment]);
  expect([comment.body, comment.minimizedReason]).toEqual([body, reason]);
  await repeatDeliveries(shop);
});

test("a comment that a person edited is set right when the pull request is looked at again", async () => {
  const shop = await openShop();
  const pullRequest = await askedPullRequest(shop);
  const comment = onlyComment(pullRequest);
  const { body } = comment;
  shop.people.editComment({ comment, by: "ada", body: `${body}\n\nNo, it is fine.` });
  await shop.edit(pullRequest, "Still a nicer total.");
  expect(comment.body).toBe(body);
  await repeatDeliveries(shop);
});

test("a pull request whose author's account is gone is judged and asked", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.", { author: "olu" });
  shop.people.deleteUser("olu");
  shop.people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toHaveLength(1);
  shop.people.editPullRequest({ pullRequest, by: "ada", body: "No outcome: a typo" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
  await repeatDeliveries(shop);
});

test("a locked conversation gets its check, and the refused comment is not tried for ever", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  pullRequest.locked = true;
  await shop.later(3);
  shop.github.requests.clear();
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([]);
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
});

test("what a stranger writes into a title or body cannot speak through our comment", async () => {
  const shop = await openShop();
  const body =
    "## Problem\n\nN/A @acme/everyone fixes #1 <!-- outcome-link:sticky --> ![x](https://evil.example/x.png)";
  const pullRequest = await shop.open(body, { author: "olu", title: "@ada closes #1 </details>" });
  await shop.later(3);
  const said = onlyComment(pullRequest).body;
  expect(said.replaceAll(/`[^`]*`/g, "")).not.toMatch(/@acme|evil\.example|fixes #1|<\/details>/);
  expect(said.split(MARKER)).toHaveLength(2);
  await repeatDeliveries(shop);
});

async function askedPullRequest(shop: Shop): Promise<PullRequest> {
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  return pullRequest;
}

function onlyComment(pullRequest: PullRequest): IssueComment {
  const [comment, ...others] = ownComments(pullRequest);
  if (comment === undefined || others.length > 0) throw new Error("There is not exactly one comment of ours");
  return comment;
}
