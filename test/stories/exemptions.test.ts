import { describe, expect, test } from "vitest";
import { checkTextOf, HYPOTHESIS, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

test("a bot's pull request is not asked, and the check says why", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("Updates a package.", { author: "updates[bot]" });
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toContain("skipped: Not asked: ");
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a draft is asked from the moment it is ready for review, and its comment waits for the grace after that", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A first sketch.", { draft: true });
  await shop.later(60);
  expect(verdictOf(shop, pullRequest)).toContain("skipped: Not asked: ");
  expect(ownComments(pullRequest)).toEqual([]);
  shop.people.readyForReview({ pullRequest, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toEqual([]);
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  shop.people.convertToDraft({ pullRequest, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain("skipped: Not asked: ");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("an opt-out with a reason is shown and hides the comment", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("Moves our own builds.", { author: "olu" });
  await shop.later(3);
  await shop.edit(pullRequest, "Moves our own builds.\n\nNo outcome: nobody outside will notice");
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
  expect(checkTextOf(shop, pullRequest)).toContain("Opted out by olu, with the reason: nobody outside will notice");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

const REQUIRE = "mode: require\n";

test("where it is required, a missing link fails, says how to merge now, and a link with a hypothesis passes", async () => {
  const shop = await openShop({ config: REQUIRE });
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("To merge now");
  expect(ownComments(pullRequest)[0]?.body).toContain("Required before the merge.");
  await shop.edit(pullRequest, `Part of #${issue.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test("where it is required, a stranger's opt-out does not count until somebody with write access writes it", async () => {
  const shop = await openShop({ config: REQUIRE });
  const pullRequest = await shop.open("No outcome: a typo", { author: "olu", fork: "author" });
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("it counts only when somebody with write access wrote it");
  shop.people.editPullRequest({ pullRequest, by: "ada", body: "No outcome: a typo, indeed" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
  await shop.edit(pullRequest, "No outcome: and now something else");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("where it is required, what an author controls exempts only authors with write access", async () => {
  const shop = await openShop({ config: `${REQUIRE}exemptions:\n  titles: ["chore:*"]\n` });
  const strangers = await shop.open("Tidy.", { author: "olu", fork: "author", title: "chore: tidy" });
  const writers = await shop.open("Tidy.", { title: "chore: tidy more" });
  expect(verdictOf(shop, strangers)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, strangers)).toContain("that exemption counts only for authors with write access");
  expect(verdictOf(shop, writers)).toContain("skipped: Not asked: ");
  await repeatDeliveries(shop);
});

test("while advising, an exempt title exempts anybody, and a changed one no more", async () => {
  const shop = await openShop({ config: 'exemptions:\n  titles: ["chore:*"]\n  labels: ["no-problem-needed"]\n' });
  const pullRequest = await shop.open("Tidy.", { author: "olu", title: "chore: tidy" });
  expect(verdictOf(shop, pullRequest)).toContain("skipped: Not asked: ");
  shop.people.editPullRequest({ pullRequest, by: "olu", title: "Rebuild the till" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  shop.people.addLabel({ on: pullRequest, label: "no-problem-needed", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain("skipped: Not asked: ");
  shop.people.removeLabel({ on: pullRequest, label: "no-problem-needed", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("where it is required, a problem that cannot be read asks for action instead of letting the merge pass", async () => {
  const shop = await openShop({ config: REQUIRE });
  shop.people.createRepository({ name: "elsewhere/secret", visibility: "private" });
  const pullRequest = await shop.open(`Part of elsewhere/secret#1\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe("action_required: The linked problem could not be read here");
  await repeatDeliveries(shop);
});

async function mergedTotal() {
  const shop = await openShop({ config: REQUIRE });
  const issue = shop.issue();
  const files = { "total.ts": "export const total = 1;\nexport const shown = true;\n" };
  const merged = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`, { files });
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.settle();
  return { shop, named: `This reverts commit ${merged.mergeCommitOid}.` };
}

describe("where it is required, a stranger's revert", () => {
  const revert = { author: "olu", fork: "author", title: 'Revert "Show the total"', head: "undo" } as const;

  test("is believed when it names the merge commit and takes back what that brought", async () => {
    const { shop, named } = await mergedTotal();
    const believed = await shop.open(`The total is wrong.\n\n${named}`, { ...revert, files: { "total.ts": null } });
    expect(verdictOf(shop, believed)).toBe("skipped: Not asked: a revert");
    await repeatDeliveries(shop);
  });

  test("is judged when it names no merge commit of this repository", async () => {
    const { shop } = await mergedTotal();
    const body = `This reverts commit ${"0".repeat(40)}.`;
    const invented = await shop.open(body, { ...revert, files: { "total.ts": null } });
    expect(verdictOf(shop, invented)).toBe("failure: No problem is linked yet");
    await repeatDeliveries(shop);
  });

  test("is judged when it changes something else than the merge that it names", async () => {
    const { shop, named } = await mergedTotal();
    const unlike = await shop.open(named, { ...revert, files: { "till.ts": "export const till = 2;\n" } });
    expect(verdictOf(shop, unlike)).toBe("failure: No problem is linked yet");
    expect(checkTextOf(shop, unlike)).toContain("that exemption counts only for authors with write access");
    await repeatDeliveries(shop);
  });

  test("is judged when only a comment that nobody sees says so", async () => {
    const { shop, named } = await mergedTotal();
    const files = { "total.ts": null };
    const hidden = await shop.open(`<!--\n${named}\n-->`, { ...revert, title: "A better total", files });
    expect(verdictOf(shop, hidden)).toBe("failure: No problem is linked yet");
    expect(checkTextOf(shop, hidden)).not.toContain("revert");
    await repeatDeliveries(shop);
  });
});

test("the comment is never written where the configuration says so, and always where it says that", async () => {
  const never = await openShop({ config: "comments: never\n" });
  const quiet = await never.open("A nicer total.");
  await never.later(60);
  expect(ownComments(quiet)).toEqual([]);
  const always = await openShop({ config: "comments: always\n" });
  const issue = always.issue();
  const told = await always.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await always.later(3);
  expect(ownComments(told).map(({ body }) => body)).toEqual([expect.stringContaining(`Linked to #${issue.number}`)]);
  await repeatDeliveries(always);
});
