import { expect, test } from "vitest";
import { minimizeComment, unminimizeComment } from "../../src/sandbox/github/acts/comments.ts";
import { answersOn, reactionsTo, say } from "../support/commands.ts";
import {
  checkOf,
  checkTextOf,
  HYPOTHESIS,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";

test("each command is done once, and answered by a reaction", async () => {
  const shop = await openShop();
  const issue = shop.issue({ labels: ["problem"] });
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const linked = await say(shop, pullRequest, { by: "ada", body: `/outcome link #${issue.number}` });
  expect(reactionsTo(linked)).toEqual(["+1"]);
  expect(verdictOf(shop, pullRequest)).not.toBe(before);
  expect(checkTextOf(shop, pullRequest)).toContain(`#${issue.number}`);
  const believed = await say(shop, pullRequest, { by: "ada", body: `/outcome hypothesis ${HYPOTHESIS}` });
  expect(reactionsTo(believed)).toEqual(["+1"]);
  expect(verdictOf(shop, pullRequest)).toMatch(/^success: /);
  const unlinked = await say(shop, pullRequest, { by: "ada", body: `/outcome unlink #${issue.number}` });
  expect(reactionsTo(unlinked)).toEqual(["+1"]);
  expect(verdictOf(shop, pullRequest)).toMatch(/^neutral: /);
  const skipped = await say(shop, pullRequest, { by: "ada", body: "/outcome skip nobody outside will notice" });
  expect(reactionsTo(skipped)).toEqual(["+1"]);
  expect(checkTextOf(shop, pullRequest)).toContain("nobody outside will notice");
  const unskipped = await say(shop, pullRequest, { by: "ada", body: "/outcome unskip" });
  expect(reactionsTo(unskipped)).toEqual(["+1"]);
  expect(checkTextOf(shop, pullRequest)).not.toContain("nobody outside will notice");
  const checked = await say(shop, pullRequest, { by: "ada", body: "/outcome check" });
  expect(reactionsTo(checked)).toEqual(["+1"]);
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
  for (const one of [linked, believed, unlinked, skipped, unskipped, checked]) expect(reactionsTo(one)).toEqual(["+1"]);
});

test("help is answered in words, and so is what was mistyped", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const asked = await say(shop, pullRequest, { by: "olu", body: "/outcome help" });
  expect(reactionsTo(asked)).toEqual(["+1"]);
  const mistyped = await say(shop, pullRequest, { by: "olu", body: "/outcome chekc" });
  expect(reactionsTo(mistyped)).toEqual(["confused"]);
  const [help, meant] = answersOn(pullRequest);
  expect(help).toContain("/outcome hypothesis");
  expect(meant).toContain("Did you mean `/outcome check`?");
  await repeatDeliveries(shop);
  expect(answersOn(pullRequest)).toHaveLength(2);
});

test("who may not command is told so, and nothing changes", async () => {
  const shop = await openShop({ config: "mode: require\n" });
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const skip = await say(shop, pullRequest, { by: "olu", body: "/outcome skip let it go" });
  expect(reactionsTo(skip)).toEqual(["confused"]);
  expect(answersOn(pullRequest)).toHaveLength(1);
  expect(verdictOf(shop, pullRequest)).toBe(before);
  shop.github.requests.clear();
  await say(shop, pullRequest, { by: "olu", body: "/outcome check" });
  expect(requestsOf(shop, "read").filter((one) => one === "Thread")).toHaveLength(1);
});

test("deleting the comment takes back what it said", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const comment = await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
  shop.people.deleteComment({ comment, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(before);
  await shop.later(61);
  await shop.edit(pullRequest, "A nicer total, with tax.");
  expect(verdictOf(shop, pullRequest)).toBe(before);
});

test("an edited comment neither commands nor goes on commanding", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const comment = await say(shop, pullRequest, { by: "olu", body: "Looks fine to me." });
  shop.people.editComment({ comment, by: "ada", body: "/outcome skip too small" });
  await shop.settle();
  expect([verdictOf(shop, pullRequest), reactionsTo(comment)]).toEqual([before, []]);
  const said = await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  expect(verdictOf(shop, pullRequest)).not.toBe(before);
  shop.people.editComment({ comment: said, by: "ada", body: "/outcome skip much too small" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(before);
});

test.each([
  ["quoted", "> /outcome skip too small"],
  ["fenced", "```\n/outcome skip too small\n```"],
  ["further down", "Let me see.\n\n/outcome skip too small"],
  ["in a comment of HTML", "<!--\n/outcome skip too small\n-->"],
  ["in a list", "- /outcome skip too small"],
  ["in code", "`/outcome skip too small`"],
])("a command that is %s is none", async (_where, body) => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const comment = await say(shop, pullRequest, { by: "ada", body });
  expect([verdictOf(shop, pullRequest), reactionsTo(comment)]).toEqual([before, []]);
  expect(answersOn(pullRequest)).toEqual([]);
});

test("neither bots nor deleted accounts command", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  shop.github.requests.clear();
  await say(shop, pullRequest, { by: "helper[bot]", body: "/outcome skip too small" });
  expect(shop.github.requests.entries).toEqual([]);
  const { webhooks } = shop.github;
  webhooks.hold();
  const comment = shop.people.comment({ on: pullRequest, by: "olu", body: "/outcome skip too small" });
  shop.people.deleteUser("olu");
  webhooks.deliverAutomatically();
  for (const delivery of webhooks.held()) await webhooks.send(delivery);
  await shop.settle();
  expect([verdictOf(shop, pullRequest), reactionsTo(comment)]).toEqual([before, []]);
});

test("without a configuration not even help is answered", async () => {
  const shop = await openShop({ config: null });
  const pullRequest = await shop.open("A nicer total.");
  const comment = await say(shop, pullRequest, { by: "ada", body: "/outcome help" });
  expect([checkOf(shop, pullRequest), reactionsTo(comment), ownComments(pullRequest)]).toEqual([undefined, [], []]);
});

test("a command whose comment is hidden does not count until it is shown again", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  const before = verdictOf(shop, pullRequest);
  const comment = await say(shop, pullRequest, { by: "ada", body: "/outcome skip too small" });
  minimizeComment(comment, { reason: "outdated", by: comment.author });
  await shop.edit(pullRequest, "A nicer total, with tax.");
  expect(verdictOf(shop, pullRequest)).toBe(before);
  unminimizeComment(comment);
  await shop.edit(pullRequest, "A nicer total.");
  expect(checkTextOf(shop, pullRequest)).toContain("too small");
});
