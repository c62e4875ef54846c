import { expect, test } from "vitest";
import { expectClean, house, permissions } from "./support/simulated-house.ts";

const place = { owner: "acme", name: "shop" };
const labelled = { labels: ["problem"], types: [] };
const nothing = { problems: [], declined: [], unmerged: [] };

/** A clock that goes on by minutes, and the house it hangs in. */
async function housed() {
  let now = new Date("2026-03-02T09:00:00Z");
  const all = await house(permissions, () => now);
  const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
  const problem = (title: string, over: object = {}) =>
    all.people.openIssue({ repository: all.shop, author: "eve", title, labels: ["problem"], ...over });
  const change = (title: string, over: object = {}) =>
    all.people.openPullRequest({ repository: all.shop, author: "ada", title, ...over });
  return { ...all, later, problem, change, today: () => now };
}

test("a repository without problems tells nothing", async () => {
  const { github, reader } = await housed();
  expect(await reader.readBoardFacts(place, labelled)).toEqual(nothing);
  expect(await reader.readBoardFacts(place, { labels: [], types: [] })).toEqual(nothing);
  expectClean(github);
});

test("open problems are told with their weight, those with the most comments first", async () => {
  const { github, people, reader, problem } = await housed();
  const quiet = problem("Quiet");
  const loud = problem("Loud", { labels: ["problem", "theme: speed"], body: "8 of 20 asked" });
  const twin = problem("Loud again");
  people.markAsDuplicate({ issue: twin, of: loud, by: "ada" });
  people.closeIssue({ issue: twin, by: "ada", reason: "duplicate" });
  people.comment({ on: loud, body: "Me too", by: "mia" });
  people.react({ on: loud, by: "ada", content: "+1" });
  people.react({ on: loud, by: "zoe", content: "-1" });
  problem("Not a problem", { labels: ["question"] });
  const { problems, declined } = await reader.readBoardFacts(place, labelled);
  expect(problems).toEqual([
    {
      number: loud.number,
      title: "Loud",
      body: "8 of 20 asked",
      labels: ["problem", "theme: speed"],
      type: null,
      weight: { reactions: 1, people: 2, duplicates: 1 },
    },
    expect.objectContaining({ number: quiet.number, weight: { reactions: 0, people: 1, duplicates: 0 } }),
  ]);
  expect(declined).toEqual([]);
  expectClean(github);
});

test("what counts by several labels and by its type is told once, and thirty at most", async () => {
  const { github, reader, problem } = await housed();
  const typed = problem("Typed", { labels: [], type: "Bug" });
  problem("Of another type", { labels: [] });
  const both = problem("Both", { labels: ["problem", "pain"], type: "Bug" });
  const kinds = { labels: ["problem", "pain"], types: ["bug"] };
  const { problems } = await reader.readBoardFacts(place, kinds);
  expect(problems.map(({ number, type }) => [number, type])).toEqual([
    [both.number, "Bug"],
    [typed.number, "Bug"],
  ]);
  for (let n = 0; n < 35; n += 1) problem(`Problem ${n}`);
  expect((await reader.readBoardFacts(place, kinds)).problems).toHaveLength(30);
  expectClean(github);
});

test("problems that were closed as not planned are told with the reason that was given then", async () => {
  const { github, people, reader, problem, later, today } = await housed();
  const by = "ada";
  const [told, late, others, done] = ["Told", "Late", "Others", "Done"].map((title) => problem(title));
  if (!told || !late || !others || !done) throw new Error("not opened");
  people.comment({ on: told, body: "We think about it", by });
  later(30);
  people.closeIssue({ issue: told, by, reason: "not_planned", comment: "Too few people pay by card" });
  const closedAt = today();
  people.comment({ on: others, body: "Please, please", by: "eve" });
  people.closeIssue({ issue: others, by, reason: "not_planned" });
  people.closeIssue({ issue: done, by, comment: "Shipped" });
  later(1);
  people.closeIssue({ issue: late, by, reason: "not_planned" });
  later(11);
  people.comment({ on: late, body: "By the way", by });
  const { declined, problems } = await reader.readBoardFacts(place, labelled);
  expect(problems).toEqual([]);
  expect(declined.map(({ title, reason }) => [title, reason])).toEqual([
    ["Late", null],
    ["Others", null],
    ["Told", "Too few people pay by card"],
  ]);
  expect(declined.at(-1)).toEqual({
    number: told.number,
    title: "Told",
    labels: ["problem"],
    type: null,
    closedAt,
    reason: "Too few people pay by card",
  });
  expect(JSON.stringify(declined)).not.toMatch(/ada|eve/);
  expectClean(github);
});

test("a reason that came just after the closing counts, and one that somebody hid does not", async () => {
  const { github, people, reader, problem, later } = await housed();
  const issue = problem("Told");
  people.closeIssue({ issue, by: "ada", reason: "not_planned" });
  later(9);
  const said = people.comment({ on: issue, body: "Because of the cost", by: "ada" });
  const reason = async () => (await reader.readBoardFacts(place, labelled)).declined[0]?.reason;
  expect(await reason()).toBe("Because of the cost");
  people.hideComment({ comment: said, reason: "off-topic", by: "eve" });
  expect(await reason()).toBeNull();
  expectClean(github);
});

test("people's pull requests that were closed unmerged are told with what they are linked to", async () => {
  const { github, people, reader, problem, change } = await housed();
  const cards = problem("Cards");
  const linked = change("Pay by card", { body: `Fixes #${cards.number}` });
  const bots = change("Bump left-pad", { author: "renovate[bot]" });
  const merged = change("Merged");
  people.mergePullRequest({ pullRequest: merged, by: "ada" });
  change("Open");
  people.closePullRequest({ pullRequest: linked, by: "ada", comment: "The bank says no" });
  people.closePullRequest({ pullRequest: bots, by: "ada" });
  const { unmerged } = await reader.readBoardFacts(place, labelled);
  expect(unmerged).toEqual([
    {
      number: linked.number,
      title: "Pay by card",
      linked: [cards.number],
      closedAt: new Date("2026-03-02T09:00:00Z"),
      reason: "The bank says no",
    },
  ]);
  expectClean(github);
});
