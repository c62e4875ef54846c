import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import type { Shop } from "../support/shop.ts";
import { HYPOTHESIS, openShop, requestsOf } from "../support/shop.ts";

// What each event of a problem may cost: one read of it, and one of each open pull request that links to it.

const PROBLEM = "Problem: Shoppers on small screens cannot see the total.";
const EVIDENCE = "Evidence: 14 of 22 shoppers in the spring survey named it.";
const BELIEF = `${HYPOTHESIS}\nWe will know when abandoned carts move from 40% to 30%.`;

interface Linked {
  readonly shop: Shop;
  readonly issue: Issue;
  readonly requestsFor: (act: () => unknown) => Promise<readonly string[]>;
}

/** A problem without evidence, with two open pull requests and one that is closed. */
async function linkedProblem(): Promise<Linked> {
  const shop = await openShop();
  const issue = shop.issue({ body: `${PROBLEM}\n\n${BELIEF}`, labels: ["problem"] });
  for (let each = 0; each < 2; each += 1) await shop.open(`Fixes #${issue.number}`);
  const closed = await shop.open(`Fixes #${issue.number}`);
  shop.people.closePullRequest({ pullRequest: closed, by: "ada" });
  await shop.later(3);
  const requestsFor = async (act: () => unknown) => {
    await shop.settle();
    shop.github.requests.clear();
    await act();
    await shop.settle();
    return [...requestsOf(shop, "read"), ...requestsOf(shop, "write")];
  };
  return { shop, issue, requestsFor };
}

const all = ["Thread", "Thread", "Thread"];

test("an event that changes nothing costs one read, and one of each open pull request, and writes nothing", async () => {
  const { shop, issue, requestsFor } = await linkedProblem();
  const { people } = shop;
  const on = { on: issue, label: "cart", by: "ada" };
  expect(await requestsFor(() => people.addLabel(on))).toEqual(all);
  expect(await requestsFor(() => people.removeLabel(on))).toEqual(all);
  expect(await requestsFor(() => people.editIssue({ issue, by: "mia", title: "The hidden total" }))).toEqual(all);
  expect(await requestsFor(() => people.setIssueType({ issue, type: "Problem", by: "ada" }))).toEqual(all);
});

test("a comment costs as much where its author wrote the problem, else none; a reaction none", async () => {
  const { shop, issue, requestsFor } = await linkedProblem();
  const { people } = shop;
  expect(await requestsFor(() => people.comment({ on: issue, body: "Any news?", by: "mia" }))).toEqual(all);
  expect(await requestsFor(() => people.comment({ on: issue, body: "Same here.", by: "olu" }))).toEqual([]);
  expect(await requestsFor(() => people.react({ on: issue, content: "+1", by: "olu" }))).toEqual([]);
});

test("what changed is written, and a burst of events costs as little as one", async () => {
  const { shop, issue, requestsFor } = await linkedProblem();
  const { people } = shop;
  const answered = await requestsFor(() => {
    people.addLabel({ on: issue, label: "cart", by: "ada" });
    people.editIssue({ issue, by: "mia", body: `${PROBLEM}\n\n${EVIDENCE}\n\n${BELIEF}` });
    people.removeLabel({ on: issue, label: "cart", by: "ada" });
  });
  expect(answered.toSorted()).toEqual(["Minimise", ...all, "checks/update", "checks/update"]);
});

test("a problem that is closed costs one write more, which hides the question, and one that is opened again another", async () => {
  const { shop, issue, requestsFor } = await linkedProblem();
  const { people } = shop;
  expect(await requestsFor(() => people.closeIssue({ issue, by: "ada" }))).toEqual([...all, "Minimise"]);
  expect(await requestsFor(() => people.editIssue({ issue, by: "mia", title: "The hidden total" }))).toEqual(all);
  const reopened = async () => {
    people.reopenIssue({ issue, by: "ada" });
    await shop.later(3);
  };
  expect((await requestsFor(reopened)).filter((request) => request !== "Thread")).toEqual(["Restore"]);
});
