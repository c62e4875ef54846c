import { expect, test } from "vitest";
import { at, cold, expectClean, house, marker, none, permissions } from "./support/simulated-house.ts";

// The simulation was written apart from this room, and refuses what GitHub's published descriptions refuse.

test("what is written is what is read back", async () => {
  const { github, people, shop, ownApp, reader, writer } = await house();
  expect(ownApp).toEqual({ id: 77, slug: "outcome-link" });
  const problem = people.openIssue({ repository: shop, author: "eve", title: "Cards", body: "No cards", type: "Bug" });
  const parent = people.openIssue({ repository: shop, author: "eve", title: "Paying", body: "" });
  people.setParent({ issue: problem, parent, by: "ada" });
  const { number, head } = people.openPullRequest({
    repository: shop,
    author: "ada",
    title: "Pay",
    body: `Fixes #${problem.number}`,
  });
  const reference = { owner: "acme", name: "shop", number };

  const first = await reader.readPullRequest(reference, cold);
  expect(first).toMatchObject({
    reference,
    templates: ["## Problem\n"],
    headSha: head.oid,
    checkRun: null,
    configuration: {
      repository: { files: [{ path: ".github/outcome.yml", text: "mode: advise\n" }] },
      organisation: { files: [{ path: ".github/outcome.yaml", text: "mode: require\n" }] },
    },
    developmentLinks: [{ kind: "issue", issue: { type: "Bug" }, parents: [{ title: "Paying" }] }],
    thread: { labels: [], ownComments: [], labelsRemovedByOthers: [], ownCommentDeletions: [] },
  });
  expect(first?.configuration.repository.files[0]?.landedAt).toBeInstanceOf(Date);

  const content = { conclusion: "neutral", title: "Linked", summary: "Table", text: "Paste" } as const;
  const created: unknown[] = [];
  const observer = { before: async () => {}, after: async (_: unknown, one: unknown) => void created.push(one) };
  const label = { name: "outcome: pending", color: "ededed", description: "Later" };
  const writes = [
    { kind: "create-check-run", headSha: head.oid, content },
    { kind: "create-comment", body: `${marker}\nWhich problem?` },
    { kind: "create-label", label },
    { kind: "create-label", label },
    { kind: "add-label", name: label.name },
  ] as const;
  expect(await writer.apply(reference, writes, observer)).toEqual({ refused: [] });

  const second = await reader.readPullRequest(reference, cold);
  expect(second?.checkRun).toMatchObject({ completed: true, ...content });
  expect(second?.thread.labels).toEqual([label.name]);
  expect(second?.repository.outcomeLabels).toEqual([label.name]);
  const [comment] = second?.thread.ownComments ?? [];
  expect(comment).toMatchObject({ body: `${marker}\nWhich problem?`, minimised: false });
  expect(created[1]).toEqual({ id: comment?.id, nodeId: comment?.nodeId });
  if (comment === undefined || second?.checkRun?.id === undefined) throw new Error("not written");

  const { id, nodeId } = comment;
  await writer.apply(reference, [
    { kind: "update-check-run", id: second.checkRun.id, content: { ...content, text: "" } },
    { kind: "update-comment", id, body: `${marker}\nAnswered` },
    { kind: "minimise-comment", id, nodeId },
    { kind: "remove-label", name: label.name },
    { kind: "remove-label", name: label.name },
  ]);
  const third = await reader.readPullRequest(reference, { kind: "present", id, nodeId, minimisedByUs: true });
  expect(third?.checkRun?.text).toBe("");
  expect(third?.thread).toMatchObject({
    labels: [],
    labelsRemovedByOthers: [],
    ownComments: [{ id, body: `${marker}\nAnswered`, minimised: true, minimisedReason: "resolved" }],
  });
  await writer.apply(reference, [
    { kind: "restore-comment", id, nodeId },
    { kind: "delete-comment", id },
  ]);
  await writer.apply(reference, [
    { kind: "minimise-comment", id, nodeId },
    { kind: "update-comment", id, body: "x" },
    { kind: "delete-comment", id },
  ]);
  const last = await reader.readPullRequest(reference, { kind: "present", id, nodeId, minimisedByUs: false });
  expect(last?.thread).toMatchObject({ ownComments: [], ownCommentDeletions: [] });
  expectClean(github);
});

test("what people do to ours is told", async () => {
  const { github, people, shop, reader, writer } = await house();
  const pullRequest = people.openPullRequest({ repository: shop, author: "ada", title: "Pay", draft: true });
  const reference = { owner: "acme", name: "shop", number: pullRequest.number };
  for (let n = 0; n < 100; n += 1) people.comment({ on: pullRequest, body: `${marker} forged`, by: "eve" });
  await writer.apply(reference, [
    { kind: "create-comment", body: `${marker}\nWhich problem?` },
    { kind: "add-label", name: "outcome: pending" },
  ]);
  people.readyForReview({ pullRequest, by: "ada" });
  const before = await reader.readPullRequest(reference, cold);
  expect(before?.readyAt).toEqual(new Date("2026-03-02T09:00:00Z"));
  expect(before?.thread.ownComments).toHaveLength(1);
  const ours = pullRequest.comments.at(-1);
  if (ours === undefined) throw new Error("no comment");
  people.hideComment({ comment: ours, reason: "off-topic", by: "ada" });
  people.removeLabel({ on: pullRequest, label: "outcome: pending", by: "ada" });
  expect((await reader.readPullRequest(reference, cold))?.thread).toMatchObject({
    ownComments: [{ minimised: true, minimisedReason: "off-topic" }],
    labelsRemovedByOthers: ["outcome: pending"],
  });
  people.deleteComment({ comment: ours, by: "ada" });
  people.deleteUser("ada");
  expect(await reader.readPullRequest(reference, none)).toMatchObject({
    author: null,
    thread: { ownComments: [], ownCommentDeletions: [expect.any(Date)] },
  });
  expectClean(github);
});

test("missing, deleted, moved and hidden issues are told apart", async () => {
  const { github, people, shop, reader } = await house();
  const archive = people.createRepository({ name: "acme/archive", visibility: "private" });
  const outside = people.createRepository({ name: "other/hidden", visibility: "private" });
  const issue = (title: string, repository = shop) => people.openIssue({ repository, author: "eve", title });
  const there = issue("there");
  const gone = issue("gone");
  people.deleteIssue({ issue: gone, by: "ada" });
  const moved = issue("moved");
  const movedFrom = moved.number;
  const now = people.transferIssue({ issue: moved, to: archive, by: "ada" });
  const away = issue("away");
  const awayFrom = away.number;
  people.transferIssue({ issue: away, to: outside, by: "ada" });
  const pull = people.openPullRequest({ repository: shop, author: "ada", title: "Pay" });
  const asked = [
    at(there.number),
    at(gone.number),
    at(movedFrom),
    at(awayFrom),
    at(pull.number),
    at(999),
    at(1, "hidden", "other"),
    at(1, "nowhere"),
  ];
  const readings = await reader.readReferences(asked);
  expect(readings.map((one) => one.asked)).toEqual(asked);
  expect(readings.map((one) => one.kind)).toEqual([
    "issue",
    "gone",
    "issue",
    // GitHub answers 404, not 301, to who may not read the place that it went to.
    "missing",
    "pull-request",
    "missing",
    "unreadable",
    "unreadable",
  ]);
  expect(readings[2]).toMatchObject({ issue: { reference: at(now.number, "archive"), visibility: "private" } });
  expectClean(github);
});

test("an issue, roles, paths, merges and lists are read", async () => {
  const { github, people, shop, reader } = await house();
  const problem = people.openIssue({ repository: shop, author: "eve", title: "Cards", labels: ["problem"] });
  const place = { owner: "acme", name: "shop" };
  expect(await reader.readProblem({ ...place, number: problem.number }, cold)).toMatchObject({
    issue: { title: "Cards", labels: ["problem"] },
  });
  expect(await reader.readProblem({ ...place, number: 999 }, cold)).toBeNull();
  expect(await reader.readRole(place, "ada")).toBe("maintain");
  expect(await reader.readRole(place, "nobody-at-all")).toBe("none");
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`src/${n}.ts`, "x\n"]));
  const fork = people.openPullRequest({ repository: shop, author: "eve", title: "Fork", fork: "author", files });
  const own = people.openPullRequest({ repository: shop, author: "ada", title: "Own" });
  const forked = await reader.readPullRequest({ ...place, number: fork.number }, none);
  expect(forked && (await reader.readPaths(forked))).toHaveLength(150);
  expect(await reader.listOpenPullRequests(place)).toEqual([fork.number, own.number]);
  expect(await reader.listPullRequestsOfCommit(place, fork.head.oid)).toEqual([fork.number]);
  expect(await reader.listPullRequestsOfCommit(place, own.head.oid)).toEqual([own.number]);
  expect(await reader.readPullRequest({ ...place, number: fork.number }, none)).toMatchObject({ fork: true });
  people.mergePullRequest({ pullRequest: own, by: "ada", method: "squash" });
  const merge = own.mergeCommitOid ?? "";
  const { additions, deletions, changedFiles } =
    (await reader.readPullRequest({ ...place, number: own.number }, none)) ?? {};
  expect(await reader.readMerge(place, merge)).toEqual({ additions, deletions, changedFiles });
  expect(await reader.readMerge(place, own.head.oid)).toBeNull();
  expect(await reader.readMerge(place, "f".repeat(40))).toBeNull();
  expect((await reader.listRepositories()).map((one) => one.name)).toEqual(["shop", ".github"]);
  expect(await reader.readConfiguration(place)).toMatchObject({ repository: { readable: true, files: [{}] } });
  people.renameRepository({ repository: shop, name: "store", by: "ada" });
  expect(await reader.readPullRequest({ ...place, number: fork.number }, none)).toMatchObject({
    reference: { name: "store" },
  });
  expectClean(github);
});

test("what the installation did not grant is refused and told", async () => {
  const { people, shop, reader, writer } = await house({ ...permissions, issues: "read", pull_requests: "read" });
  const { number, head } = people.openPullRequest({ repository: shop, author: "ada", title: "Pay" });
  const reference = { owner: "acme", name: "shop", number };
  const content = { conclusion: "neutral", title: "Linked", summary: "Table", text: "Paste" } as const;
  const label = { name: "outcome: pending", color: "ededed", description: "Later" };
  const { refused } = await writer.apply(reference, [
    { kind: "create-check-run", headSha: head.oid, content },
    { kind: "create-comment", body: marker },
    { kind: "create-label", label },
    { kind: "add-label", name: label.name },
  ]);
  expect(refused.map((one) => [one.write.kind, one.reason])).toEqual([
    ["create-comment", "Resource not accessible by integration"],
    ["create-label", "Resource not accessible by integration"],
    ["add-label", "Resource not accessible by integration"],
  ]);
  expect((await reader.readPullRequest(reference, cold))?.checkRun).toMatchObject({ title: "Linked" });
});
