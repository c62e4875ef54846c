import { describe, expect, test } from "vitest";
import { expectDone, unheard } from "../support/after-changes.ts";
import { checkOf, openShop, ownComments, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";

const files = { ".github/outcome.yml": "{}\n" };

describe("a repository that changes while a look at its pull request waits", () => {
  test("is found under its new name, and one that has the old name by then is left alone", async () => {
    const shop = await openShop();
    const pullRequest = await shop.open("A nicer total.");
    const other = await unheard(shop, () => {
      shop.people.renameRepository({ repository: shop.repository, name: "store", by: "ada" });
      const fresh = shop.people.createRepository({ name: "acme/shop", files });
      return shop.people.openPullRequest({ repository: fresh, author: "ada", title: "Begin", body: "A beginning." });
    });
    expect(other.number).toBe(pullRequest.number);
    await shop.later(3);
    expect(ownComments(pullRequest)).toHaveLength(1);
    expect([checkOf(shop, other), ...ownComments(other)]).toEqual([undefined]);
    await shop.edit(pullRequest, "No outcome: a typo");
    expect(verdictOf(shop, pullRequest)).toBe("neutral: Opted out, with a reason");
    expect([checkOf(shop, other), ...ownComments(other)]).toEqual([undefined]);
    await expectDone(shop);
  });

  test("is found under its new name by whoever asked for its check again before", async () => {
    const shop = await openShop();
    const { github, people, repository } = shop;
    const run = checkOf(shop, await shop.open("A nicer total."));
    if (run === undefined) throw new Error("There is no check");
    await unheard(shop, () => people.rerequestCheckRun({ run, by: "ada" }));
    const asked = github.webhooks.deliveries.findLast(({ event }) => event === "check_run");
    await unheard(shop, () => {
      people.renameRepository({ repository, name: "store", by: "ada" });
      people.createRepository({ name: "acme/shop", files });
    });
    github.requests.clear();
    if (asked !== undefined) await github.webhooks.send(asked);
    await shop.settle();
    const paths = github.requests.entries.map(({ path }) => path);
    expect(paths).toContainEqual(expect.stringMatching(/^\/repos\/acme\/store\/commits\//));
    expect(paths).not.toContainEqual(expect.stringMatching(/^\/repos\/acme\/shop\//));
    await shop.later(3);
    await expectDone(shop);
  });

  test("writes to the name that it has now", async () => {
    const shop = await openShop();
    const pullRequest = await shop.open("A nicer total.");
    await unheard(shop, () => shop.people.renameRepository({ repository: shop.repository, name: "store", by: "ada" }));
    shop.github.requests.clear();
    await shop.later(3);
    expect(ownComments(pullRequest)).toHaveLength(1);
    const paths = shop.github.requests.of("write").map(({ path }) => path);
    expect(paths).toEqual([`/repos/acme/store/issues/${pullRequest.number}/comments`]);
  });

  test.each(["public", "private"] as const)(
    "and goes to an owner without the app is let go quietly: %s",
    async (visibility) => {
      const shop = await openShop({ visibility });
      const pullRequest = await shop.open("A nicer total.");
      shop.people.createOrganization({ login: "globex" });
      shop.people.transferRepository({ repository: shop.repository, to: "globex", by: "ada" });
      shop.github.requests.clear();
      await shop.later(3);
      expect(requestsOf(shop, "write")).toEqual([]);
      expect(ownComments(pullRequest)).toEqual([]);
      await expectDone(shop);
    },
  );

  test("and goes to an owner with the app is judged there, by what is configured there", async () => {
    const shop = await openShop();
    const pullRequest = await shop.open("A nicer total.");
    shop.people.createRepository({
      name: "globex/.github",
      files: { ".github/outcome.yml": "comments:\n  when: never\nmode: require\n" },
    });
    shop.people.install({ account: "globex", by: "gus" });
    shop.people.transferRepository({ repository: shop.repository, to: "globex", by: "ada" });
    await shop.later(3);
    expect(verdictOf(shop, pullRequest)).toBe("failure: No problem is linked yet");
    expect(ownComments(pullRequest)).toEqual([]);
    await expectDone(shop);
    await repeatDeliveries(shop);
  });

  test("and goes to an owner without the app is not looked for whenever what it built on changes", async () => {
    const shop = await openShop({ config: "extends: acme/policy\n" });
    const base = shop.people.createRepository({ name: "acme/policy", files });
    await shop.settle();
    await shop.open("A nicer total.");
    shop.people.createOrganization({ login: "globex" });
    shop.people.transferRepository({ repository: shop.repository, to: "globex", by: "ada" });
    const change = async (text: string) => {
      shop.github.requests.clear();
      shop.people.commitFiles({ repository: base, files: { ".github/outcome.yml": text }, by: "ada" });
      await shop.settle();
      const named = shop.github.requests.entries.filter(({ operation }) => operation === "Configuration");
      return named.length;
    };
    expect(await change("mode: require\n")).toBe(2);
    expect(await change("{}\n")).toBe(1);
  });

  test("and is deleted is let go quietly", async () => {
    const shop = await openShop();
    await shop.open("A nicer total.");
    shop.people.deleteRepository(shop.repository);
    shop.github.requests.clear();
    await shop.later(3);
    expect(requestsOf(shop, "write")).toEqual([]);
    await expectDone(shop);
  });
});
