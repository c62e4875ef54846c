import { expect, test } from "vitest";
import type { Issue, IssueComment, PullRequest } from "../../src/sandbox/github/state/model.ts";
import { reactionsTo } from "../support/commands.ts";
import { openShop } from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

const commands = {
  check: "/outcome check",
  link: "/outcome link #1",
  unlink: "/outcome unlink #1",
  skip: "/outcome skip too small",
  unskip: "/outcome unskip",
  hypothesis: "/outcome hypothesis We believe a visible total will lower abandoned carts because it is no surprise.",
  validated: "/outcome validated Nobody asks for the total any more.",
  invalidated: "/outcome invalidated Nobody saw it.",
  inconclusive: "/outcome inconclusive",
  snooze: "/outcome snooze 2 weeks",
  help: "/outcome help",
} as const;
const answers = ["validated", "invalidated", "inconclusive", "snooze"] as const;
type Name = keyof typeof commands;
const names: readonly Name[] = ["check", "link", "unlink", "skip", "unskip", "hypothesis", ...answers, "help"];

/** Who they are, by their logins: of the role that they are called by, or by what else they are. */
const people = ["none", "read", "triage", "write", "maintain", "admin", "author", "helper[bot]", "ghost"] as const;
type Person = (typeof people)[number];
const roles = ["none", "read", "triage", "write", "maintain", "admin"] as const;

const everybody: readonly Person[] = ["none", "read", "triage", "write", "maintain", "admin", "author"];
const triage: readonly Person[] = ["triage", "write", "maintain", "admin", "author"];
const writers: readonly Person[] = ["write", "maintain", "admin"];
const writersAndAuthor: readonly Person[] = [...writers, "author"];

async function openStaffed(config: string): Promise<Shop> {
  const shop = await openShop({ config });
  for (const role of roles) shop.people.setRole({ repository: shop.repository, user: role, role });
  return shop;
}

/** Everybody gives every command at once; by whom and which, how each was answered. */
async function giveAll(shop: Shop, on: Issue | PullRequest): Promise<Record<string, string>> {
  const { webhooks } = shop.github;
  webhooks.hold();
  const given = people.flatMap((by) =>
    names.map((name) => [`${by} ${name}`, shop.people.comment({ on, by, body: commands[name] })] as const),
  );
  shop.people.deleteUser("ghost");
  webhooks.deliverAutomatically();
  for (const delivery of webhooks.held()) await webhooks.send(delivery);
  await shop.settle();
  return Object.fromEntries(given.map(([who, comment]) => [who, answerTo(comment)]));
}

function answerTo(comment: IssueComment): string {
  return reactionsTo(comment).join(" ") || "nothing";
}

/** Of nobody who is no person anything is heard; whoever may not is told so. */
function expected(may: Readonly<Record<Name, readonly Person[]>>): Record<string, string> {
  const heard = (by: Person) => by !== "ghost" && by !== "helper[bot]";
  const answer = (by: Person, name: Name) => (heard(by) ? (may[name].includes(by) ? "+1" : "confused") : "nothing");
  return Object.fromEntries(people.flatMap((by) => names.map((name) => [`${by} ${name}`, answer(by, name)] as const)));
}

/** Nothing is merged, so that nobody has anything to answer for. */
const unasked = { validated: [], invalidated: [], inconclusive: [], snooze: [] };
const usual = {
  check: triage,
  link: triage,
  unlink: triage,
  hypothesis: writersAndAuthor,
  help: everybody,
  ...unasked,
};

test.each([
  ["while advising", "{}\n", { ...usual, skip: triage, unskip: triage }],
  ["where rules are required", "mode: require\n", { ...usual, skip: writers, unskip: writers }],
  [
    "as it is configured",
    "commands: {check: anyone, link: admin, unlink: off, skip: maintain}\n",
    {
      ...usual,
      check: everybody,
      link: ["admin", "author"],
      unlink: [],
      skip: ["maintain", "admin"],
      unskip: triage,
    },
  ],
] as const)("who may give which command on a pull request %s", async (_title, config, may) => {
  const shop = await openStaffed(config);
  const pullRequest = await shop.open("A nicer total.", { author: "author", fork: "author" });
  expect(await giveAll(shop, pullRequest)).toEqual(expected(may));
});

test("who may give which command on a problem", async () => {
  const shop = await openStaffed("{}\n");
  const { people: actors, repository } = shop;
  const title = "The total is hidden on small screens";
  const issue = actors.openIssue({ repository, author: "author", title, body: "", labels: ["problem"] });
  await shop.settle();
  const here = { ...usual, link: [], unlink: [], skip: [], unskip: [] };
  expect(await giveAll(shop, issue)).toEqual(expected(here));
});

/** Someone's pull request, and what it was merged for. */
async function openMerged() {
  const shop = await openStaffed("commands: {inconclusive: maintain, snooze: off}\n");
  const problem = shop.issue({ labels: ["problem"] });
  const merged = await shop.open(`Part of #${problem.number}`, { author: "author", fork: "author" });
  shop.people.mergePullRequest({ pullRequest: merged, by: "write" });
  await shop.settle();
  return { shop, problem, merged };
}

const mayAnswer = {
  validated: writersAndAuthor,
  invalidated: writersAndAuthor,
  inconclusive: ["maintain", "admin", "author"],
  snooze: [],
} as const;

test("who may answer for merged work on the problem that it was for", async () => {
  const { shop, problem } = await openMerged();
  const nothing = { link: [], unlink: [], skip: [], unskip: [] };
  const withoutRole = { check: triage.filter((one) => one !== "author"), hypothesis: writers };
  expect(await giveAll(shop, problem)).toEqual(expected({ ...usual, ...nothing, ...withoutRole, ...mayAnswer }));
});

test("who may answer for merged work on the pull request", async () => {
  const { shop, merged } = await openMerged();
  const may = { ...usual, ...mayAnswer, skip: triage, unskip: triage };
  expect(await giveAll(shop, merged)).toEqual(expected(may));
});
