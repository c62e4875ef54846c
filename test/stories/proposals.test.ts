import { describe, expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
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

// A pull request that brings, changes or takes away the configuration: its own version is told of, and judges nothing.

const PATH = ".github/outcome.yml";
const BROKEN = "mode: advise\nrulez:\n  links-problem: off\n";
const outsider = { author: "olu", fork: "author" } as const;

function annotationsOf(shop: Shop, pullRequest: PullRequest): readonly string[] {
  return (checkOf(shop, pullRequest)?.annotations ?? []).map(
    ({ path, start_line: line, end_line: end, annotation_level: level, message }) =>
      `${path}:${line}-${end} ${level} ${message.replaceAll("`", "")}`,
  );
}

const unknownKey = `${PATH}:2-2 warning rulez is not a known key. Did you mean rules?`;

async function configure(shop: Shop, text: string | null): Promise<void> {
  shop.people.commitFiles({ repository: shop.repository, files: { [PATH]: text }, by: "ada" });
  await shop.settle();
}

describe("where nothing is configured", () => {
  test.each([[{}], [outsider]])(
    "a file that is added is told to be valid, and nothing else is asked: %j",
    async (by) => {
      const shop = await openShop({ config: null });
      const pullRequest = await shop.open("Let us ask.", { files: { [PATH]: "mode: require\n" }, ...by });
      expect(verdictOf(shop, pullRequest)).toBe("success: The configuration is valid");
      expect(checkTextOf(shop, pullRequest)).toContain("- mode: not set → require");
      await shop.later(60);
      expect(ownComments(pullRequest)).toEqual([]);
      await repeatDeliveries(shop);
    },
  );

  test.each([[{}], [outsider]])("a broken one is advised of on its line: %j", async (by) => {
    const shop = await openShop({ config: null });
    const pullRequest = await shop.open("Let us ask.", { files: { [PATH]: BROKEN }, ...by });
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: The changed configuration cannot be used: ${PATH}, line 2`);
    expect(annotationsOf(shop, pullRequest)).toEqual([unknownKey]);
    shop.people.pushToPullRequest({ pullRequest, by: pullRequest.author.login, files: { [PATH]: "mode: advise\n" } });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("success: The configuration is valid");
    expect(annotationsOf(shop, pullRequest)).toEqual([]);
    await repeatDeliveries(shop);
  });

  test("a broken one that would require fails, which blocks nothing yet", async () => {
    const shop = await openShop({ config: null });
    const pullRequest = await shop.open("Let us ask.", { files: { [PATH]: "mode: require\nrulez: {}\n" } });
    expect(verdictOf(shop, pullRequest)).toBe(`failure: The changed configuration cannot be used: ${PATH}, line 2`);
    expect(annotationsOf(shop, pullRequest)).toEqual([unknownKey.replace("warning", "failure")]);
    await repeatDeliveries(shop);
  });

  test("a pull request that leaves the file alone hears nothing, for one read", async () => {
    const shop = await openShop({ config: null });
    await shop.open("Warm.");
    shop.github.requests.clear();
    const pullRequest = await shop.open("A nicer total.");
    expect(verdictOf(shop, pullRequest)).toBeUndefined();
    expect(requestsOf(shop, "read")).toEqual(["Thread"]);
    await repeatDeliveries(shop);
  });

  test("a repository that opted out, and stays out, hears nothing of its file either", async () => {
    const shop = await openShop({ config: "enabled: false\n" });
    const files = { [PATH]: "enabled: false\nmode: require\n" };
    const pullRequest = await shop.open("Not yet.", { files });
    expect(verdictOf(shop, pullRequest)).toBeUndefined();
    const joining = await shop.open("Now.", { files: { [PATH]: "mode: advise\n" } });
    expect(verdictOf(shop, joining)).toBe("success: The configuration is valid");
    await repeatDeliveries(shop);
  });
});

describe("where rules are advised", () => {
  test("a valid change is told besides what is asked, and judges nothing", async () => {
    const shop = await openShop();
    const off = "rules:\n  links-problem: off\n  states-hypothesis: off\n";
    const pullRequest = await shop.open("Let us not ask.", { files: { [PATH]: off }, ...outsider });
    expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
    expect(checkTextOf(shop, pullRequest)).toContain(
      "It is valid. Nothing is judged by it before it is merged, not even this pull request.",
    );
    expect(checkTextOf(shop, pullRequest)).toContain("- rules.links-problem.level: not set → off");
    await repeatDeliveries(shop);
  });

  test("a broken change is advised of, though all else is fine, and once only however often the text is edited", async () => {
    const shop = await openShop();
    const issue = shop.issue();
    const body = `Fixes #${issue.number}\n\n${HYPOTHESIS}`;
    const pullRequest = await shop.open(body, { files: { [PATH]: BROKEN, "src/a.ts": "1" } });
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: The changed configuration cannot be used: ${PATH}, line 2`);
    await shop.edit(pullRequest, "A nicer total.");
    await shop.edit(pullRequest, body);
    expect(annotationsOf(shop, pullRequest)).toEqual([unknownKey]);
    expect(checkTextOf(shop, pullRequest)).toContain("line 2, column 1: rulez is not a known key");
    await repeatDeliveries(shop);
  });

  test("every mistake has its line, at most fifty", async () => {
    const shop = await openShop();
    const lines = Array.from({ length: 80 }, (_, n) => `wrong${n}: 1\n`).join("");
    const pullRequest = await shop.open("Many.", { files: { [PATH]: lines } });
    expect(annotationsOf(shop, pullRequest)).toHaveLength(50);
    expect(annotationsOf(shop, pullRequest)[9]).toMatch(/^\.github\/outcome\.yml:10-10 warning wrong9 is not/);
    await repeatDeliveries(shop);
  });

  test("a file that is removed, renamed, or there twice is told as that", async () => {
    const shop = await openShop();
    const removed = await shop.open("Gone.", { files: { [PATH]: null } });
    expect(checkTextOf(shop, removed)).toContain(
      "The file is removed. Once merged, only what the organisation configures",
    );
    const renamed = await shop.open("Renamed.", { files: { [PATH]: null, ".github/outcome.yaml": "mode: advise\n" } });
    expect(checkTextOf(shop, renamed)).toContain("It is valid.");
    const twice = await shop.open("Twice.", { files: { ".github/outcome.yaml": "mode: advise\n" } });
    expect(annotationsOf(shop, twice)).toEqual([
      ".github/outcome.yaml:1-1 warning Both .github/outcome.yml and .github/outcome.yaml exist; keep one of them.",
    ]);
    await repeatDeliveries(shop);
  });

  test("a pull request to another branch says when its version would hold", async () => {
    const shop = await openShop();
    shop.people.commitFiles({ repository: shop.repository, branch: "next", files: { "a.ts": "1" }, by: "ada" });
    const pullRequest = await shop.open("Next.", { base: "next", files: { [PATH]: "mode: require\n" } });
    expect(checkTextOf(shop, pullRequest)).toContain(
      "It goes to next, and holds once it comes to main, the default branch.",
    );
    await repeatDeliveries(shop);
  });

  test("it is merged over what it builds on, as it would be", async () => {
    const shop = await openShop({ config: null });
    const { people } = shop;
    people.createRepository({ name: "acme/.github", files: { [PATH]: "labels: { pending: waiting }\n" } });
    people.createRepository({ name: "acme/broken", files: { [PATH]: "nonsense: 1\n" } });
    const clash = await shop.open("Clash.", { files: { [PATH]: "labels: { due: waiting }\n" } });
    const built = await shop.open("Built.", { files: { [PATH]: "extends: acme/broken\n" } });
    expect(verdictOf(shop, built)).toBe(
      "neutral: The changed configuration cannot be used: .github/outcome.yml, line 1",
    );
    expect(checkTextOf(shop, built)).toContain("acme/broken/.github/outcome.yml, line 1, column 1: nonsense");
    expect(annotationsOf(shop, built)).toEqual([]);
    expect(checkOf(shop, clash)?.conclusion).toBe("neutral");
    await repeatDeliveries(shop);
  });
});

describe("where rules are required", () => {
  test("a broken change fails whatever it links to, also an outsider's, and cannot be opted out of", async () => {
    const shop = await openShop({ config: "mode: require\n" });
    const issue = shop.issue();
    const files = { [PATH]: BROKEN };
    const linked = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`, { files, ...outsider });
    const optedOut = await shop.open("No outcome: only a file", { files });
    for (const each of [linked, optedOut]) {
      expect(verdictOf(shop, each)).toBe(`failure: The changed configuration cannot be used: ${PATH}, line 2`);
      expect(annotationsOf(shop, each)).toEqual([unknownKey.replace("warning", "failure")]);
    }
    await repeatDeliveries(shop);
  });

  test("a valid change that would ask for nothing is asked for a problem all the same", async () => {
    const shop = await openShop({ config: "mode: require\n" });
    const pullRequest = await shop.open("Off.", { files: { [PATH]: "enabled: false\n" }, ...outsider });
    expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
    expect(checkTextOf(shop, pullRequest)).toContain(
      "It switches this app off here: once merged, nothing is asked of pull requests.",
    );
    await repeatDeliveries(shop);
  });
});

describe("what nobody is told through a pull request of theirs", () => {
  test("whether a private repository exists, and what its configuration says", async () => {
    const shop = await openShop();
    shop.people.createRepository({
      name: "acme/kestrel",
      visibility: "private",
      files: { [PATH]: "mode: require\ndawn: 1\n" },
    });
    shop.people.createRepository({ name: "acme/falcon", visibility: "private" });
    const texts: string[] = [];
    for (const name of ["kestrel", "falcon", "sparrow"]) {
      const pullRequest = await shop.open("Ask.", { files: { [PATH]: `extends: acme/${name}\n` }, ...outsider });
      expect(annotationsOf(shop, pullRequest)).toEqual([]);
      texts.push(`${verdictOf(shop, pullRequest)} ${checkTextOf(shop, pullRequest)}`.replaceAll(name, "NAME"));
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toBe(texts[0]);
    expect(texts[0]).toContain("It builds on acme/NAME, which was not looked into");
    await repeatDeliveries(shop);
  });

  test("a private base that people with write access named is still merged below, and not quoted", async () => {
    const shop = await openShop({ config: null });
    shop.people.createRepository({ name: "acme/kestrel", visibility: "private", files: { [PATH]: "mode: require\n" } });
    await configure(shop, "extends: acme/kestrel\n");
    const files = { [PATH]: "extends: acme/kestrel\nrules: { links-problem: note }\n" };
    const pullRequest = await shop.open("Ask.", { files, ...outsider });
    expect(checkTextOf(shop, pullRequest)).toContain("It is valid.");
    expect(checkTextOf(shop, pullRequest)).not.toContain("kestrel");
    await repeatDeliveries(shop);
  });
});

test("a pull request that is only behind the default branch is asked of once, and costs one read after that", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  shop.github.requests.clear();
  await configure(shop, "comments: never\n");
  expect(
    requestsOf(shop, "read").filter((operation) => operation === "repos/compare-commits-with-basehead"),
  ).toHaveLength(1);
  expect(checkTextOf(shop, pullRequest)).not.toContain("in this pull request");
  shop.github.requests.clear();
  await shop.edit(pullRequest, "A much nicer total.");
  expect(requestsOf(shop, "read")).toEqual(["Thread"]);
  await repeatDeliveries(shop);
});

test("a change of the file costs two reads more than another pull request", async () => {
  const shop = await openShop();
  await shop.open("Warm.");
  shop.github.requests.clear();
  await shop.open("Changes it.", { files: { [PATH]: "mode: require\n" } });
  expect(requestsOf(shop, "read")).toEqual(["Thread", "repos/compare-commits-with-basehead", "ProposedConfiguration"]);
  await repeatDeliveries(shop);
});
