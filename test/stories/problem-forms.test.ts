import { expect, test } from "vitest";
import { problemFormText } from "../../src/cli/init/problem-form-text.ts";
import { ourForm } from "../../src/core/statements/our-form.ts";
import { HYPOTHESIS, openShop, ownComments, repeatDeliveries } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

type Answers = Partial<Record<keyof typeof ourForm.questions, string>>;

const WHO = "Shoppers on small screens.";
const HAPPENS = "They cannot see the total before they pay, so they leave at the till.";
const EVIDENCE = "14 of 22 shoppers in the spring survey named it.";
const METRIC = "Abandoned carts move from 40% to 30%.";

/** As GitHub writes it into the issue. */
function filled(answers: Answers): string {
  const { who, happens, evidence, hypothesis, metric } = ourForm.questions;
  const parts = [
    [who, answers.who],
    [happens, answers.happens],
    [evidence, answers.evidence],
    [hypothesis, answers.hypothesis],
    [metric, answers.metric],
  ];
  return parts.map(([question = "", answer = "_No response_"]) => `### ${question}\n\n${answer}`).join("\n\n");
}

async function openShopWithForm(): Promise<Shop> {
  return openShop({ files: { ".github/ISSUE_TEMPLATE/user-problem.yml": problemFormText } });
}

const whole = { who: WHO, happens: HAPPENS, evidence: EVIDENCE, hypothesis: HYPOTHESIS, metric: METRIC };

test("what is told in our form is told, also where nobody put a label on it", async () => {
  const shop = await openShopWithForm();
  const issue = shop.issue({ title: "The total", body: filled(whole) });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
  await repeatDeliveries(shop);
});

test.each<[string, Answers, string]>([
  ["who has it", { ...whole, who: "_No response_" }, "Who has this problem?"],
  ["what happens", { ...whole, happens: "_No response_" }, "What is the user's actual problem?"],
  ["what users cannot do", { ...whole, happens: "Add a sticky total" }, "What can users not do today?"],
  ["how it is known", { who: WHO, happens: HAPPENS }, "How do we know?"],
])("our form without %s is asked for it, without a label", async (_part, answers, question) => {
  const shop = await openShopWithForm();
  const issue = shop.issue({ title: "The total", body: filled(answers) });
  await shop.later(3);
  expect(ownComments(issue).map(({ body }) => body)).toEqual([expect.stringContaining(`### ${question}\n`)]);
  await repeatDeliveries(shop);
});

test.each<[string, Answers]>([
  ["hypothesis and metric", { who: WHO, happens: HAPPENS, evidence: EVIDENCE }],
  ["metric", { ...whole, metric: "_No response_" }],
])("our form asked for %s already, and is not asked again where it was left empty", async (_part, answers) => {
  const shop = await openShopWithForm();
  const issue = shop.issue({ title: "The total", body: filled(answers) });
  await shop.later(60);
  expect(ownComments(issue)).toEqual([]);
});

test("an issue that is edited into our form is asked, and out of it no more", async () => {
  const shop = await openShopWithForm();
  const issue = shop.issue({ title: "The total", body: "Make it bigger." });
  await shop.later(60);
  shop.people.editIssue({ issue, by: "mia", body: filled({ who: WHO, happens: HAPPENS }) });
  await shop.later(3);
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual([null]);
  shop.people.editIssue({ issue, by: "mia", body: "Make it bigger." });
  await shop.settle();
  expect(ownComments(issue).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});
