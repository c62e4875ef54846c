import { expect, test } from "vitest";
import { newFiles } from "../../src/cli/init/new-files.ts";
import { ourForm } from "../../src/core/statements/our-form.ts";
import { checkTextOf, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

const written = Object.fromEntries(newFiles.map(({ path, text }) => [path, text]));
const { ".github/outcome.yml": config, ...files } = written;
const template = written[".github/pull_request_template.md"] ?? "";

/** A shop in which somebody ran `outcome init` and merged what it wrote. */
const begin = () => openShop({ config: config ?? null, files });

type Answers = Partial<Record<keyof typeof ourForm.questions, string>>;

/** An issue as GitHub makes it of the form. */
function filled(answers: Answers): string {
  const { who, happens, evidence, hypothesis, metric } = ourForm.questions;
  const sections = [
    [who, answers.who],
    [happens, answers.happens],
    [evidence, answers.evidence],
    [hypothesis, answers.hypothesis],
    [metric, answers.metric],
  ];
  return sections.map(([question, answer]) => `### ${question}\n\n${answer ?? "_No response_"}`).join("\n\n");
}

const whole: Answers = {
  who: "Shoppers on small screens, on their way to pay.",
  happens: "They cannot see the total before they pay, so they leave the cart.",
  evidence: "14 of the 22 people we asked last week named it.",
  hypothesis:
    "We believe a visible total for these shoppers will lower abandoned carts because the price is no surprise.",
  metric: "the share of abandoned carts, from 31 % to 25 % within 4 weeks",
};

test("a problem that was told by the form is heard in full and not answered, also without the label", async () => {
  const shop = await begin();
  const problem = shop.issue({ title: "The total is hidden on small screens", body: filled(whole) });
  const pullRequest = await shop.open(`Part of #${problem.number}`);
  await shop.later(60);
  expect(ownComments(problem).map(({ body }) => body)).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${problem.number}, follow-up 28 days after merge`);
  expect(ownComments(pullRequest)).toEqual([]);
  await repeatDeliveries(shop);
});

test("a form that nobody filled in is asked for its first part, in one comment", async () => {
  const shop = await begin();
  const problem = shop.issue({ title: "The total", body: filled({}) });
  await shop.later(60);
  expect(ownComments(problem)).toHaveLength(1);
  shop.people.editIssue({ issue: problem, by: "mia", body: filled(whole) });
  await shop.settle();
  expect(ownComments(problem).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a pull request with the template as it came is told that it is the template's text", async () => {
  const shop = await begin();
  const pullRequest = await shop.open(template);
  expect(verdictOf(shop, pullRequest)).toBe("neutral: No problem is linked yet");
  expect(checkTextOf(shop, pullRequest)).toContain("Part of #ISSUE is still the template's text.");
  const problem = shop.issue();
  const [, claim = ""] = template.split("\n");
  const said = claim
    .replace("CHANGE for WHO will EFFECT because REASON", "a visible total for shoppers will lower abandoned carts")
    .replace("METRIC moves from NOW to TARGET within WINDOW", "abandoned carts move from 31 % to 25 % within 3 weeks");
  await shop.edit(pullRequest, template.replace("#ISSUE", `#${problem.number}`).replace(claim, said));
  expect(verdictOf(shop, pullRequest)).toBe(`success: Linked to #${problem.number}, follow-up 21 days after merge`);
  await repeatDeliveries(shop);
});
