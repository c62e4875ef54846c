import { expect, test } from "vitest";
import { checkOf, checkTextOf, openShop, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

const PATH = ".github/outcome.yml";
const PASSING = "rules:\n  links-problem: off\n  states-hypothesis: off\n";

type Bases = Readonly<Record<string, { text: string; visibility?: "public" | "internal" | "private"; path?: string }>>;

/** The shop with repositories beside it that have a configuration each. */
async function openWith(bases: Bases, options: ShopOptions = {}): Promise<Shop> {
  const shop = await openShop(options);
  shop.people.createOrganization({ login: "globex", members: [] });
  for (const [name, { text, visibility = "public", path = PATH }] of Object.entries(bases)) {
    shop.people.createRepository({ name, visibility, files: { [path]: text } });
  }
  await shop.settle();
  return shop;
}

async function write(shop: Shop, name: string, text: string | null): Promise<void> {
  shop.people.commitFiles({ repository: name, files: { [PATH]: text }, by: "ada" });
  await shop.settle();
}

async function readsFor(shop: Shop, act: () => unknown): Promise<readonly string[]> {
  await shop.settle();
  shop.github.requests.clear();
  await act();
  await shop.settle();
  return requestsOf(shop, "read");
}

test("a repository builds on another one's configuration, is woken by its changes, and wins over it", async () => {
  const shop = await openWith(
    { "acme/policy": { text: "mode: require\n", path: ".github/outcome.yaml" } },
    { config: "extends: acme/policy\n" },
  );
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("Configured by acme/policy/.github/outcome.yaml at");
  shop.people.commitFiles({ repository: "acme/policy", files: { ".github/outcome.yaml": PASSING }, by: "ada" });
  await shop.settle();
  expect(checkOf(shop, pullRequest)?.conclusion).toBe("success");
  await write(shop, "acme/shop", `extends: acme/policy\nrules:\n  links-problem: advise\n`);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("three bases in a row apply, each for one more read, and a change of the furthest is seen", async () => {
  const shop = await openWith(
    {
      "acme/one": { text: "extends: acme/two\n" },
      "acme/two": { text: "extends: acme/three\n" },
      "acme/three": { text: "mode: require\n" },
    },
    { config: "extends: acme/one\n" },
  );
  await shop.open("Warm.");
  const reads = await readsFor(shop, () => shop.open("A nicer total."));
  expect(reads).toEqual(["Thread", "Bases", "Bases", "Bases"]);
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await write(shop, "acme/three", PASSING);
  expect(checkOf(shop, pullRequest)?.conclusion).toBe("success");
  await repeatDeliveries(shop);
});

test("the bases of the repository and of its organisation are read together", async () => {
  const shop = await openWith(
    {
      "acme/.github": { text: "extends: acme/house\n" },
      "acme/house": { text: "mode: require\n" },
      "acme/team": { text: PASSING },
    },
    { config: "extends: acme/team\n" },
  );
  await shop.open("Warm.");
  expect(await readsFor(shop, () => shop.open("A nicer total."))).toEqual(["Thread", "Bases"]);
  const pullRequest = await shop.open("A nicer total.");
  expect(checkOf(shop, pullRequest)?.conclusion).toBe("success");
  await write(shop, "acme/team", "{}\n");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("a fourth base in a row, a circle, and a stranger's repository are named, and hold nobody up", async () => {
  const shop = await openWith(
    {
      "acme/one": { text: "extends: acme/two\n" },
      "acme/two": { text: "extends: acme/three\n" },
      "acme/three": { text: "mode: advise\nextends: acme/four\n" },
      "acme/four": { text: "mode: require\n" },
      "globex/other": { text: "mode: require\n" },
    },
    { config: "extends: acme/one\n" },
  );
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: The configuration cannot be used: ${PATH}, line 2`);
  expect(checkTextOf(shop, pullRequest)).toContain("acme/shop → acme/one → acme/two → acme/three → acme/four");
  await write(shop, "acme/three", "extends: acme/one\n");
  expect(checkTextOf(shop, pullRequest)).toContain(
    "This goes round in a circle: acme/shop → acme/one → acme/two → acme/three → acme/one.",
  );
  shop.github.requests.clear();
  await write(shop, "acme/shop", "extends: globex/other\n");
  expect(checkTextOf(shop, pullRequest)).toContain("globex/other belongs to another owner");
  expect(requestsOf(shop, "read")).not.toContain("Bases");
  await repeatDeliveries(shop);
});

test("a base of another owner applies where the server allows it, and wakes who builds on it where it has the app", async () => {
  const shop = await openWith({ "globex/policy": { text: "mode: require\n" } }, { config: "extends: Globex/Policy\n" });
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("Configured by Globex/Policy/.github/outcome.yml");
  shop.people.install({ account: "globex", by: "ada" });
  await write(shop, "globex/policy", PASSING);
  expect(checkOf(shop, pullRequest)?.conclusion).toBe("success");
  await repeatDeliveries(shop);
});

test("a private base applies, and is neither quoted nor named by what it says in a public place", async () => {
  const shop = await openWith(
    { "acme/kestrel": { text: "mode: require\n", visibility: "private" } },
    { config: "extends: acme/kestrel\n" },
  );
  const pullRequest = await shop.open("A nicer total.");
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).not.toContain("kestrel");
  await write(shop, "acme/kestrel", "mode: require\ndawn: 1\n");
  expect(verdictOf(shop, pullRequest)).toBe("action_required: The configuration cannot be used");
  expect(checkTextOf(shop, pullRequest)).not.toMatch(/kestrel|dawn/);
  await repeatDeliveries(shop);
});

test("a base that is not there and one without a configuration that few may see are told in the same words", async () => {
  const shop = await openWith({ "acme/kestrel": { text: "{}\n", visibility: "private" } });
  const pullRequest = await shop.open("A nicer total.");
  await write(shop, "acme/shop", "extends: acme/gone\n");
  const missing = checkTextOf(shop, pullRequest);
  expect(missing).toContain("acme/gone does not exist under this name, or has no configuration that can be read here.");
  await write(shop, "acme/kestrel", null);
  await write(shop, "acme/shop", "extends: acme/kestrel\n");
  expect(checkTextOf(shop, pullRequest)).toBe(missing.replaceAll("acme/gone", "acme/kestrel"));
  await repeatDeliveries(shop);
});

test("a base that GitHub does not answer for leaves everything as it stands, until it does", async () => {
  const shop = await openWith({ "acme/policy": { text: "mode: require\n" } });
  const pullRequest = await shop.open("A nicer total.");
  shop.github.faults.add({ on: "Bases", times: 2, does: { kind: "graphql-errors", message: "timeout" } });
  shop.github.requests.clear();
  await write(shop, "acme/shop", "extends: acme/policy\n");
  expect(requestsOf(shop, "write")).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  await shop.later(5);
  expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
  await repeatDeliveries(shop);
});

test("what does not name one repository is an error with its line", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  for (const text of ["../../globex", "acme/..", "https://evil.example/x", "acme/policy:../secrets.yml"]) {
    shop.github.requests.clear();
    await write(shop, "acme/shop", `mode: advise\nextends: "${text}"\n`);
    expect(requestsOf(shop, "read")).not.toContain("Bases");
    expect(checkTextOf(shop, pullRequest)).toContain("line 2, column 10: extends must be the name of one repository");
  }
  await repeatDeliveries(shop);
});
