import { expect, test } from "vitest";
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
import type { Shop } from "../support/shop.ts";

const PATH = ".github/outcome.yml";

test("a change of the configuration wakes every open pull request", async () => {
  const shop = await openShop();
  const first = await shop.open("A nicer total.");
  const second = await shop.open("A nicer till.", { author: "olu", fork: "author" });
  await configure(shop, { [PATH]: "mode: require\n" });
  expect([first, second].map((each) => verdictOf(shop, each))).toEqual(
    Array(2).fill("failure: No problem is linked yet"),
  );
  await configure(shop, { [PATH]: "rules:\n  links-problem: off\n  states-hypothesis: off\n" });
  expect([first, second].map((each) => checkOf(shop, each)?.conclusion)).toEqual(["success", "success"]);
  await repeatDeliveries(shop);
});

test("a configuration on another branch, or of a pull request's own, changes nothing", async () => {
  const shop = await openShop();
  const { people, repository } = shop;
  people.commitFiles({ repository, branch: "next", files: { [PATH]: "mode: require\n" }, by: "ada" });
  const pullRequest = await shop.open("Eases it.", { base: "next", files: { [PATH]: "enabled: false\n" } });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a push that does not touch the configuration costs no request", async () => {
  const shop = await openShop();
  await shop.open("A nicer total.");
  shop.github.requests.clear();
  await configure(shop, { "src/total.ts": "export const total = 1;\n" });
  expect(shop.github.requests.entries).toEqual([]);
});

test("the organisation's configuration opts in every repository, and the repository's own wins", async () => {
  const shop = await openShop({ config: null });
  const { people } = shop;
  const organisation = people.createRepository({ name: "acme/.github" });
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  people.commitFiles({ repository: organisation, files: { [PATH]: "mode: require\n" }, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("Configured by acme/.github/.github/outcome.yml");
  await configure(shop, { [PATH]: "mode: advise\n" });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a private organisation configuration counts, and is neither named nor quoted in a public place", async () => {
  const shop = await openShop({ config: null });
  const { people } = shop;
  people.createRepository({ name: "acme/.github", visibility: "private", files: { [PATH]: "mode: require\n" } });
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).not.toContain("acme/.github");
  people.commitFiles({ repository: "acme/.github", files: { [PATH]: "mode: require\nkestrel: dawn\n" }, by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe("action_required: The configuration cannot be used");
  expect(checkTextOf(shop, pullRequest)).not.toMatch(/kestrel|dawn|acme\/\.github/);
  await repeatDeliveries(shop);
});

test("a repository that opts out hears nothing though its organisation opted in", async () => {
  const shop = await openShop({ config: "enabled: false\n" });
  shop.people.createRepository({ name: "acme/.github", files: { [PATH]: "mode: require\n" } });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBeUndefined();
  expect(ownComments(pullRequest)).toEqual([]);
  expect(requestsOf(shop, "write")).toEqual([]);
  await repeatDeliveries(shop);
});

test("an invalid configuration is told with its line, without blocking anybody, until it is repaired", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await configure(shop, { [PATH]: "mode: advise\nrulez:\n  links-problem: off\n" });
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: The configuration cannot be used: ${PATH}, line 2`);
  expect(checkTextOf(shop, pullRequest)).toContain("rules");
  await shop.later(3);
  expect(ownComments(pullRequest)).toEqual([]);
  await configure(shop, { [PATH]: "mode: advise\n" });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await shop.later(3);
  await repeatDeliveries(shop);
});

test("an invalid configuration that still asks for `mode: require` lets nothing pass", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}`);
  await configure(shop, { [PATH]: "mode: require\nrules: [\n" });
  expect(verdictOf(shop, pullRequest)).toMatch(/^action_required: The configuration cannot be used: .*, line \d+$/);
  await configure(shop, { [PATH]: "mode: require\n" });
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
  await repeatDeliveries(shop);
});

test("both endings at once are an error that names them", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await configure(shop, { ".github/outcome.yaml": "{}\n" });
  expect(verdictOf(shop, pullRequest)).toContain("neutral: The configuration cannot be used");
  expect(checkTextOf(shop, pullRequest)).toMatch(/outcome\.yml.*outcome\.yaml.*keep one of them/);
  await configure(shop, { [PATH]: null });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("adoption day is silent: an older pull request gets a check, and a comment only after its author edits", async () => {
  const shop = await openShop({ config: null });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(60);
  await configure(shop, { [PATH]: "{}\n" });
  await shop.later(60);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(ownComments(pullRequest)).toEqual([]);
  shop.people.editPullRequest({ pullRequest, by: "mia", body: "A nicer total!" });
  shop.people.addLabel({ on: pullRequest, label: "frontend", by: "ada" });
  await shop.later(60);
  expect(ownComments(pullRequest)).toEqual([]);
  await shop.edit(pullRequest, "A much nicer total.");
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("adoption day is silent until the author pushes", async () => {
  const shop = await openShop({ config: null });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(60);
  await configure(shop, { [PATH]: "{}\n" });
  await shop.later(60);
  shop.people.pushToPullRequest({ pullRequest, by: "ada" });
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});

test("a configuration that is taken away leaves the advice as it stands and says nothing more", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await configure(shop, { [PATH]: null });
  shop.github.requests.clear();
  await shop.edit(pullRequest, "A nicer total, still.");
  await shop.later(3);
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a configuration that is taken away holds nobody up any more, and its comment is hidden", async () => {
  const shop = await openShop({ config: "mode: require\n" });
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await configure(shop, { [PATH]: null });
  expect(verdictOf(shop, pullRequest)).toBe("neutral: Not configured any more");
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

async function configure(shop: Shop, files: Readonly<Record<string, string | null>>): Promise<void> {
  shop.people.commitFiles({ repository: shop.repository, files, by: "ada" });
  await shop.settle();
}
