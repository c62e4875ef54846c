import { describe, expect, test } from "vitest";
import type { PullRequest, Repository } from "../../src/sandbox/github/state/model.ts";
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

/** GitHub loses the deliveries of what is done. */
async function unheard<Done>({ github: { webhooks }, settle }: Shop, act: () => Done): Promise<Done> {
  webhooks.hold();
  const done = act();
  for (const delivery of webhooks.held()) webhooks.drop(delivery);
  webhooks.deliverAutomatically();
  await settle();
  return done;
}

/** What the app shows on a pull request now. */
function shown(shop: Shop, pullRequest: PullRequest): string {
  const comments = ownComments(pullRequest).map(({ body }) => body);
  return [verdictOf(shop, pullRequest), checkTextOf(shop, pullRequest), ...comments].join("\n");
}

/** Nothing waits, nothing was given up on, and nothing is left to be due. */
async function expectDone(shop: Shop): Promise<void> {
  const { waiting, active, backingOff, delayed, dead } = await shop.app.runtime.queue.counts();
  const none = { waiting: 0, active: 0, backingOff: 0, delayed: 0, dead: 0 };
  expect({ waiting, active, backingOff, delayed, dead }).toEqual(none);
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
    expect(shown(shop, pullRequest)).not.toMatch(/heron|Kestrel|visible total/);
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
      expect(shown(shop, one)).not.toMatch(/Kestrel|visible total/);
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
    expect(shown(shop, pullRequest)).not.toMatch(/globex|Kestrel|visible total/);
    expect(checkTextOf(shop, pullRequest)).toContain(`acme/ideas#${issue.number} could not be read here.`);
    await repeatDeliveries(shop);
  });

  test("that is deleted can no longer be read", async () => {
    const shop = await openShop();
    const { ideas, pullRequest } = await linkedElsewhere(shop);
    shop.people.deleteRepository(ideas);
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe("neutral: The linked problem could not be read here");
    expect(shown(shop, pullRequest)).not.toContain(CANARY);
    await repeatDeliveries(shop);
  });
});

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
    expect(shown(shop, pullRequest)).not.toMatch(/Kestrel|visible total/);
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
