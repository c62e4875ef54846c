import { describe, expect, test } from "vitest";
import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import type { Shop } from "../support/shop.ts";
import { checkTextOf, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

/** Part of everything that stands at a linked issue: of a hidden one it appears nowhere. */
const CANARY = "kestrel";

const visibilities = ["public", "internal", "private"] as const;
type Visibility = (typeof visibilities)[number];

/** For a pull request of one visibility, the places that everybody sees who sees it: no two private ones share members. */
const seenFrom: Readonly<Record<Visibility, readonly Visibility[]>> = {
  public: ["public"],
  internal: ["public", "internal"],
  private: ["public", "internal"],
};

const ways = [
  "in the text",
  "in the sidebar",
  "as the parent of an issue here",
  "as an issue that was moved there",
] as const;

interface Case {
  readonly way: (typeof ways)[number];
  readonly place: Visibility;
  readonly issue: Issue;
  readonly pullRequest: PullRequest;
}

function problem(shop: Shop, repository: string): Issue {
  const issue = shop.people.openIssue({
    repository,
    author: `${CANARY}-mia`,
    title: `The ${CANARY} gives up`,
    labels: [],
    body:
      `## Problem\n\nPeople at the ${CANARY} desk cannot pay.\n\n## Evidence\n\n12 calls by ${CANARY} a week.\n\n` +
      `We believe a ${CANARY} total for shoppers will lower abandoned carts.\n\nMetric: ${CANARY} carts\n\nNo outcome: ${CANARY}`,
  });
  shop.people.addLabel({ on: issue, label: `team ${CANARY}`, by: "ada" });
  shop.people.setIssueType({ issue, type: "Bug", by: "ada" });
  shop.people.setIssueType({ issue, type: null, by: "ada" });
  return issue;
}

async function link(shop: Shop, way: Case["way"], place: Visibility): Promise<Case> {
  const repository = `acme/${place}-place`;
  switch (way) {
    case "in the text": {
      const issue = problem(shop, repository);
      return { way, place, issue, pullRequest: await shop.open(`Part of ${repository}#${issue.number}`) };
    }
    case "in the sidebar": {
      const issue = problem(shop, repository);
      const pullRequest = await shop.open("A nicer total.");
      shop.people.linkInSidebar({ pullRequest, issue });
      await shop.edit(pullRequest, "A nicer total, linked.");
      return { way, place, issue, pullRequest };
    }
    case "as the parent of an issue here": {
      const issue = problem(shop, repository);
      const child = shop.issue({ title: "Show the total" });
      shop.people.setParent({ issue: child, parent: issue, by: "ada" });
      return { way, place, issue, pullRequest: await shop.open(`Part of #${child.number}`) };
    }
    case "as an issue that was moved there": {
      const there = problem(shop, "acme/shop");
      const pullRequest = await shop.open(`Part of #${there.number}`);
      const issue = shop.people.transferIssue({ issue: there, to: repository, by: "ada" });
      await shop.settle();
      return { way, place, issue, pullRequest };
    }
  }
}

const LISTED = `problems:\n  repositories: [${visibilities.map((place) => `acme/${place}-place`).join(", ")}]\n`;

async function tell(visibility: Visibility, config: string) {
  const shop = await openShop({ visibility, config });
  for (const place of visibilities) shop.people.createRepository({ name: `acme/${place}-place`, visibility: place });
  const cases: Case[] = [];
  for (const place of visibilities) for (const way of ways) cases.push(await link(shop, way, place));
  await shop.later(3);
  return { shop, cases };
}

/** All that the app wrote on one pull request's thread and head. */
function written(shop: Shop, { pullRequest }: Case): string {
  const comments = ownComments(pullRequest).map(({ body }) => body);
  return [verdictOf(shop, pullRequest), checkTextOf(shop, pullRequest), ...comments].join("\n");
}

function name({ issue }: Case): string {
  return `${issue.repository.owner.login}/${issue.repository.name}#${issue.number}`;
}

/** What is told of a problem that everybody sees: where it is, and its words. */
function expectTold(shop: Shop, told: Case, problemIs: string): void {
  expect(verdictOf(shop, told.pullRequest)).toContain(`success: Linked to ${problemIs}`);
  expect(written(shop, told)).toContain(`We believe a ${CANARY} total`);
  expect(written(shop, told)).toContain(name(told));
}

/** Nothing of it: neither its words, nor, where the author did not write it, the name of its place. */
function expectHidden(shop: Shop, hidden: Case): void {
  const place = hidden.way === "in the text" ? CANARY : `${hidden.place}-place`;
  expect(written(shop, hidden)).not.toContain(CANARY);
  expect(written(shop, hidden)).not.toContain(place);
}

function childOf({ issue, way }: Case): string | null {
  return way === "as the parent of an issue here" ? `#${issue.subIssues[0]?.number}` : null;
}

describe.each(visibilities)("in a repository that is %s, a pull request", (visibility) => {
  const isSeen = ({ place }: Case): boolean => seenFrom[visibility].includes(place);

  test("is told of problems that everybody sees who sees it, and of all others that they could not be read", async () => {
    const { shop, cases } = await tell(visibility, "{}\n");
    for (const seen of cases.filter(isSeen)) expectTold(shop, seen, childOf(seen) ?? name(seen));
    for (const hidden of cases.filter((one) => !isSeen(one))) {
      const child = childOf(hidden);
      expect(verdictOf(shop, hidden.pullRequest)).toBe(
        child === null
          ? "neutral: The linked problem could not be read here"
          : `neutral: Linked to ${child}; no hypothesis yet`,
      );
      expectHidden(shop, hidden);
    }
    await mergeHidden(
      shop,
      cases.filter((one) => !isSeen(one)),
    );
  });

  test("is told of others that it is linked, and nothing else, where the configuration lists their places", async () => {
    const { shop, cases } = await tell(visibility, LISTED);
    for (const seen of cases.filter(isSeen)) expectTold(shop, seen, name(seen));
    for (const hidden of cases.filter((one) => !isSeen(one))) {
      expect(verdictOf(shop, hidden.pullRequest)).toBe("neutral: The linked problem could not be read here");
      expect(checkTextOf(shop, hidden.pullRequest)).toMatch(/\| links a problem \| ✅ yes \| advised \| Linked\. \|/);
      expectHidden(shop, hidden);
    }
    await mergeHidden(
      shop,
      cases.filter((one) => !isSeen(one)),
    );
  });
});

/** The merge records what was believed, and labels: nothing of what is hidden. */
async function mergeHidden(shop: Shop, hidden: readonly Case[]): Promise<void> {
  for (const { pullRequest } of hidden) shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  for (const one of hidden) expectHidden(shop, one);
  const labels = [...shop.repository.labels.values()].map((label) => `${label.name} ${label.description}`);
  expect(labels.filter((label) => label.includes("outcome")).join()).not.toContain(CANARY);
  await repeatDeliveries(shop);
}
