import { expect, test } from "vitest";
import { reactionsTo, say } from "../support/commands.ts";
import { checkTextOf, openShop, repeatDeliveries, verdictOf } from "../support/shop.ts";

const PATH = ".github/outcome.yml";

test("`mode: require` holds from its day on: older pull requests are only advised, and told so", async () => {
  const shop = await openShop({ config: "mode: require\nrequire_from: 2026-03-04\n" });
  const older = await shop.open("A nicer total.");
  expect(verdictOf(shop, older)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, older)).toContain(
    "mode: require holds for pull requests opened from 4 March 2026 on. This one was opened before, so what that mode raises is only advised.",
  );
  await shop.later(2 * 24 * 60);
  const newer = await shop.open("A nicer total.");
  expect(verdictOf(shop, newer)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, newer)).not.toContain("4 March");
  await shop.edit(older, "A much nicer total.");
  expect(verdictOf(shop, older)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("anybody may opt out of what is only advised, and a rule that is required by name is required of older ones too", async () => {
  const shop = await openShop({ config: "mode: require\nrequire_from: 2026-03-04\n" });
  const pullRequest = await shop.open("No outcome: a typo", { author: "olu", fork: "author" });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
  const required = "mode: require\nrequire_from: 2026-03-04\nrules:\n  links-problem: require\n";
  shop.people.commitFiles({ repository: shop.repository, files: { [PATH]: required }, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("the day begins where the team is", async () => {
  const zone = "follow_up: { time_zone: Asia/Tokyo }\n";
  const shop = await openShop({ config: `mode: require\nrequire_from: 2026-03-03\n${zone}` });
  const older = await shop.open("A nicer total.");
  expect(verdictOf(shop, older)).toBe("neutral: No problem is linked yet");
  // From 10:00 to 16:00 on 2 March in UTC: in Tokyo it is the 3rd.
  await shop.later(6 * 60);
  expect(verdictOf(shop, await shop.open("A nicer till."))).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("who skips an older pull request is heard as it is only advised, by whoever may opt out of it", async () => {
  const shop = await openShop({ config: "mode: require\nrequire_from: 2026-03-04\n" });
  const older = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  const skip = { by: "olu", body: "/outcome skip a typo" };
  expect(reactionsTo(await say(shop, older, skip))).toEqual(["+1"]);
  expect(verdictOf(shop, older)).toBe("neutral: Opted out, with a reason");
  await shop.later(2 * 24 * 60);
  const newer = await shop.open("A nicer total.", { author: "olu", fork: "author" });
  expect(reactionsTo(await say(shop, newer, skip))).toEqual(["confused"]);
  expect(verdictOf(shop, newer)).toBe("failure: No problem is linked yet");
});
