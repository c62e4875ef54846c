import { expect, test } from "vitest";
import { questionMarker } from "../../src/core/report/marker.ts";
import { at, cold, expectClean, house, permissions } from "./support/simulated-house.ts";

// What the rest of this folder reads from made-up answers, read from the simulation, which was written apart from it.

const place = { owner: "acme", name: "shop" };
const content = { conclusion: "success", title: "Linked", summary: "Table", text: "the record" } as const;

/** A clock that goes on by a day when asked, and the house it hangs in. */
async function housed() {
  let now = new Date("2026-03-02T09:00:00Z");
  const all = await house(permissions, () => now);
  const nextDay = () => void (now = new Date(now.getTime() + 24 * 3600 * 1000));
  return { ...all, nextDay, today: () => now };
}

type Housed = Awaited<ReturnType<typeof housed>>;

function merge({ people, shop }: Housed, title: string) {
  const pullRequest = people.openPullRequest({ repository: shop, author: "ada", title });
  people.mergePullRequest({ pullRequest, by: "ada", method: "squash" });
  return pullRequest;
}

test("merged work is read back with its record, its labels and what people said", async () => {
  const all = await housed();
  const { github, people, reader, writer, shop } = all;
  const { number, head, mergeCommitOid } = merge(all, "Pay by card");
  await writer.apply(at(number), [
    { kind: "create-check-run", headSha: head.oid, content },
    { kind: "add-label", name: "outcome: pending" },
  ]);
  people.comment({ on: { repository: "acme/shop", number }, body: "/outcome validated it sells", by: "eve" });
  people.removeLabel({ on: { repository: "acme/shop", number }, label: "outcome: pending", by: "ada" });
  const issue = people.openIssue({ repository: shop, author: "eve", title: "Cards" });
  const open = people.openPullRequest({ repository: shop, author: "ada", title: "Open" });
  const [served, ...none] = await reader.readServed(place, [number, issue.number, open.number, 999]);
  expect(none).toEqual([null, null, null]);
  expect(served).toMatchObject({
    title: "Pay by card",
    author: { login: "ada" },
    mergeCommit: mergeCommitOid,
    recordText: "the record",
    labels: [],
    labelEvents: [
      { kind: "labelled", name: "outcome: pending", ours: true },
      { kind: "unlabelled", name: "outcome: pending", ours: false, by: { login: "ada" } },
    ],
    commandComments: [{ body: "/outcome validated it sells", author: { login: "eve" } }],
  });
  expectClean(github);
});

test("everything with one of our labels is listed, page by page", async () => {
  const all = await housed();
  const merged = Array.from({ length: 30 }, (_, index) => merge(all, `Change ${index}`));
  for (const [index, { number }] of merged.entries()) {
    const name = index % 2 === 0 ? "outcome: pending" : "outcome: due";
    await all.writer.apply(at(number), [{ kind: "add-label", name }]);
  }
  merge(all, "Not followed up");
  const listed = await all.reader.listMerged(place, { labels: ["outcome: pending", "outcome: due"], since: null });
  expect(listed.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(merged.map(({ number }) => number));
  expect(await all.reader.listMerged(place, { labels: ["outcome: due"], since: null })).toHaveLength(15);
  expectClean(all.github);
});

test("our question is found among many comments, and who reacted to it", async () => {
  const all = await housed();
  const { github, people, reader, writer, shop } = all;
  const problem = people.openIssue({ repository: shop, author: "eve", title: "Cards" });
  for (let n = 0; n < 100; n += 1) people.comment({ on: problem, body: `${questionMarker} forged`, by: "eve" });
  await writer.apply(at(problem.number), [{ kind: "create-comment", body: `${questionMarker}\nDid it help?` }]);
  const { thread } = (await reader.readProblem(at(problem.number), cold)) ?? {};
  const [question, ...more] = thread?.followUpComments ?? [];
  expect(more).toEqual([]);
  expect(question).toMatchObject({ kind: "question", createdAt: all.today() });
  const comment = problem.comments.at(-1);
  if (comment === undefined || question === undefined) throw new Error("no question");
  people.react({ on: comment, by: "eve", content: "+1" });
  people.react({ on: comment, by: "ada", content: "-1" });
  people.react({ on: comment, by: "ada", content: "heart" });
  const told = await reader.readReactions(question.nodeId);
  expect(told.map(({ by, content: what }) => [by.login, what])).toEqual([
    ["eve", "+1"],
    ["ada", "-1"],
  ]);
  people.deleteComment({ comment, by: "ada" });
  expect(await reader.readReactions(question.nodeId)).toEqual([]);
  expectClean(github);
});

test("GitHub's button names the merge that it takes back, and that of the revert in its turn", async () => {
  const all = await housed();
  const { github, people, reader } = all;
  const served = merge(all, "Pay by card");
  const revert = people.revertPullRequest({ pullRequest: served, by: "ada" });
  expect(await reader.readReverting(place, revert.number)).toBeNull();
  people.mergePullRequest({ pullRequest: revert, by: "ada", method: "squash" });
  const told = await reader.readReverting(place, revert.number);
  expect(told?.branch).toEqual({ name: "main", isDefault: true });
  expect(told?.body).toBe(`Reverts acme/shop#${served.number}`);
  expect(told?.messages).toEqual([expect.stringContaining(`This reverts commit ${served.mergeCommitOid}.`)]);
  expect(await reader.findMerged(place, served.mergeCommitOid ?? "")).toEqual({
    number: served.number,
    branch: "main",
  });

  const restored = people.revertPullRequest({ pullRequest: revert, by: "ada" });
  people.mergePullRequest({ pullRequest: restored, by: "ada", method: "merge" });
  const [message] = (await reader.readReverting(place, restored.number))?.messages ?? [];
  expect(message).toContain(`This reverts commit ${revert.mergeCommitOid}.`);
  expect(await reader.findMerged(place, revert.mergeCommitOid ?? "")).toEqual({
    number: revert.number,
    branch: "main",
  });
  expect(await reader.findMerged(place, restored.head.oid)).toBeNull();
  expectClean(github);
});

test("merged work was released with the first release that holds it", async () => {
  const all = await housed();
  const { github, people, reader, shop, nextDay, today } = all;
  const publish = (tag: string, over: object = {}) =>
    people.publishRelease({ repository: shop, tag, by: "ada", ...over });
  publish("v1");
  const before = shop.branches.get("main") ?? "";
  nextDay();
  const { mergeCommitOid } = merge(all, "Pay by card");
  const merged = { commit: mergeCommitOid ?? "", mergedAt: today() };
  nextDay();
  publish("v1.1", { target: before });
  publish("v2-rc", { isPrerelease: true });
  expect(await reader.findReleases(place, [merged])).toEqual(new Map());
  nextDay();
  publish("v2");
  const published = today();
  nextDay();
  publish("v3");
  expect(await reader.findReleases(place, [merged])).toEqual(new Map([[merged.commit, published]]));
  expectClean(github);
});
