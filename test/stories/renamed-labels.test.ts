import { expect, test } from "vitest";
import { unheard } from "../support/after-changes.ts";
import { say } from "../support/commands.ts";
import { mergeFor, openFollowingShop, questionsOn, until } from "../support/follow-up-stories.ts";
import { labelsOf, requestsOf, SLUG } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const OWN_NAMES = "labels:\n  pending: waiting\n  due: ready to look\n  validated: it helped\n";

function configure({ people, repository }: Shop, text: string): void {
  people.commitFiles({ repository, by: "ada", files: { ".github/outcome.yml": text } });
}

/** A shop that waits for one answer and has another. */
async function openLearningShop() {
  const shop = await openFollowingShop();
  const [answered, waiting] = [shop.issue(), shop.issue()];
  const first = await mergeFor(shop, answered);
  await until(shop, "2026-03-17T10:01:00Z");
  await say(shop, answered, { by: "ada", body: "/outcome validated Fewer carts are left." });
  const second = await mergeFor(shop, waiting);
  return { shop, threads: [answered, first, waiting, second] };
}

function boardOf({ repository }: Shop): string {
  const items = [...repository.items.values()];
  return items.find((item) => item.kind === "Issue" && item.author.login === SLUG)?.body ?? "";
}

async function minutes(shop: Shop, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await shop.later(1);
}

test("a label that gets another name is renamed on all threads at once, also on those that are over", async () => {
  const { shop, threads } = await openLearningShop();
  shop.github.requests.clear();
  configure(shop, OWN_NAMES);
  await shop.settle();
  expect(threads.map(labelsOf)).toEqual([["it helped"], ["it helped"], ["waiting"], ["waiting"]]);
  const labels = requestsOf(shop, "write").filter((operation) => operation.includes("label"));
  expect(labels).toEqual(["issues/update-label", "issues/update-label", "issues/update-label"]);
});

test("after a loss of the store what was answered before a label got another name is on the board again", async () => {
  const { shop, threads } = await openLearningShop();
  configure(shop, OWN_NAMES);
  await minutes(shop, 3);
  const before = boardOf(shop);
  expect(before).toContain("Fewer carts are left.");
  await shop.away(1, () => {});
  await minutes(shop, 5);
  expect(boardOf(shop)).toBe(before);
  await until(shop, "2026-04-07T10:01:00Z");
  expect(threads.map(labelsOf)).toEqual([["it helped"], ["it helped"], ["ready to look"], ["ready to look"]]);
  expect(threads.map((thread) => questionsOn(thread).length)).toEqual([1, 0, 1, 0]);
});

test("an answer by a label that got another name stands", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  await mergeFor(shop, issue);
  shop.people.setRole({ repository: shop.repository, user: "bea", role: "write" });
  shop.people.createLabel({
    repository: shop.repository,
    name: "outcome: validated",
    description: "What was believed turned out to be true.",
    by: "bea",
  });
  shop.people.addLabel({ on: issue, by: "bea", label: "outcome: validated" });
  await shop.settle();
  await unheard(shop, () => configure(shop, OWN_NAMES));
  await shop.later(60);
  await until(shop, "2026-03-17T10:05:00Z");
  expect([labelsOf(issue), questionsOn(issue)]).toEqual([["it helped"], []]);
});

test("what was cancelled stays so when its label gets another name", async () => {
  const shop = await openFollowingShop();
  const issue = shop.issue();
  const pullRequest = await mergeFor(shop, issue);
  shop.people.removeLabel({ on: issue, label: "outcome: pending", by: "ada" });
  await shop.settle();
  configure(shop, OWN_NAMES);
  await shop.settle();
  shop.people.addLabel({ on: issue, label: "bug", by: "ada" });
  await until(shop, "2026-03-17T10:05:00Z");
  expect([labelsOf(issue), labelsOf(pullRequest), questionsOn(issue)]).toEqual([["bug"], [], []]);
});

test("a label that people made or described for themselves keeps its name", async () => {
  const shop = await openFollowingShop();
  const { people, repository } = shop;
  const issue = shop.issue();
  people.createLabel({ repository, name: "outcome: pending", description: "Sales look at these.", by: "ada" });
  people.addLabel({ on: issue, by: "ada", label: "outcome: pending" });
  configure(shop, OWN_NAMES);
  await shop.settle();
  expect(labelsOf(issue)).toEqual(["outcome: pending"]);
});
