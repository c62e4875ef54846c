import { expect, test } from "vitest";
import type { Fault } from "../../src/sandbox/github/server/faults.ts";
import {
  checkOf,
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  requestsOf,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const NO_LINK = "neutral: No problem is linked yet";

/** Another organisation with the app, and a pull request of it. */
function openElsewhere({ people }: Shop, login = "globex") {
  people.createOrganization({ login, members: ["ben"] });
  const repository = people.createRepository({ name: `${login}/store`, files: { ".github/outcome.yml": "{}\n" } });
  people.setRole({ repository, user: "ben", role: "write" });
  const { id } = people.install({ account: login, by: "ben" });
  return {
    id,
    open: () => people.openPullRequest({ repository, author: "ben", title: "Another change", body: "A nicer total." }),
  };
}

function requestsBy({ github }: Shop, installation: number) {
  return github.requests.entries.filter(({ installationId }) => installationId === installation);
}

function installationOf({ github }: Shop, login: string): number {
  const found = github.state.installations.find(({ account }) => account.login === login);
  if (found === undefined) throw new Error(`The app is not installed at ${login}`);
  return found.id;
}

test.each([
  ["a number of seconds", { kind: "secondary-limit", retryAfterSeconds: 90 }],
  ["a reset", { kind: "primary-limit", resetsInSeconds: 90 }],
] as const)("a limit with %s stops one installation for that long, and no other", async (_name, does) => {
  const shop = await openShop();
  const acme = installationOf(shop, "acme");
  const globex = openElsewhere(shop);
  await shop.settle();
  shop.github.faults.add({ on: ({ path }) => path.includes("/acme/") && path.endsWith("/check-runs"), does });
  const mine = await shop.open("A nicer total.");
  shop.github.requests.clear();
  const theirs = globex.open();
  const second = await shop.open("A nicer sum.");
  await shop.later(1);
  expect(requestsBy(shop, acme)).toEqual([]);
  expect(verdictOf(shop, theirs)).toBe(NO_LINK);
  await shop.later(1);
  expect([mine, second].map((one) => verdictOf(shop, one))).toEqual([NO_LINK, NO_LINK]);
});

/** Every first request of an operation in a place answers 502, after it was applied. */
function everyFirst(operations: readonly string[]): Fault {
  const seen = new Set<string>();
  const on: Fault["on"] = ({ operation, path }) => {
    const key = `${operation} ${path}`;
    const isFirst = operations.includes(operation) && !seen.has(key);
    if (isFirst) seen.add(key);
    return isFirst;
  };
  return { on, does: { kind: "answers", status: 502, moment: "after" }, times: 1000 };
}

test("where every first create fails after it was applied, there is one of each in the end", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  shop.github.faults.add(
    everyFirst(["checks/create", "checks/update", "issues/create-comment", "issues/create-label", "issues/add-labels"]),
  );
  const asked = await shop.open("A nicer total.");
  const merged = await shop.open(`Fixes #${issue.number}\n\n${HYPOTHESIS}`);
  for (let minute = 0; minute < 6; minute += 1) await shop.later(1);
  shop.people.mergePullRequest({ pullRequest: merged, by: "ada" });
  for (let minute = 0; minute < 6; minute += 1) await shop.later(1);
  expect(shop.github.requests.entries.filter(({ status }) => status === 502).length).toBeGreaterThanOrEqual(5);
  expect(ownComments(asked)).toHaveLength(1);
  expect(ownComments(merged)).toEqual([]);
  expect(labelsOf(merged)).toEqual(["outcome: pending"]);
  expect(shop.repository.labels.map(({ name }) => name)).toEqual(["outcome: pending", "outcome: board"]);
  for (const one of [asked, merged]) expect(checkOf(shop, one)?.suite.runs).toHaveLength(1);
  expect(verdictOf(shop, asked)).toBe(NO_LINK);
  expect(checkOf(shop, merged)?.output.text).toContain("outcome-record");
  shop.github.faults.clear();
  await repeatDeliveries(shop);
});

test("hiding, showing and labelling what is so already changes nothing", async () => {
  const shop = await openShop();
  const issue = shop.issue();
  const pullRequest = await shop.open("A nicer total.");
  await shop.later(3);
  for (const [operation, body] of [
    ["Minimise", `Part of #${issue.number}\n\n${HYPOTHESIS}`],
    ["Restore", "A nicer total."],
  ] as const) {
    shop.github.faults.add({ on: operation, does: { kind: "resets", moment: "after" } });
    await shop.edit(pullRequest, body);
    await shop.later(3);
    await shop.later(1);
    expect(ownComments(pullRequest)).toMatchObject([{ minimizedReason: operation === "Minimise" ? "resolved" : null }]);
  }
  await repeatDeliveries(shop);
});

test(
  "of 75 comments 60 are made within a minute and the others in the next one; no verdict waits for them",
  { timeout: 90_000 },
  async () => {
    const shop = await openShop();
    const acme = installationOf(shop, "acme");
    const { people, github, repository } = shop;
    const all = Array.from({ length: 75 }, (_, i) =>
      people.openPullRequest({ repository, author: "ada", title: `Change ${i}`, body: "A nicer total." }),
    );
    await shop.settle();
    expect(new Set(all.map((one) => verdictOf(shop, one)))).toEqual(new Set([NO_LINK]));
    await shop.later(3);
    const commented = () => all.filter((one) => ownComments(one).length > 0).length;
    expect(commented()).toBe(60);
    for (let minute = 0; minute < 3; minute += 1) await shop.later(1);
    expect(commented()).toBe(75);
    expect(all.every((one) => ownComments(one).length === 1)).toBe(true);
    const peaks = github.limits.peaks(acme);
    expect(peaks.createdAMinute).toBeLessThanOrEqual(60);
    expect(peaks.restAMinute).toBeLessThanOrEqual(900);
  },
);

test("an installation that gives no token is left alone until it is taken up again", async () => {
  const shop = await openShop();
  shop.people.suspend({ account: "acme", by: "ada" });
  await shop.settle();
  // What was delivered before the suspension, or what the sweep asks for.
  await shop.app.runtime.queue.resume(installationOf(shop, "acme"));
  await shop.app.runtime.queue.send([{ kind: "recheck-installation", installation: installationOf(shop, "acme") }]);
  await shop.settle();
  shop.github.requests.clear();
  for (let hour = 0; hour < 5; hour += 1) await shop.later(60);
  expect(shop.github.requests.entries).toEqual([]);
  const pullRequest = shop.people.openPullRequest({
    repository: shop.repository,
    author: "ada",
    title: "Opened meanwhile",
    body: "A nicer total.",
  });
  shop.people.unsuspend({ account: "acme", by: "ada" });
  await shop.settle();
  expect(verdictOf(shop, pullRequest)).toBe(NO_LINK);
});

test(
  "a pull request that is edited without end is written to now and then, and is right in the end",
  { timeout: 90_000 },
  async () => {
    const shop = await openShop();
    const issue = shop.issue();
    const pullRequest = await shop.open("A nicer total.");
    shop.github.requests.clear();
    // One every six seconds, and each asks for another answer.
    const bodies = ["A nicer total.", `Part of #${issue.number}\n\n${HYPOTHESIS}`];
    for (let edit = 1; edit < 40; edit += 1) await shop.edit(pullRequest, bodies[edit % 2] ?? "");
    await shop.later(2);
    // The first ten answers, and one a minute for four minutes: each is a check, and some a comment.
    expect(requestsOf(shop, "write").length).toBeLessThanOrEqual(28);
    expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
    expect(ownComments(pullRequest).filter(({ minimizedReason }) => minimizedReason === null)).toEqual([]);
  },
);
