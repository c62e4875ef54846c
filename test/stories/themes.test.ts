import { expect, test } from "vitest";
import { checkTextOf, HYPOTHESIS, openShop, ownComments, repeatDeliveries, verdictOf } from "../support/shop.ts";

const themes = `
themes:
  - Onboarding
  - name: Speed
    label: "area: speed"
    issue: "#1"
    description: Nobody waits for a page.
`;

const ADVISE = `rules:\n  fits-theme: advise\n${themes}`;

test("a problem that is under no theme is asked for one, until it has a theme's label", async () => {
  const shop = await openShop({ config: ADVISE });
  shop.issue({ title: "Everything is fast" });
  const problem = shop.issue();
  const pullRequest = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${problem.number}; no theme yet`);
  expect(ownComments(pullRequest)[0]?.body).toMatchInlineSnapshot(`
    "<!-- outcome-link:sticky -->
    ### Which direction of ours does this serve?

    Not found: a theme that \`#2\` or a parent of it is under, or the label of a theme here.

    Put the label of the theme that this change serves on the problem or on this pull request:

    - \`theme: onboarding\` for \`Onboarding\`
    - \`area: speed\` for \`Speed\` (\`Nobody waits for a page.\`), or make \`#1\` the parent of the problem

    A problem that serves a direction which the team has set needs no argument of its own.

    This is advice; you can merge without it. If no problem stands behind this change, write \`No outcome: REASON\` in the description.

    A comment does the same: \`/outcome skip REASON\`.

    <sub>This comment is edited in place, and hidden once nothing is missing.</sub>"
  `);
  shop.people.addLabel({ on: problem, label: "theme: onboarding", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${problem.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Onboarding: #${problem.number} has the label theme: onboarding.`);
  expect(ownComments(pullRequest).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a problem that is below a theme's issue fits it, at whatever level, and no more once it is elsewhere", async () => {
  const shop = await openShop({ config: ADVISE });
  const theme = shop.issue({ title: "Everything is fast" });
  const parent = shop.issue({ title: "The till is slow" });
  const problem = shop.issue({ title: "The total comes late" });
  shop.people.setParent({ issue: parent, parent: theme, by: "ada" });
  shop.people.setParent({ issue: problem, parent, by: "ada" });
  const pullRequest = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${problem.number}`);
  expect(checkTextOf(shop, pullRequest)).toContain(`Speed: #${theme.number} is the issue of this theme.`);
  shop.people.setParent({ issue: problem, parent: null, by: "ada" });
  await shop.edit(pullRequest, `Part of #${problem.number}\n\n${HYPOTHESIS}\n\nRead again.`);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${problem.number}; no theme yet`);
  await repeatDeliveries(shop);
});

test("where a theme is required, the check fails, says which labels would do, and takes one on the pull request", async () => {
  const shop = await openShop({ config: `rules:\n  fits-theme: require\n${themes}` });
  const theme = shop.issue({ title: "Everything is fast" });
  const problem = shop.issue();
  const pullRequest = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  expect(verdictOf(shop, pullRequest)).toBe(`failure: Linked to #${problem.number}; no theme yet`);
  expect(checkTextOf(shop, pullRequest)).toContain(
    "**To merge now**, put the label of the theme that this change serves on the problem or on this pull request:\n\n" +
      "- theme: onboarding for Onboarding\n" +
      `- area: speed for Speed (Nobody waits for a page.), or make #${theme.number} the parent of the problem`,
  );
  shop.people.addLabel({ on: pullRequest, label: "area: speed", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toContain("success: Linked to");
  await repeatDeliveries(shop);
});

test("an issue that is a problem is asked for its theme, unless it is below the issue of one", async () => {
  const rules =
    "rules:\n  states-problem: off\n  gives-evidence: off\n  states-hypothesis: off\n  names-metric: off\n  fits-theme: advise\n";
  const shop = await openShop({ config: `${rules}${themes}` });
  const theme = shop.issue({ title: "Everything is fast" });
  const below = shop.issue({ title: "The total comes late" });
  shop.people.setParent({ issue: below, parent: theme, by: "ada" });
  shop.people.addLabel({ on: below, label: "problem", by: "ada" });
  const alone = shop.issue({ labels: ["problem"] });
  await shop.settle();
  await shop.later(3);
  expect(ownComments(below)).toEqual([]);
  expect(ownComments(alone)[0]?.body).toContain("Put the label of the theme that this problem serves on this issue:");
  shop.people.addLabel({ on: alone, label: "theme: onboarding", by: "ada" });
  await shop.settle();
  expect(ownComments(alone).map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved"]);
  await repeatDeliveries(shop);
});

test("a theme that stands in a configuration which not everybody can read is not named", async () => {
  const shop = await openShop({ config: null });
  const files = { ".github/outcome.yml": ADVISE };
  shop.people.createRepository({ name: "acme/.github", visibility: "private", files });
  shop.issue({ title: "Everything is fast" });
  const problem = shop.issue();
  const pullRequest = await shop.open(`Part of #${problem.number}\n\n${HYPOTHESIS}`);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${problem.number}; no theme yet`);
  expect(checkTextOf(shop, pullRequest)).toContain("Put the label of the theme");
  expect(checkTextOf(shop, pullRequest)).not.toMatch(/onboarding|speed|waits/i);
  expect(
    ownComments(pullRequest)
      .map(({ body }) => body)
      .join(),
  ).not.toMatch(/onboarding|speed|waits/i);
  shop.people.addLabel({ on: problem, label: "area: speed", by: "ada" });
  await shop.settle();
  expect(checkTextOf(shop, pullRequest)).toContain(`#${problem.number} has the label of a theme.`);
  await repeatDeliveries(shop);
});
