import { expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import { checkOf, checkTextOf, openShop, repeatDeliveries, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

// While the configuration on the default branch is broken, a pull request may repair it.

const PATH = ".github/outcome.yml";
const BROKEN = "mode: advise\nrulez:\n  links-problem: off\n";
const outsider = { author: "olu", fork: "author" } as const;

function annotationsOf(shop: Shop, pullRequest: PullRequest): readonly string[] {
  return (checkOf(shop, pullRequest)?.annotations ?? []).map(
    ({ path, start_line: line, end_line: end, annotation_level: level, message }) =>
      `${path}:${line}-${end} ${level} ${message.replaceAll("`", "")}`,
  );
}

async function configure(shop: Shop, text: string | null): Promise<void> {
  shop.people.commitFiles({ repository: shop.repository, files: { [PATH]: text }, by: "ada" });
  await shop.settle();
}

test.each([[{}], [outsider]])("what repairs it and changes nothing else is not held up: %j", async (by) => {
  const shop = await openShop({ config: "mode: require\nrulez: {}\n" });
  const pullRequest = await shop.open("Repair it.", { files: { [PATH]: "mode: require\n" }, ...by });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Repairs the configuration");
  expect(checkTextOf(shop, pullRequest)).toContain("line 2, column 1: rulez is not a known key");
  await configure(shop, "mode: require\n");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test.each([[{}], [outsider]])("a repair that brings anything else along is held up like all others: %j", async (by) => {
  const shop = await openShop({ config: "mode: require\nrulez: {}\n" });
  const files = { [PATH]: "mode: require\n", "src/total.ts": "1" };
  const pullRequest = await shop.open("Repair it, and more.", { files, ...by });
  expect(verdictOf(shop, pullRequest)).toBe(`action_required: The configuration cannot be used: ${PATH}, line 2`);
  expect(checkTextOf(shop, pullRequest)).toContain("It is valid.");
  await repeatDeliveries(shop);
});

test("what leaves it broken, or breaks it otherwise, is no repair", async () => {
  const shop = await openShop({ config: "mode: require\nrulez: {}\n" });
  const worse = await shop.open("Worse.", { files: { [PATH]: "mode: require\nkestrel: 1\n" } });
  expect(verdictOf(shop, worse)).toMatch(/^failure: The configuration cannot be used/);
  expect(annotationsOf(shop, worse)).toEqual([expect.stringMatching(/:2-2 failure kestrel is not a known key/)]);
  const unrelated = await shop.open("A nicer total.");
  expect(verdictOf(shop, unrelated)).toMatch(/^action_required: The configuration cannot be used/);
  await repeatDeliveries(shop);
});

test("nothing is repaired here where it is the organisation's file that is broken", async () => {
  const shop = await openShop({ config: "{}\n" });
  const organisation = shop.people.createRepository({
    name: "acme/.github",
    files: { [PATH]: "mode: require\nkestrel: 1\n" },
  });
  const here = await shop.open("Mine is fine.", { files: { [PATH]: "comments: never\n" } });
  expect(verdictOf(shop, here)).toMatch(/^action_required: The configuration cannot be used/);
  expect(checkTextOf(shop, here)).toContain(
    "What it builds on cannot be used now, and must be repaired where it stands.",
  );
  const there = shop.people.openPullRequest({
    repository: organisation,
    author: "ada",
    title: "Repair it",
    body: "",
    files: { [PATH]: "mode: require\n" },
  });
  await shop.settle();
  expect(verdictOf(shop, there)).toBe("neutral: Repairs the configuration");
  await repeatDeliveries(shop);
});

test("where it only advises, a repair is told as one", async () => {
  const shop = await openShop({ config: BROKEN });
  const pullRequest = await shop.open("Repair it.", { files: { [PATH]: "mode: advise\n" } });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Repairs the configuration");
  await repeatDeliveries(shop);
});

test("a repair whose commit is the head of another pull request as well is held up, so that its check lets nothing else pass", async () => {
  const shop = await openShop({ config: "mode: require\nrulez: {}\n" });
  shop.people.commitFiles({ repository: shop.repository, branch: "next", files: { "a.ts": "1" }, by: "ada" });
  const repair = await shop.open("Repair it.", { files: { [PATH]: "mode: require\n" }, head: "repair" });
  expect(verdictOf(shop, repair)).toBe("neutral: Repairs the configuration");
  const twin = await shop.open("The same elsewhere.", { head: "repair", base: "next" });
  expect(twin.head.oid).toBe(repair.head.oid);
  expect(checkOf(shop, twin)?.conclusion).toBe("action_required");
  await shop.edit(repair, "Repair it, please.");
  expect(checkOf(shop, repair)?.conclusion).toBe("action_required");
  shop.people.closePullRequest({ pullRequest: twin, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, repair)).toBe("neutral: Repairs the configuration");
  await repeatDeliveries(shop);
});
