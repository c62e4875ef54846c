import { describe, expect, test } from "vitest";
import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { untold } from "../support/after-changes.ts";
import type { Shop } from "../support/shop.ts";
import { checkTextOf, HYPOTHESIS, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

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

/** The problem is there before anybody links to it, and nobody tells of its beginnings. */
async function link(shop: Shop, way: Case["way"], place: Visibility): Promise<Case> {
  const repository = `acme/${place}-place`;
  const issue = untold(shop, () =>
    problem(shop, way === "as an issue that was moved there" ? "acme/shop" : repository),
  );
  switch (way) {
    case "in the text":
      return { way, place, issue, pullRequest: await shop.open(`Part of ${repository}#${issue.number}`) };
    case "in the sidebar": {
      const pullRequest = await shop.open("A nicer total.");
      shop.people.linkInSidebar({ pullRequest, issue });
      await shop.edit(pullRequest, "A nicer total, linked.");
      return { way, place, issue, pullRequest };
    }
    case "as the parent of an issue here": {
      const child = shop.issue({ title: "Show the total" });
      shop.people.setParent({ issue: child, parent: issue, by: "ada" });
      return { way, place, issue, pullRequest: await shop.open(`Part of #${child.number}`) };
    }
    case "as an issue that was moved there": {
      const pullRequest = await shop.open(`Part of #${issue.number}`);
      const moved = shop.people.transferIssue({ issue, to: repository, by: "ada" });
      await shop.settle();
      return { way, place, issue: moved, pullRequest };
    }
  }
}

const LISTED = `problems:\n  repositories: [${visibilities.map((place) => `acme/${place}-place`).join(", ")}]\n`;

/** A shop and a place of each visibility; from each place one problem, linked in one way. */
async function tell(visibility: Visibility, config: string, way: Case["way"]) {
  const shop = await openShop({ visibility, config });
  for (const place of visibilities) shop.people.createRepository({ name: `acme/${place}-place`, visibility: place });
  const cases: Case[] = [];
  for (const place of visibilities) cases.push(await link(shop, way, place));
  await shop.later(3);
  const seen = cases.filter(({ place }) => seenFrom[visibility].includes(place));
  return { shop, seen, hidden: cases.filter((one) => !seen.includes(one)) };
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
  test.each(ways)(
    "is told of a problem linked %s where everybody sees it, else that it could not be read",
    async (way) => {
      const { shop, seen, hidden } = await tell(visibility, "{}\n", way);
      for (const one of seen) expectTold(shop, one, childOf(one) ?? name(one));
      for (const one of hidden) {
        const child = childOf(one);
        expect(verdictOf(shop, one.pullRequest)).toBe(
          child === null
            ? "neutral: The linked problem could not be read here"
            : `neutral: Linked to ${child}; no hypothesis yet`,
        );
        expectHidden(shop, one);
      }
      await mergeHidden(shop, hidden);
    },
  );

  test.each(ways)("is told only that it is linked, of a hidden problem in a listed place %s", async (way) => {
    const { shop, seen, hidden } = await tell(visibility, LISTED, way);
    for (const one of seen) expectTold(shop, one, name(one));
    for (const one of hidden) {
      expect(verdictOf(shop, one.pullRequest)).toBe("neutral: The linked problem could not be read here");
      expect(checkTextOf(shop, one.pullRequest)).toMatch(/\| links a problem \| ✅ yes \| advised \| Linked\. \|/);
      expectHidden(shop, one);
    }
    await mergeHidden(shop, hidden);
    await repeatDeliveries(shop);
  });
});

/** The merge records what was believed, and labels: nothing of what is hidden. */
async function mergeHidden(shop: Shop, hidden: readonly Case[]): Promise<void> {
  for (const { pullRequest } of hidden) shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  for (const one of hidden) expectHidden(shop, one);
  const labels = [...shop.repository.labels.values()].map((label) => `${label.name} ${label.description}`);
  expect(labels.filter((label) => label.includes("outcome")).join()).not.toContain(CANARY);
}

test.each([
  ["itself", false],
  ["above an issue here", true],
])("a hidden problem in a listed place, %s, is looked at again when it changes there", async (_title, above) => {
  const config = "problems:\n  repositories: [acme/secret]\n  labels: [problem]\n";
  const shop = await openShop({ config });
  const secret = shop.people.createRepository({ name: "acme/secret", visibility: "private" });
  const hidden = shop.people.openIssue({ repository: secret, author: "ada", title: CANARY, body: HYPOTHESIS });
  shop.people.addLabel({ on: hidden, label: "problem", by: "ada" });
  const child = shop.issue();
  shop.people.setParent({ issue: child, parent: hidden, by: "ada" });
  const reference = above ? `#${child.number}` : `acme/secret#${hidden.number}`;
  const pullRequest = await shop.open(`Part of ${reference}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe("success: Linked, follow-up 14 days after merge");
  shop.people.removeLabel({ on: hidden, label: "problem", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(
    above ? "neutral: No problem is linked yet" : "neutral: The linked problem could not be read here",
  );
  await repeatDeliveries(shop);
});
