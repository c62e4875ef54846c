import { describe, expect, test } from "vitest";
import type { PullRequest } from "../../src/sandbox/github/state/model.ts";
import {
  checkTextOf,
  HYPOTHESIS,
  labelsOf,
  openShop,
  ownComments,
  repeatDeliveries,
  verdictOf,
} from "../support/shop.ts";
import type { Shop } from "../support/shop.ts";

/** Who wrote the text, and who edited it last, if anybody did. Ada writes here, Max maintains; Olu and Eve are strangers. */
const pairs = [
  { author: "ada", editor: null, countsForWriters: true },
  { author: "ada", editor: "ada", countsForWriters: true },
  { author: "ada", editor: "max", countsForWriters: true },
  { author: "ada", editor: "eve", countsForWriters: false },
  { author: "ada", editor: "summaries[bot]", countsForWriters: true },
  { author: "olu", editor: null, countsForWriters: false },
  { author: "olu", editor: "olu", countsForWriters: false },
  { author: "olu", editor: "max", countsForWriters: true },
  { author: "olu", editor: "tara", countsForWriters: false },
  { author: "olu", editor: "summaries[bot]", countsForWriters: false },
] as const;
type Pair = (typeof pairs)[number];

const REASON = "No outcome: nobody outside will notice";

/** The app looks at all of them together, once `settle` is called. */
function openOptedOut({ people, repository }: Shop, { author, editor }: Pair): PullRequest {
  const fork = author === "olu" ? ({ fork: "author" } as const) : {};
  const body = `Moves our builds.\n\n${REASON}`;
  const pullRequest = people.openPullRequest({ repository, author, title: "Show the total", body, ...fork });
  if (editor === null) return pullRequest;
  people.editPullRequest({ pullRequest, by: editor, body: `Moves our builds again.\n\n${REASON}` });
  return pullRequest;
}

async function openStaffed(config: string): Promise<Shop> {
  const shop = await openShop({ config });
  const { repository } = shop;
  shop.people.setRole({ repository, user: "max", role: "maintain" });
  shop.people.setRole({ repository, user: "tara", role: "triage" });
  return shop;
}

/** Whoever the check names: the last person who edited the text, else its author. */
function writerOf({ author, editor }: Pair): string {
  return editor === null || editor.endsWith("[bot]") ? author : editor;
}

const anyone = { who: "anyone", missing: "neutral" } as const;
const writers = { who: "writers", missing: "neutral" } as const;

test.each([
  ["while advising, anybody's opt-out counts", "{}\n", anyone],
  ["where rules are required, that of people with write access", "mode: require\n", { ...writers, missing: "failure" }],
  ["while advising, where it is set so, that of people with write access", "opt_out: write\n", writers],
  ["where rules are required, where it is set so, anybody's", "mode: require\nopt_out: anyone\n", anyone],
] as const)("%s", async (_title, config, { who, missing }) => {
  const shop = await openStaffed(config);
  const told: Record<string, string> = {};
  const expected: Record<string, string> = {};
  const opened = pairs.map((pair) => ({ pair, pullRequest: openOptedOut(shop, pair) }));
  await shop.settle();
  for (const { pair, pullRequest } of opened) {
    const row = `${pair.author}, edited by ${pair.editor}`;
    const by = /Opted out by (\w+), with the reason: nobody outside will notice/.exec(checkTextOf(shop, pullRequest));
    told[row] = `${verdictOf(shop, pullRequest)}; ${by?.[1] ?? remarkOf(shop, pullRequest)}`;
    expected[row] =
      who === "anyone" || pair.countsForWriters
        ? `neutral: Opted out, with a reason; ${writerOf(pair)}`
        : `${missing}: No problem is linked yet; it is said whose would count`;
  }
  expect(told).toEqual(expected);
  await repeatDeliveries(shop);
});

function remarkOf(shop: Shop, pullRequest: PullRequest): string {
  const remark = "it counts only when somebody with write access wrote it or last edited the text.";
  return checkTextOf(shop, pullRequest).includes(remark) ? "it is said whose would count" : "nothing is said";
}

const OUT = "neutral: Opted out, with a reason";
const ASKED = "neutral: No problem is linked yet";
const NO_REASON = "An opt-out stands in the text, but without a reason it does not count.";

describe("the words of an opt-out", () => {
  test("count with a reason, where a reader sees them as the author's", async () => {
    const files = { ".github/PULL_REQUEST_TEMPLATE.md": "## What\n\nSay what you did.\n\nNo outcome: why not\n" };
    const shop = await openShop({ files });
    const cases = [
      ["No outcome: a typo in the log", OUT, false],
      ["no outcome: a typo in the log", OUT, false],
      ["**No outcome:** a typo in the log", OUT, false],
      ["Tidy.\n\n- No outcome: a typo in the log", OUT, false],
      ["No outcome: N/A\n\nNo outcome: a typo in the log", OUT, false],
      ["No outcome: N/A", ASKED, true],
      ["No outcome: none", ASKED, true],
      ["No outcome:", ASKED, false],
      ["No outcome: REASON", ASKED, false],
      ["## What\n\nA nicer total.\n\nNo outcome: why not", ASKED, false],
      ["<!-- No outcome: a typo in the log -->", ASKED, false],
      ["> No outcome: a typo in the log", ASKED, false],
      ["```\nNo outcome: a typo in the log\n```", ASKED, false],
      ["There is no outcome: a typo in the log", ASKED, false],
    ] as const;
    const { people, repository } = shop;
    const opened = cases.map(([body]) => people.openPullRequest({ repository, author: "olu", title: "Show it", body }));
    await shop.settle();
    const told = opened.map((one) => [one.body, verdictOf(shop, one), checkTextOf(shop, one).includes(NO_REASON)]);
    expect(told).toEqual(cases);
    await repeatDeliveries(shop);
  });

  test("count under the names that are configured for them", async () => {
    const shop = await openShop({ config: "statements:\n  headings:\n    opt_out: [No follow-up]\n" });
    const pullRequest = await shop.open("No follow-up: a typo in the log");
    expect(verdictOf(shop, pullRequest)).toBe(OUT);
  });

  test("are not inherited from the problem", async () => {
    const shop = await openShop();
    const issue = shop.issue({ body: REASON });
    const pullRequest = await shop.open(`Part of #${issue.number}`);
    expect(verdictOf(shop, pullRequest)).toBe(`neutral: Linked to #${issue.number}; no hypothesis yet`);
  });
});

test("while GitHub does not answer for a role, an opt-out neither counts nor does not, and it is asked again", async () => {
  const shop = await openShop({ config: "mode: require\n" });
  shop.github.faults.add({
    on: "repos/get-collaborator-permission-level",
    does: { kind: "answers", status: 500, moment: "before" },
  });
  const pullRequest = await shop.open(REASON, { author: "ada" });
  expect(verdictOf(shop, pullRequest)).toBe("action_required: GitHub did not answer for a role; it is asked again");
  expect(checkTextOf(shop, pullRequest)).toContain("GitHub did not say whether this one did; it is asked again.");
  await shop.later(3);
  expect(ownComments(pullRequest)).toEqual([]);
  await shop.later(3);
  expect(verdictOf(shop, pullRequest)).toBe(OUT);
  await repeatDeliveries(shop);
});

test("while GitHub does not answer for a role, what is well linked passes", async () => {
  const shop = await openShop({ config: "mode: require\n" });
  const issue = shop.issue();
  const fault = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "repos/get-collaborator-permission-level", does: fault });
  const pullRequest = await shop.open(`Part of #${issue.number}\n\n${HYPOTHESIS}\n\n${REASON}`, { author: "olu" });
  expect(verdictOf(shop, pullRequest)).toContain(`success: Linked to #${issue.number}`);
});

test("what is merged while GitHub does not answer for a role is not followed up where it opted out", async () => {
  const shop = await openShop({ config: "mode: require\n" });
  const body = `Part of #${shop.issue().number}\n\n${HYPOTHESIS}\n\n${REASON}`;
  const pullRequest = await shop.open(body, { author: "ada" });
  const fault = { kind: "answers", status: 502, moment: "before" } as const;
  shop.github.faults.add({ on: "repos/get-collaborator-permission-level", does: fault });
  shop.people.mergePullRequest({ pullRequest, by: "ada" });
  await shop.settle();
  expect(labelsOf(pullRequest)).toEqual([]);
  await shop.later(3);
  expect(labelsOf(pullRequest)).toEqual([]);
  expect(checkTextOf(shop, pullRequest)).toContain("outcome-opt-out");
});

test("an opt-out that goes away is asked about again", async () => {
  const shop = await openShop();
  const pullRequest = await shop.open(REASON);
  await shop.edit(pullRequest, "Moves our builds.");
  expect(verdictOf(shop, pullRequest)).toBe(ASKED);
  await shop.later(3);
  expect(ownComments(pullRequest)).toHaveLength(1);
  await repeatDeliveries(shop);
});
