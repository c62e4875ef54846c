import { expect, test } from "vitest";
import type { Issue } from "../../src/sandbox/github/state/model.ts";
import { unheard } from "../support/after-changes.ts";
import { openShop, ownComments, repeatDeliveries, requestsOf, verdictOf } from "../support/shop.ts";
import type { Shop, ShopOptions } from "../support/shop.ts";

const REMINDERS = "Reminder texts reach sleeping clients at night";
const AT_NIGHT = "A client in Lisbon was woken by a reminder at four. Night hours of her timezone are ignored.";
const CHANGE = {
  title: "Respect the timezone of clients in reminders",
  body: "Nobody was asleep in our tests: a reminder went out at night, and clients in Lisbon were woken.",
};

/** Words that no other problem has, so that those of a real one are rare beside them. */
function fill(shop: Shop, labels: readonly string[] = ["problem"]): void {
  const titles = ["Invoice cut", "Pump leaks", "Grid blurry", "Till stuck", "Voucher expired", "Radio silent"];
  for (const title of titles) shop.issue({ title, labels });
}

async function openFilled(options: ShopOptions = {}): Promise<Shop & { readonly reminders: Issue }> {
  const shop = await openShop(options);
  fill(shop);
  const reminders = shop.issue({ title: REMINDERS, body: AT_NIGHT, labels: ["problem"] });
  await shop.later(5);
  return { ...shop, reminders };
}

async function commentOn(shop: Shop, body: string = CHANGE.body, title: string = CHANGE.title): Promise<string> {
  const pullRequest = await shop.open(body, { title });
  await shop.later(3);
  return ownComments(pullRequest)[0]?.body ?? "";
}

test("who links no problem is shown the open one that it looks made for, as a line to paste", async () => {
  const shop = await openFilled();
  const comment = await commentOn(shop);
  expect(comment).toContain(`- \`Part of #${shop.reminders.number}\`: \`${REMINDERS}\``);
  expect(comment.match(/`Part of #\d/g)).toHaveLength(2);
  await repeatDeliveries(shop);
});

test("nothing more is asked of GitHub for it when a pull request comes", async () => {
  const shop = await openFilled();
  shop.github.requests.clear();
  await commentOn(shop);
  // The look, and the one after the grace.
  expect(requestsOf(shop, "read")).toEqual(["Thread", "Thread"]);
});

test("who writes of something else, or links a problem, is shown none", async () => {
  const shop = await openFilled();
  expect(await commentOn(shop, "The invoices have a second logo.", "Second logo")).not.toContain("looks related");
  expect(await commentOn(shop, `Part of #${shop.reminders.number}\n\n${CHANGE.body}`)).not.toContain("looks related");
});

test("a pasted line takes the names away, and what a command unlinks is not named again", async () => {
  const shop = await openFilled();
  const pullRequest = await shop.open(CHANGE.body, { title: CHANGE.title });
  await shop.later(3);
  expect(ownComments(pullRequest)[0]?.body).toContain("looks related");
  await shop.edit(pullRequest, `Part of #${shop.reminders.number}\n\n${CHANGE.body}`);
  expect(ownComments(pullRequest)[0]?.body).not.toContain("looks related");
  shop.people.comment({ on: pullRequest, by: "ada", body: `/outcome unlink #${shop.reminders.number}` });
  await shop.settle();
  expect(ownComments(pullRequest)[0]?.body).toContain("Which problem does this solve?");
  expect(ownComments(pullRequest)[0]?.body).not.toContain("looks related");
});

test.each([
  ["is closed", ({ people, reminders }) => people.closeIssue({ issue: reminders, by: "ada" })],
  [
    "is no problem any more",
    ({ people, reminders }) => people.removeLabel({ on: reminders, label: "problem", by: "ada" }),
  ],
  [
    "moves away",
    ({ people, reminders }) => {
      const to = people.createRepository({ name: "acme/cellar" });
      people.transferIssue({ issue: reminders, by: "ada", to });
    },
  ],
  ["is deleted", ({ people, reminders }) => people.deleteIssue({ issue: reminders, by: "ada" })],
] as const satisfies readonly (readonly [string, (shop: Awaited<ReturnType<typeof openFilled>>) => unknown])[])(
  "a problem that %s is not named",
  async (_, end) => {
    const shop = await openFilled();
    end(shop);
    await shop.later(5);
    expect(await commentOn(shop)).toMatch(/Which problem(?![\s\S]*looks related)/);
  },
);

test("an issue that is a problem by our form alone is named only where a link to it would count", async () => {
  const body = `### Who has this problem?\n\nClients\n\n### What happens today?\n\n${AT_NIGHT}\n\n### How do you know?\n\nA letter`;
  for (const [config, label, named] of [
    ["{}\n", "problem", true],
    ["problems: { labels: [pain] }\n", "pain", false],
  ] as const) {
    const shop = await openShop({ config });
    fill(shop, [label]);
    const { number } = shop.issue({ title: REMINDERS, body, labels: [] });
    await shop.later(5);
    expect((await commentOn(shop)).includes(`Part of #${number}`)).toBe(named);
  }
});

test("problems that were there before the configuration are listed when it comes", async () => {
  const shop = await openShop({ config: null });
  fill(shop);
  const { number } = shop.issue({ title: REMINDERS, body: AT_NIGHT, labels: ["problem"] });
  await shop.later(5);
  expect(await commentOn(shop)).toBe("");
  shop.people.commitFiles({ repository: shop.repository, by: "ada", files: { ".github/outcome.yml": "{}\n" } });
  await shop.later(5);
  expect(await commentOn(shop)).toContain(`Part of #${number}`);
});

test("a new configuration reaches pull requests also while GitHub does not give the list", async () => {
  const shop = await openShop({ config: null });
  fill(shop);
  const { number } = shop.issue({ title: REMINDERS, body: AT_NIGHT, labels: ["problem"] });
  const pullRequest = await shop.open(CHANGE.body, { title: CHANGE.title });
  const does = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "OpenProblems", does, times: 1000 });
  shop.people.commitFiles({ repository: shop.repository, by: "ada", files: { ".github/outcome.yml": "{}\n" } });
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
  shop.github.faults.clear();
  await shop.later(5);
  expect(await commentOn(shop)).toContain(`Part of #${number}`);
});

/** Long enough for the hourly sweep. */
async function hourPasses(shop: Shop): Promise<void> {
  for (let i = 0; i < 13; i += 1) await shop.later(5);
}

test("with a lost store the comment goes on saying what it said", async () => {
  const shop = await openFilled({ recurring: "on" });
  const pullRequest = await shop.open(CHANGE.body, { title: CHANGE.title });
  await shop.later(5);
  expect(ownComments(pullRequest)[0]?.body).toContain("looks related");
  await shop.away(0, () => {});
  shop.github.requests.clear();
  await hourPasses(shop);
  expect(requestsOf(shop, "write")).toEqual([]);
});

test("what nobody told of is found by a sweep also while GitHub does not give the list", async () => {
  const shop = await openFilled({ recurring: "on" });
  await hourPasses(shop);
  const does = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "OpenProblems", does, times: 1000 });
  // The list is too old by then.
  await shop.later(24 * 60);
  const pullRequest = await unheard(shop, () =>
    shop.people.openPullRequest({ repository: shop.repository, author: "ada", title: "New", body: "New." }),
  );
  await hourPasses(shop);
  expect(verdictOf(shop, pullRequest)).toContain("No problem is linked yet");
});

test.each([
  ["no comment is wanted", "comments: never\n"],
  ["a link is not asked for", "rules: { links-problem: note }\n"],
  ["issues of the repository do not count", "problems: { repositories: [acme/problems] }\n"],
])("nothing is listed where %s", async (_, config) => {
  const shop = await openShop({ config });
  expect(requestsOf(shop, "read").filter((one) => one.includes("OpenProblems"))).toEqual([]);
  expect(await commentOn(shop)).not.toContain("looks related");
});
