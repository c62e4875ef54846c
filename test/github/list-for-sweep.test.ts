import { expect, test } from "vitest";
import { z } from "zod";
import type { GitHubClient } from "../../src/github/client.ts";
import { createReader } from "../../src/github/reader.ts";
import { githubDotCom } from "../../src/github/schema-features.ts";
import { expectClean, house, permissions } from "./support/simulated-house.ts";

const place = { owner: "acme", name: "shop" };
const since = new Date("2026-03-02T08:00:00Z");
const content = { conclusion: "neutral", title: "Advice", summary: "Some.", text: "" } as const;

async function openPullRequests(count: number) {
  const opened = await house({ ...permissions, merge_queues: "read" });
  const pullRequests = Array.from({ length: count }, (_, i) =>
    opened.people.openPullRequest({ repository: opened.shop, author: "ada", title: `Change ${i}`, body: null }),
  );
  return { ...opened, pullRequests };
}

const charged = z.object({ rateLimit: z.object({ cost: z.number() }) });

/** The same client, with what GitHub says that each query cost. */
function charging(client: GitHubClient) {
  const costs: number[] = [];
  const graphql: GitHubClient["graphql"] = async (query, variables) => {
    const answer = await client.graphql(query.replace(/\) \{/, ") { rateLimit { cost }"), variables);
    costs.push(charged.parse(answer.data).rateLimit.cost);
    return answer;
  };
  return { client: { ...client, graphql }, costs };
}

test("a thousand open pull requests are compared for less than 50 points", async () => {
  const { github, client, ownApp } = await openPullRequests(1000);
  const { client: counting, costs } = charging(client);
  const reader = createReader({ client: counting, app: ownApp, isOurs: () => false, features: githubDotCom });
  await reader.readConfiguration(place);
  const { open, merged } = await reader.listForSweep(place, since);
  expect([open.length, merged.length]).toEqual([1000, 0]);
  expect(costs.length).toBe(12);
  expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeLessThan(50);
  expectClean(github);
});

test("only a completed run of ours that nobody asked for again is an answer", async () => {
  const { github, people, reader, writer, pullRequests } = await openPullRequests(4);
  const [bare, answered, again, others] = pullRequests;
  if (!bare || !answered || !again || !others) throw new Error("Four were opened");
  for (const { number, head } of [answered, again]) {
    await writer.apply({ ...place, number }, [{ kind: "create-check-run", headSha: head.oid, content }]);
  }
  const run = [...github.state.checkRuns.values()].at(-1);
  if (run !== undefined) people.rerequestCheckRun({ run, by: "ada" });
  const theirs = { repository: others.repository, sha: others.head.oid, slug: "someone-else" };
  people.reportCheckAsAnotherApp({ ...theirs, run: { name: "Outcome", status: "completed", conclusion: "success" } });
  const { open } = await reader.listForSweep(place, since);
  expect(open.map((one) => one.answered)).toEqual([false, true, false, false]);
  expectClean(github);
});

test("merges and issues are told back to a time, and what is queued by the branch that GitHub made for it", async () => {
  const { github, people, shop, reader, pullRequests } = await openPullRequests(2);
  const [merged, queued] = pullRequests;
  if (!merged || !queued) throw new Error("Two were opened");
  people.mergePullRequest({ pullRequest: merged, by: "ada" });
  const issue = people.openIssue({ repository: shop, author: "ada", title: "Slow", body: "" });
  const group = people.requestMergeGroup({ pullRequests: [queued], by: "ada" });
  const found = await reader.listForSweep(place, since);
  expect(found.merged.map(({ number }) => number)).toEqual([merged.number]);
  expect(found.issues.map(({ number }) => number)).toEqual([issue.number]);
  expect(found.queued).toEqual([{ sha: group.headSha, ref: `refs/heads/${group.headRef}`, run: "none" }]);
  const later = await reader.listForSweep(place, new Date("2026-03-02T10:00:00Z"));
  expect([later.merged, later.issues]).toEqual([[], []]);
  expectClean(github);
});

test("of a group of three only the commit is listed that GitHub checks", async () => {
  const { github, people, reader, pullRequests } = await openPullRequests(4);
  const [first, ...three] = pullRequests;
  if (!first) throw new Error("Four were opened");
  const groups = [[first], three].map((members) => people.requestMergeGroup({ pullRequests: members, by: "ada" }));
  const { queued } = await reader.listForSweep(place, since);
  expect(queued.map(({ sha }) => sha)).toEqual(groups.map(({ headSha }) => headSha));
  expectClean(github);
});

test("a merge queue that may not be read, and a repository that cannot be seen, are no failures", async () => {
  const { github, reader } = await house();
  expect((await reader.listForSweep(place, since)).queued).toEqual([]);
  expect(await reader.listForSweep({ ...place, name: "secret" }, since)).toEqual({
    open: [],
    merged: [],
    issues: [],
    queued: [],
  });
  expectClean(github);
});
