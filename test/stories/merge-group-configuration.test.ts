import { expect, test } from "vitest";
import {
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
import { repeatDeliveries, verdictOf } from "../support/shop.ts";

test("where nothing was ever configured, a group gets no check", async () => {
  const shop = await openQueueShop(null);
  const group = await enqueue(shop, await openMembers(shop, [BAD, null]));
  expect(runsOf(shop, group)).toEqual([]);
  await repeatDeliveries(shop);
});

test("where the configuration was taken away, a required check holds up no queue", async () => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null, null]);
  shop.people.commitFiles({ repository: shop.repository, files: { ".github/outcome.yml": null }, by: "ada" });
  await shop.settle();
  const group = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toBe("neutral: Not configured");
  await repeatDeliveries(shop);
});

test.each([
  { text: "mode: require\nmodee: 1\n", conclusion: "failure" },
  { text: "modee: 1\n", conclusion: "neutral" },
])("with a broken configuration a group ends in $conclusion, with the line", async ({ text, conclusion }) => {
  const shop = await openQueueShop();
  const members = await openMembers(shop, [null]);
  shop.people.commitFiles({ repository: shop.repository, files: { ".github/outcome.yml": text }, by: "ada" });
  await shop.settle();
  const group = await enqueue(shop, members);
  expect(groupVerdictOf(shop, group)).toContain(
    `${conclusion}: The configuration cannot be used: .github/outcome.yml, line`,
  );
  const { summary } = groupRunOf(shop, group).output;
  expect(summary?.includes("**To merge**, first merge a pull request that repairs the configuration")).toBe(
    conclusion === "failure",
  );
  await repeatDeliveries(shop);
});

test("what repairs a broken configuration passes alone, and what is queued with it does not", async () => {
  const shop = await openQueueShop();
  const other = at(await openMembers(shop, [null]), 0);
  shop.people.commitFiles({ repository: shop.repository, files: file("mode: require\nmodee: 1\n"), by: "ada" });
  const repair = await shop.open("Repairs it.", { files: file("mode: require\n"), head: "repair" });
  expect(verdictOf(shop, repair)).toBe("neutral: Repairs the configuration");
  const alone = await enqueue(shop, [repair]);
  expect(groupVerdictOf(shop, alone)).toContain("neutral: ");
  await end(shop, alone, "dequeued");
  const together = await enqueue(shop, [repair, other]);
  expect(groupVerdictOf(shop, together)).toContain("failure: The configuration cannot be used");
  await repeatDeliveries(shop);
});

function file(text: string) {
  return { ".github/outcome.yml": text };
}
