import { describe, expect, it } from "vitest";
import { suiteStatus } from "../../../src/sandbox/github/state/checks.ts";
import { openPullRequest, smallGitHub } from "./small-github.ts";

const place = { owner: "acme", repo: "shop" };

async function checked(fork?: "author") {
  const small = await smallGitHub();
  const pullRequest = openPullRequest(small, fork === undefined ? {} : { fork });
  const actions = [{ label: "Re-check", description: "Look again", identifier: "re-check" }];
  await small.octokit.rest.checks.create({
    ...place,
    name: "Outcome",
    head_sha: pullRequest.head.oid,
    conclusion: "neutral",
    actions,
  });
  const [suite] = small.shop.suites.get(pullRequest.head.oid) ?? [];
  const [run] = suite?.runs ?? [];
  if (suite === undefined || run === undefined) throw new Error("The check run was created");
  return { small, suite, run };
}

describe("checks asked for again", () => {
  it("says so, and shows the suite as queued until something is written to it", async () => {
    const { small, run, suite } = await checked();
    small.github.people.rerequestCheckRun({ run, by: "ada" });
    small.github.people.rerequestCheckSuite({ suite, by: "ada" });
    small.github.people.requestCheckAction({ run, identifier: "re-check", by: "ada" });
    const during = small.github.webhooks.deliveries.slice(-3).map(({ event, action }) => `${event}.${action}`);
    expect(during).toEqual(["check_run.rerequested", "check_suite.rerequested", "check_run.requested_action"]);
    expect(run).toMatchObject({ status: "completed", conclusion: "neutral" });
    expect(suiteStatus(suite)).toBe("queued");
    await small.octokit.rest.checks.update({ ...place, check_run_id: run.id, conclusion: "success" });
    expect(suiteStatus(suite)).toBe("completed");
  });

  it("shows the run as queued too where a story asks for it", async () => {
    const { small, run } = await checked();
    small.github.people.rerequestCheckRun({ run, by: "ada", runBecomes: "queued" });
    expect(run).toMatchObject({ status: "queued", conclusion: null, completedAt: null });
  });

  it("leaves a completed run completed when an app says that it is in progress", async () => {
    const { small, run } = await checked();
    await small.octokit.rest.checks.update({ ...place, check_run_id: run.id, status: "in_progress" });
    expect(run).toMatchObject({ status: "completed", conclusion: "neutral" });
  });

  it.each([
    ["names the pull request of a branch", undefined, 1],
    ["names none for a fork", "author", 0],
  ] as const)("%s", async (_, fork, count) => {
    const { small, run } = await checked(fork);
    small.github.people.rerequestCheckRun({ run, by: "ada" });
    const payload: { check_run?: { pull_requests?: unknown[] } } =
      small.github.webhooks.deliveries.at(-1)?.payload ?? {};
    expect(payload.check_run?.pull_requests).toHaveLength(count);
  });
});

it("tells of the app's own writes, with the bot as their sender", async () => {
  const small = await smallGitHub();
  const { number, head } = openPullRequest(small);
  const before = small.github.webhooks.deliveries.length;
  const issue = { ...place, issue_number: number };
  await small.octokit.rest.checks.create({ ...place, name: "Outcome", head_sha: head.oid, conclusion: "success" });
  await small.octokit.rest.issues.createComment({ ...issue, body: "Hello" });
  await small.octokit.rest.issues.addLabels({ ...issue, labels: ["outcome: pending"] });
  const own = small.github.webhooks.deliveries.slice(before);
  expect(own.map((each) => `${each.event}.${each.action}`)).toEqual([
    "check_run.created",
    "check_run.completed",
    "check_suite.completed",
    "issue_comment.created",
    "label.created",
    "pull_request.labeled",
  ]);
  for (const each of own) expect(each.payload["sender"]).toMatchObject({ login: "outcome-link[bot]", type: "Bot" });
});
