import { expect, test } from "vitest";
import { recordedNumbers } from "../../src/core/follow-up/record.ts";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
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

const REQUIRE = "mode: require\nexemptions:\n  base_branches: [legacy]\n";
const MISSING = "failure: No problem is linked yet";
const EXEMPT = "skipped: Not asked: an exempt base branch";

test.each([
  { order: "the one that is asked first", bases: ["main", "legacy"] },
  { order: "the exempt one first", bases: ["legacy", "main"] },
])("of two bases, one exempt, the strictest answer is shown: $order", async ({ bases: [first, second] }) => {
  const shop = await openShopWithBranches();
  const one = await open(shop, "A nicer total.", first);
  const other = await open(shop, "A nicer total.", second);
  const asked = first === "main" ? one : other;
  expect(verdictOf(shop, one)).toBe(MISSING);
  expect(checkTextOf(shop, one)).toContain(
    `This commit is the head of #${one.number} and #${other.number}; ` +
      `the strictest answer is shown, that of #${asked.number}.`,
  );
  await shop.later(3);
  expect([one, other].filter((each) => ownComments(each).length > 0)).toEqual([asked]);
  await repeatDeliveries(shop);
});

test("two that are opened at the same moment are answered alike", async () => {
  const shop = await openShopWithBranches();
  const given = { repository: shop.repository, author: "ada", title: "Show the total", head: "total" };
  const [asked] = [{}, { base: "legacy" }].map((base) => shop.people.openPullRequest({ ...given, ...base }));
  await shop.settle();
  if (asked === undefined) throw new Error("There is none");
  expect(verdictOf(shop, asked)).toBe(MISSING);
  expect(checkTextOf(shop, asked)).toContain(`the strictest answer is shown, that of #${asked.number}.`);
  await repeatDeliveries(shop);
});

test("what passes is shown once the strictest is answered, with a success before an exemption", async () => {
  const { shop, asked, exempt } = await openBoth();
  await shop.edit(asked, linkTo(shop.issue()));
  expect(verdictOf(shop, exempt)).toContain("success: Linked to #");
  expect(checkTextOf(shop, exempt)).toContain(`that of #${asked.number}.`);
  await shop.edit(asked, "No word any more.");
  expect(verdictOf(shop, exempt)).toBe(MISSING);
  await repeatDeliveries(shop);
});

test("whoever is looked at, the same stands there, and looking ends", async () => {
  const { shop, asked, exempt } = await openBoth();
  const shown = structuredClone(checkOf(shop, asked)?.output);
  shop.github.requests.clear();
  for (const on of [asked, exempt, asked]) {
    shop.people.addLabel({ on, label: `look ${shop.github.requests.entries.length}`, by: "ada" });
    await shop.settle();
  }
  expect(requestsOf(shop, "write")).toEqual([]);
  // Itself and the other one, each time, and nobody else was woken.
  expect(requestsOf(shop, "read").filter((operation) => operation === "Thread")).toHaveLength(6);
  expect(checkOf(shop, asked)?.output).toEqual(shown);
  expect(checkOf(shop, asked)?.suite.runs).toHaveLength(1);
});

test("a change of one costs one write, and the other looks once at what was written", async () => {
  const { shop, asked } = await openBoth();
  const issue = shop.issue();
  await shop.settle();
  shop.github.requests.clear();
  await shop.edit(asked, linkTo(issue));
  expect(requestsOf(shop, "write")).toEqual(["checks/update"]);
  expect(requestsOf(shop, "read").filter((operation) => operation === "Thread")).toHaveLength(4);
});

test("a pull request whose head is its own is read once", async () => {
  const shop = await openShopWithBranches();
  const issue = shop.issue();
  await shop.settle();
  shop.github.requests.clear();
  await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  expect(requestsOf(shop, "read").filter((operation) => operation === "Thread")).toHaveLength(1);
  expect(requestsOf(shop, "write")).toEqual(["checks/create"]);
});

test("one that is closed has no say any more, until it is reopened", async () => {
  const { shop, asked, exempt } = await openBoth();
  shop.people.closePullRequest({ pullRequest: asked, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, exempt)).toBe(EXEMPT);
  expect(checkTextOf(shop, exempt)).not.toContain("This commit is the head of");
  await repeatDeliveries(shop);
  shop.people.reopenPullRequest({ pullRequest: asked, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, exempt)).toBe(MISSING);
  await repeatDeliveries(shop);
});

test("one that goes into another base is answered for that base", async () => {
  const { shop, asked, exempt } = await openBoth();
  shop.people.editPullRequest({ pullRequest: exempt, by: "ada", base: "next" });
  shop.people.editPullRequest({ pullRequest: asked, by: "ada", base: "legacy" });
  await shop.settle();
  expect(verdictOf(shop, asked)).toBe(MISSING);
  expect(checkTextOf(shop, asked)).toContain(`that of #${exempt.number}.`);
  await repeatDeliveries(shop);
});

test("after the merge of one, its record stands and the answer of the open one counts", async () => {
  const shop = await openShopWithBranches();
  const issue = shop.issue();
  const merged = await open(shop, linkTo(issue), "main");
  const standing = await open(shop, "The same for the next version.", "next");
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, standing)).toBe(MISSING);
  expect(recorded(shop, merged)).toEqual([merged.number]);
  expect(labelsOf(merged)).toEqual(["outcome: pending"]);
  expect(checkTextOf(shop, standing)).toContain(
    `The answer shown is that of #${standing.number}. With the same head, #${merged.number} was merged before; ` +
      "what was recorded then stands below.",
  );
  await repeatDeliveries(shop);
  const record = checkOf(shop, merged)?.output.text ?? "";
  await shop.edit(standing, linkTo(issue));
  expect(verdictOf(shop, standing)).toContain("success: Linked to #");
  shop.people.mergePullRequest({ pullRequest: standing, by: "ada" });
  await shop.later(2); // The board is put up a minute after something changed that it shows.
  expect(recorded(shop, merged)).toEqual([merged.number, standing.number]);
  expect(checkOf(shop, merged)?.output.text).toContain(record);
  await repeatDeliveries(shop);
});

test("a pull request that is opened from a head that was merged leaves the record", async () => {
  const shop = await openShopWithBranches();
  const merged = await open(shop, linkTo(shop.issue()), "main");
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.settle();
  const record = checkOf(shop, merged)?.output.text;
  const later = await open(shop, "The same for the next version.", "next");
  expect(verdictOf(shop, later)).toBe(MISSING);
  expect(checkOf(shop, later)?.output.text).toBe(record);
  // A broken configuration speaks for all, and leaves the record too.
  shop.people.commitFiles({ repository: shop.repository, files: { ".github/outcome.yml": "mode: 7\n" }, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, later)).toContain("The configuration cannot be used");
  expect(checkOf(shop, later)?.output.text).toBe(record);
  await repeatDeliveries(shop);
});

test("a record that a look of before the merge wrote over is written again", async () => {
  const shop = await openShopWithBranches();
  const merged = await open(shop, linkTo(shop.issue()), "main");
  await open(shop, "The same for the next version.", "next");
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  await shop.settle();
  const run = checkOf(shop, merged);
  if (run === undefined) throw new Error("There is no check");
  run.output.text = "";
  await shop.later(2);
  expect(recorded(shop, merged)).toEqual([merged.number]);
  await repeatDeliveries(shop);
});

test("a fork's twin counts though GitHub does not list it, until its head moves on", async () => {
  const shop = await openShopWithBranches();
  const own = await open(shop, linkTo(shop.issue()), "main");
  const fork = Object.assign(shop.people.createRepository({ name: "olu/shop" }), { parent: own.repository });
  fork.branches.set("twin", own.head.oid);
  const twin = await shop.open("Mine now.", { author: "olu", fork: "author", head: "twin" });
  expect(twin.head.oid).toBe(own.head.oid);
  expect(verdictOf(shop, own)).toBe(MISSING);
  expect(checkTextOf(shop, own)).toContain(`that of #${twin.number}.`);
  await repeatDeliveries(shop);
  shop.people.pushToPullRequest({ pullRequest: twin, by: "olu" });
  await shop.settle();
  expect(verdictOf(shop, own)).toContain("success: Linked to #");
  expect(checkTextOf(shop, own)).not.toContain(`#${twin.number}`);
  expect(verdictOf(shop, twin)).toBe(MISSING);
  await repeatDeliveries(shop);
});

test("pull requests from the default branch count for each other, though GitHub lists none of them", async () => {
  const shop = await openShopWithBranches();
  const given = { author: "ada", head: "main" };
  const asked = await shop.open("Everything.", { ...given, base: "next" });
  const exempt = await shop.open("Everything.", { ...given, base: "legacy" });
  expect(asked.head.oid).toBe(exempt.head.oid);
  expect(verdictOf(shop, exempt)).toBe(MISSING);
  shop.people.closePullRequest({ pullRequest: asked, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, exempt)).toBe(EXEMPT);
});

test("more than six are not compared: nothing passes, until enough are closed", async () => {
  const bases = ["legacy", "b2", "b3", "b4", "b5", "b6", "b7"];
  const shop = await openShopWithBranches("mode: require\nexemptions:\n  base_branches: [legacy, 'b*']\n", bases);
  const all: PullRequest[] = [];
  for (const base of bases) all.push(await open(shop, "A nicer total.", base));
  const [first, ...others] = all;
  if (first === undefined) throw new Error("There is none");
  expect(verdictOf(shop, first)).toBe("action_required: Too many open pull requests share this commit");
  await repeatDeliveries(shop);
  const last = others.at(-1) ?? first;
  shop.people.closePullRequest({ pullRequest: last, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, first)).toBe(EXEMPT);
  expect(checkTextOf(shop, first)).not.toContain(`#${last.number}`);
  await repeatDeliveries(shop);
});

async function openShopWithBranches(config = REQUIRE, branches: readonly string[] = ["legacy", "next"]): Promise<Shop> {
  const shop = await openShop({ config });
  const { repository, people } = shop;
  for (const branch of branches) {
    people.commitFiles({ repository, branch, files: { "VERSION.md": `${branch}\n` }, by: "ada" });
  }
  await shop.settle();
  return shop;
}

/** From one branch: GitHub takes one pull request for each base. */
function open(shop: Shop, body: string, base = "main"): Promise<PullRequest> {
  return shop.open(body, { head: "total", base });
}

async function openBoth() {
  const shop = await openShopWithBranches();
  const asked = await open(shop, "A nicer total.", "main");
  const exempt = await open(shop, "A nicer total.", "legacy");
  expect(verdictOf(shop, asked)).toBe(MISSING);
  return { shop, asked, exempt };
}

function linkTo({ number }: { readonly number: number }): string {
  return `Part of #${number}\n\n${HYPOTHESIS}`;
}

function recorded(shop: Shop, pullRequest: PullRequest): readonly number[] {
  return recordedNumbers(checkOf(shop, pullRequest)?.output.text ?? "");
}
