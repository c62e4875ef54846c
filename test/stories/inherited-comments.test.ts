import { expect, onTestFinished, test } from "vitest";
import type { Issue, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { answersOn, reactionsTo } from "../support/commands.ts";
import { checkTextOf, HYPOTHESIS, openShop, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";
import { openTestStore } from "../support/store.ts";

// Mia writes the problems, Ada may write to the repository, Olu is a stranger. What is said on a problem counts for the
// pull requests that link to it as it counts for the problem itself.

const PROBLEM = "Shoppers on small screens cannot see the total, so they leave at the till.";
const EVIDENCE = "Evidence: 14 of 22 shoppers in the spring survey named it.";
const SAID = `/outcome hypothesis ${HYPOTHESIS}`;

async function openWithProblem(options: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(options);
  const problem = shop.issue({ body: PROBLEM, labels: ["problem"] });
  await shop.later(3);
  return { shop, problem };
}

function say(shop: Shop, issue: Issue, { by, body }: { by: string; body: string }) {
  return shop.people.comment({ on: issue, by, body });
}

function rowOf(shop: Shop, pullRequest: PullRequest, claim: string): string | undefined {
  return checkTextOf(shop, pullRequest)
    .split("\n")
    .find((line) => line.startsWith(`| ${claim} `));
}

const hypothesisOf = (shop: Shop, one: PullRequest) => rowOf(shop, one, "states a hypothesis");
const evidenceOf = (shop: Shop, one: PullRequest) => rowOf(shop, one, "gives evidence");

test.each([
  ["GitHub's own link", "Fixes"],
  ["a link in the text", "Part of"],
])(
  "a hypothesis said on a problem counts for what links to it by %s, until its comment is deleted",
  async (_t, how) => {
    const { shop, problem } = await openWithProblem();
    const pullRequest = await shop.open(`${how} #${problem.number}`);
    expect(hypothesisOf(shop, pullRequest)).toContain("Not found");
    const said = say(shop, problem, { by: "ada", body: SAID });
    await shop.settle();
    expect(hypothesisOf(shop, pullRequest)).toContain(`Stated in #${problem.number} in a comment of ada: We believe`);
    const later = await shop.open(`${how} #${problem.number}`, { title: "Make the total larger" });
    expect(hypothesisOf(shop, later)).toContain("in a comment of ada");
    shop.people.deleteComment({ comment: said, by: "ada" });
    await shop.settle();
    expect(hypothesisOf(shop, pullRequest)).toContain("Not found");
    expect(hypothesisOf(shop, later)).toContain("Not found");
    await repeatDeliveries(shop);
  },
);

test("what a problem's author answers below it counts, as it stands there now", async () => {
  const { shop, problem } = await openWithProblem();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(evidenceOf(shop, pullRequest)).toContain("Not found");
  const answer = say(shop, problem, { by: "mia", body: EVIDENCE });
  await shop.settle();
  expect(evidenceOf(shop, pullRequest)).toContain(`in a comment by the author of #${problem.number}`);
  shop.people.editComment({ comment: answer, by: "mia", body: "Never mind." });
  await shop.settle();
  expect(evidenceOf(shop, pullRequest)).toContain("Not found");
  shop.people.editComment({ comment: answer, by: "mia", body: EVIDENCE });
  await shop.settle();
  expect(evidenceOf(shop, pullRequest)).toContain("✅ yes");
  shop.people.deleteComment({ comment: answer, by: "mia" });
  await shop.settle();
  expect(evidenceOf(shop, pullRequest)).toContain("Not found");
  await repeatDeliveries(shop);
});

test("a problem that its author stated in comments alone is a statement for what links to it", async () => {
  const shop = await openShop();
  const problem = shop.issue({ title: "The total", body: "It is small.", labels: ["problem"] });
  await shop.later(3);
  say(shop, problem, { by: "mia", body: `Problem: ${PROBLEM}` });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(rowOf(shop, pullRequest, "states the problem")).toContain("in a comment by the author of");
  await repeatDeliveries(shop);
});

test("an edited command says nothing, and what somebody said who may not stays refused when they may", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const { shop, problem } = await openWithProblem({ database: { ...database, close: async () => {} } });
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  const edited = say(shop, problem, { by: "ada", body: "/outcome hypothesis We believe." });
  await shop.settle();
  shop.people.editComment({ comment: edited, by: "ada", body: SAID });
  say(shop, problem, { by: "olu", body: SAID });
  say(shop, problem, { by: "olu", body: EVIDENCE });
  await shop.settle();
  expect(hypothesisOf(shop, pullRequest)).toContain("Not found");
  expect(evidenceOf(shop, pullRequest)).toContain("Not found");
  shop.people.setRole({ repository: shop.repository, user: "olu", role: "write" });
  await shop.edit(pullRequest, `Fixes #${problem.number}, read again`);
  expect(hypothesisOf(shop, pullRequest)).toContain("Not found");
  expect(evidenceOf(shop, pullRequest)).toContain("Not found");
  // Only the store knew that it was refused.
  for (const table of ["commands", "thread_comments"]) await database.query(`DELETE FROM outcome.${table}`);
  await shop.edit(pullRequest, `Fixes #${problem.number}.`);
  expect(hypothesisOf(shop, pullRequest)).toContain("in a comment of olu");
  say(shop, problem, { by: "olu", body: SAID });
  await shop.settle();
  expect(hypothesisOf(shop, pullRequest)).toContain("in a comment of olu");
});

test("it is heard also where the store is lost, and costs no request more", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const { shop, problem } = await openWithProblem({ database: { ...database, close: async () => {} } });
  say(shop, problem, { by: "ada", body: SAID });
  say(shop, problem, { by: "mia", body: EVIDENCE });
  await shop.settle();
  for (const table of ["commands", "thread_comments", "looks", "links", "problems"])
    await database.query(`DELETE FROM outcome.${table}`);
  shop.github.requests.clear();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(hypothesisOf(shop, pullRequest)).toContain("in a comment of ada");
  expect(evidenceOf(shop, pullRequest)).toContain("✅ yes");
  expect(requestsOf(shop, "read")).toEqual(["Thread", "repos/get-collaborator-permission-level"]);
});

test("talk below a problem costs a pull request nothing, and nobody's role is read for it", async () => {
  const { shop, problem } = await openWithProblem();
  for (const by of ["ada", "olu", "mia"]) say(shop, problem, { by, body: "Any news?" });
  await shop.settle();
  shop.github.requests.clear();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(requestsOf(shop, "read")).toEqual(["Thread"]);
  expect(requestsOf(shop, "write")).toEqual(["checks/create"]);
  shop.github.requests.clear();
  say(shop, problem, { by: "olu", body: "Same here." });
  await shop.settle();
  expect(shop.github.requests.entries).toEqual([]);
  expect(verdictOf(shop, pullRequest)).toContain(`Linked to #${problem.number}`);
});

test.each([
  { above: "next", reads: ["Thread"] },
  { above: "two above", reads: ["Thread", "Heard"] },
])("a problem $above the linked issue is heard, in the same request where it is the next", async ({ above, reads }) => {
  const { shop, problem } = await openWithProblem({ config: "problems:\n  labels: [problem]\n" });
  const [task, between] = [shop.issue({ title: "Move the total up" }), shop.issue({ title: "Everything above" })];
  shop.people.setParent({ issue: task, parent: above === "next" ? problem : between, by: "ada" });
  if (above !== "next") shop.people.setParent({ issue: between, parent: problem, by: "ada" });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${task.number}`);
  say(shop, problem, { by: "mia", body: SAID });
  await shop.settle();
  expect(hypothesisOf(shop, pullRequest)).toContain(`Stated in #${problem.number}, a parent, in a comment of mia`);
  shop.github.requests.clear();
  await shop.edit(pullRequest, `Fixes #${task.number}.`);
  expect(requestsOf(shop, "read")).toEqual(reads);
  await repeatDeliveries(shop);
});

test("of a long conversation the hundredth answer of the author and the newest command are heard", async () => {
  const { shop, problem } = await openWithProblem();
  for (let each = 0; each < 98; each += 1) say(shop, problem, { by: "olu", body: "Same here." });
  say(shop, problem, { by: "mia", body: EVIDENCE });
  for (let each = 0; each < 30; each += 1) say(shop, problem, { by: "olu", body: "Same here." });
  say(shop, problem, { by: "ada", body: SAID });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(evidenceOf(shop, pullRequest)).toContain("✅ yes");
  expect(hypothesisOf(shop, pullRequest)).toContain("in a comment of ada");
});

test("nobody buries a hypothesis under comments, also where the store is lost", async () => {
  const database = await openTestStore();
  onTestFinished(() => database.close());
  const { shop, problem } = await openWithProblem({
    config: "mode: require\n",
    database: { ...database, close: async () => {} },
  });
  const flood = (comments: number) => {
    for (let each = 0; each < comments; each += 1) say(shop, problem, { by: "olu", body: "Same here." });
  };
  flood(100);
  say(shop, problem, { by: "ada", body: SAID });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${problem.number}`);
  expect(verdictOf(shop, pullRequest)).toContain("success");
  flood(101);
  await shop.settle();
  shop.github.requests.clear();
  await shop.edit(pullRequest, `Fixes #${problem.number}.`);
  expect(verdictOf(shop, pullRequest)).toContain("success");
  expect(requestsOf(shop, "read")).toEqual(["Thread", "Heard", "repos/get-collaborator-permission-level"]);
  for (const table of ["commands", "thread_comments"]) await database.query(`DELETE FROM outcome.${table}`);
  shop.github.requests.clear();
  await shop.edit(pullRequest, `Fixes #${problem.number}, read again`);
  expect(verdictOf(shop, pullRequest)).toContain("success");
  expect(requestsOf(shop, "read").filter((one) => one.startsWith("Heard"))).toEqual(["Heard", "HeardPage"]);
});

test("a hypothesis on a task below a problem counts for what links to the task, and is answered so", async () => {
  const { shop, problem } = await openWithProblem({ config: "problems:\n  labels: [problem]\n" });
  const task = shop.issue({ title: "Move the total up" });
  shop.people.setParent({ issue: task, parent: problem, by: "ada" });
  await shop.settle();
  const pullRequest = await shop.open(`Fixes #${task.number}`);
  const said = say(shop, task, { by: "ada", body: SAID });
  await shop.settle();
  expect(hypothesisOf(shop, pullRequest)).toContain("in a comment of ada");
  expect(reactionsTo(said)).toEqual(["+1"]);
  expect(answersOn(task)).toEqual([]);
});

test.each([
  { why: "parents do not count", written: "  parents: false\n", visibility: "public" },
  { why: "the problem is hidden from readers", written: "", visibility: "private" },
] as const)("where $why, a task below it is told what would make it one", async ({ written, visibility }) => {
  const shop = await openShop({ config: `problems:\n  labels: [problem]\n${written}` });
  const goals = shop.people.createRepository({ name: "acme/goals", visibility });
  const above = { repository: goals, author: "mia", title: "Shoppers leave", body: PROBLEM, labels: ["problem"] };
  const problem = shop.people.openIssue(above);
  const task = shop.issue({ title: "Move the total up" });
  shop.people.setParent({ issue: task, parent: problem, by: "ada" });
  await shop.settle();
  const said = say(shop, task, { by: "ada", body: SAID });
  await shop.settle();
  expect(reactionsTo(said)).toEqual(["confused"]);
  expect(answersOn(task)).toHaveLength(1);
});

test("what is said after the merge changes nothing of what was believed", async () => {
  const { shop, problem } = await openWithProblem();
  const pullRequest = await shop.open(`Part of #${problem.number}`);
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.later(3);
  say(shop, problem, { by: "ada", body: SAID });
  say(shop, problem, { by: "mia", body: EVIDENCE });
  await shop.settle();
  await shop.edit(pullRequest, `Part of #${problem.number}, read again`);
  expect(hypothesisOf(shop, pullRequest)).not.toContain("✅");
  expect(evidenceOf(shop, pullRequest)).not.toContain("✅");
});
