import { describe, expect, test } from "vitest";
import { HYPOTHESIS, openShop, ownComments, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";

const form = `name: Problem
description: Something is hard for somebody
body:
  - type: textarea
    attributes:
      label: Problem
      value: Shoppers cannot ... because ...
  - type: textarea
    attributes:
      label: Evidence
      placeholder: A link, a quote or a number
`;

const files = { ".github/ISSUE_TEMPLATE/problem.yml": form };

test("what an issue form brought along is no answer", async () => {
  const shop = await openShop({ files });
  const body = "### Problem\n\nShoppers cannot ... because ...\n\n### Evidence\n\n_No response_";
  const issue = shop.issue({ title: "The till", body, labels: ["problem"] });
  await shop.later(3);
  expect(ownComments(issue).map((comment) => comment.body)).toEqual([
    expect.stringContaining("is still the template's text: `Shoppers cannot ... because ...`"),
  ]);
  await repeatDeliveries(shop);
});

test("an answer to the form is one", async () => {
  const shop = await openShop({ files });
  const belief = `${HYPOTHESIS} We will know when abandoned carts move from 40% to 30%.`;
  const body = `### Problem\n\nShoppers cannot see the total.\n\n### Evidence\n\n14 of 22 named it.\n\n${belief}`;
  const issue = shop.issue({ title: "The till", body, labels: ["problem"] });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

describe("what a form brought along states nothing for a pull request that links to the issue", () => {
  const example = "We believe that a faster till for shoppers will shorten the queue because nobody waits.";
  const believing = form.replace("value: Shoppers cannot ... because ...", `value: "${example}"`);
  const body = `### Problem\n\n${example}`;

  test("and what was written into it does, with no request more than without a form", async () => {
    const shop = await openShop({ files: { ".github/ISSUE_TEMPLATE/problem.yml": believing } });
    const issue = shop.issue({ body });
    await shop.settle();
    shop.github.requests.clear();
    const pullRequest = await shop.open(`Fixes #${issue.number}`);
    expect(requestsOf(shop, "read")).toEqual(["Thread"]);
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
    shop.people.editIssue({ issue, by: "mia", body: `### Problem\n\n${HYPOTHESIS}` });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
    await repeatDeliveries(shop);
  });

  test("from the moment the form is there", async () => {
    const shop = await openShop();
    const issue = shop.issue({ body });
    const pullRequest = await shop.open(`Fixes #${issue.number}`);
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
    const forms = { ".github/ISSUE_TEMPLATE/problem.yml": believing };
    shop.people.commitFiles({ repository: shop.repository, by: "ada", files: forms });
    await shop.settle();
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
    await repeatDeliveries(shop);
  });
});
