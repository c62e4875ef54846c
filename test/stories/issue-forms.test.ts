import { expect, test } from "vitest";
import { openShop, ownComments, repeatDeliveries } from "../support/shop.ts";

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
  const body = "### Problem\n\nShoppers cannot see the total.\n\n### Evidence\n\n14 of 22 named it.";
  const issue = shop.issue({ title: "The till", body, labels: ["problem"] });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});
