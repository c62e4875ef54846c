import { describe, expect, test } from "vitest";
import type { PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
import { shownOn, unheard } from "../support/after-changes.ts";
import { checkTextOf, HYPOTHESIS, openShop, repeatDeliveries, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const CANARY = "Kestrel Dawn";
const files = { ".github/outcome.yml": "{}\n" };

/** A second repository of the shop's owner with one problem, and a pull request of the shop that links to it by name. */
async function linkedElsewhere(shop: Shop, name = "acme/ideas") {
  const ideas = shop.people.createRepository({ name });
  const issue = shop.people.openIssue({
    repository: ideas,
    author: "mia",
    title: `${CANARY} stalls`,
    body: HYPOTHESIS,
  });
  const pullRequest = await shop.open(`Part of ${name}#${issue.number}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to ${name}#${issue.number}`);
  return { ideas, issue, pullRequest };
}

describe("a repository that others link into", () => {
  test("is shown by its new name once it is renamed, and goes on waking them", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    shop.people.renameRepository({ repository: ideas, name: "thoughts", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to acme/thoughts#${issue.number}`);
    shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/thoughts#${issue.number}; no hypothesis yet`);
    await repeatDeliveries(shop);
  });

  test("wakes them after a rename that nobody told of", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    await unheard(shop, () => shop.people.renameRepository({ repository: ideas, name: "thoughts", by: "ada" }));
    shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/thoughts#${issue.number}; no hypothesis yet`);
  });

  test("is not taken for another one that gets its old name", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    shop.people.renameRepository({ repository: ideas, name: "thoughts", by: "ada" });
    const fresh = shop.people.createRepository({ name: "acme/ideas" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
    expect(checkTextOf(shop, pullRequest)).toContain(`acme/ideas#${issue.number} does not exist.`);
    const other = shop.people.openIssue({ repository: fresh, author: "mia", title: "Another thing" });
    await shop.settle();
    expect(other.number).toBe(issue.number);
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to acme/ideas#${other.number}; no hypothesis yet`);
    await repeatDeliveries(shop);
  });

  test("has neither its new name nor anything else told once it is renamed and made private", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    shop.people.renameRepository({ repository: ideas, name: "project-heron", by: "ada" });
    shop.people.setVisibility({ repository: ideas, visibility: "private", by: "ada" });
    await shop.settle();
    expect(checkTextOf(shop, pullRequest)).toContain(`acme/ideas#${issue.number} could not be read here.`);
    expect(shownOn(shop, pullRequest)).not.toMatch(/heron|Kestrel|visible total/);
    await repeatDeliveries(shop);
  });

  test("leaves no word of it behind when it is made private, and speaks again when it is public", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    const theirs = await elsewhere(shop, `Part of acme/ideas#${issue.number}`);
    for (const one of [pullRequest, theirs]) expect(verdictOf(shop, one)).toContain("success: Linked to acme/ideas");
    shop.people.setVisibility({ repository: ideas, visibility: "private", by: "ada" });
    await shop.settle();
    for (const one of [pullRequest, theirs]) {
      expect(verdictOf(shop, one)).toBe("neutral: The linked problem could not be read here");
      expect(shownOn(shop, one)).not.toMatch(/Kestrel|visible total/);
    }
    shop.people.setVisibility({ repository: ideas, visibility: "public", by: "ada" });
    await shop.settle();
    for (const one of [pullRequest, theirs]) expect(verdictOf(shop, one)).toContain("success: Linked to acme/ideas");
    await repeatDeliveries(shop);
  });

  test("is followed to another owner, where it may be seen from here", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    shop.people.createOrganization({ login: "globex", members: ["gus"] });
    shop.people.install({ account: "globex", by: "gus" });
    shop.people.transferRepository({ repository: ideas, to: "globex", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to globex/ideas#${issue.number}`);
    shop.people.setVisibility({ repository: ideas, visibility: "private", by: "gus" });
    await shop.settle();
    expect(shownOn(shop, pullRequest)).not.toMatch(/globex|Kestrel|visible total/);
    expect(checkTextOf(shop, pullRequest)).toContain(`acme/ideas#${issue.number} could not be read here.`);
    await repeatDeliveries(shop);
  });

  test("that is deleted can no longer be read", async () => {
    const shop = await openShop();
    const { ideas, pullRequest } = await linkedElsewhere(shop);
    shop.people.deleteRepository(ideas);
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
    expect(shownOn(shop, pullRequest)).not.toContain(CANARY);
    await repeatDeliveries(shop);
  });
});

describe("a repository whose configuration others build on", () => {
  const config = "extends: acme/policy\n";
  const required = "failure: No problem is linked yet";

  async function openOnBase() {
    const shop = await openShop({ config });
    const base = shop.people.createRepository({
      name: "acme/policy",
      files: { ".github/outcome.yml": "mode: require\n" },
    });
    const pullRequest = await shop.open("A nicer total.");
    expect(verdictOf(shop, pullRequest)).toBe(required);
    expect(checkTextOf(shop, pullRequest)).toContain("acme/policy");
    return { shop, base, pullRequest };
  }

  test("is named no more once it is made private", async () => {
    const { shop, base, pullRequest } = await openOnBase();
    shop.people.setVisibility({ repository: base, visibility: "private", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(required);
    expect(shownOn(shop, pullRequest)).not.toContain("policy");
    await repeatDeliveries(shop);
  });

  test("is missed from when it is renamed, until another one gets its name", async () => {
    const { shop, base, pullRequest } = await openOnBase();
    shop.people.renameRepository({ repository: base, name: "rules", by: "ada" });
    await shop.settle();
    expect(checkTextOf(shop, pullRequest)).toContain("acme/policy does not exist under this name");
    expect(checkTextOf(shop, pullRequest)).not.toContain("acme/rules");
    const text = "mode: advise\n";
    shop.people.createRepository({ name: "acme/policy", files: { ".github/outcome.yml": text } });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
    await repeatDeliveries(shop);
  });
});

describe("the open pull requests of a repository", () => {
  test("are looked at when another branch becomes the default one, by what is configured there", async () => {
    const shop = await openShop({ config: null });
    const { repository, people } = shop;
    const issue = shop.issue();
    people.commitFiles({ repository, branch: "next", files, by: "ada" });
    const pullRequest = await shop.open(HYPOTHESIS, { base: "next" });
    people.linkInSidebar({ pullRequest, issue });
    expect(verdictOf(shop, pullRequest)).toBeUndefined();
    people.setDefaultBranch({ repository, branch: "next", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
    await repeatDeliveries(shop);
  });

  test("are looked at when it is taken up again, and left in peace while it rests", async () => {
    const shop = await openShop();
    const { ideas, issue, pullRequest } = await linkedElsewhere(shop);
    shop.people.archiveRepository(shop.repository);
    shop.people.editIssue({ issue, by: "mia", body: "No longer sure." });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain("success: Linked");
    shop.people.unarchiveRepository(shop.repository);
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to ${nameOf(ideas)}#${issue.number}; no hypothesis yet`);
    await repeatDeliveries(shop);
  });

  test("say no more of what was private like them once everybody can see them", async () => {
    const shop = await openShop({ visibility: "internal" });
    const ideas = shop.people.createRepository({ name: "acme/ideas", visibility: "internal" });
    const issue = shop.people.openIssue({ repository: ideas, author: "ada", title: CANARY, body: HYPOTHESIS });
    const pullRequest = await shop.open(`Part of acme/ideas#${issue.number}`);
    expect(verdictOf(shop, pullRequest)).toContain("success: Linked to acme/ideas");
    shop.people.setVisibility({ repository: shop.repository, visibility: "public", by: "ada" });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
    expect(shownOn(shop, pullRequest)).not.toMatch(/Kestrel|visible total/);
    await repeatDeliveries(shop);
  });
});

/** A pull request of another organisation, where the app is installed as well. */
async function elsewhere(shop: Shop, body: string): Promise<PullRequest> {
  const repository = shop.people.createRepository({ name: "globex/tools", files });
  shop.people.setRole({ repository, user: "gus", role: "write" });
  shop.people.install({ account: "globex", by: "gus" });
  const pullRequest = shop.people.openPullRequest({ repository, author: "gus", title: "Sharpen it", body });
  await shop.settle();
  return pullRequest;
}

function nameOf({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}
