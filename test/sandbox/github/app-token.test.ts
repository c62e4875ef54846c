import { describe, expect, it } from "vitest";
import { newKeys } from "../../../src/sandbox/github/simulated-github.ts";
import { newProbot, openPullRequest, smallGitHub } from "./small-github.ts";

describe("an app in the simulated GitHub", () => {
  it("gets a token with its key and writes a check run, a comment and a label that the description accepts", async () => {
    const small = await smallGitHub();
    const { github, octokit, shop } = small;
    const pullRequest = openPullRequest(small);
    const place = { owner: "acme", repo: "shop" };
    const issue = { ...place, issue_number: pullRequest.number };

    await octokit.rest.checks.create({
      ...place,
      name: "Outcome",
      head_sha: pullRequest.head.oid,
      conclusion: "neutral",
      output: { title: "No problem is linked", summary: "..." },
    });
    await octokit.rest.issues.createComment({ ...issue, body: "Which problem is this?" });
    await octokit.rest.issues.addLabels({ ...issue, labels: ["outcome: pending"] });

    const [suite] = shop.suites.get(pullRequest.head.oid) ?? [];
    expect(suite?.runs).toMatchObject([{ name: "Outcome", status: "completed", conclusion: "neutral" }]);
    expect(pullRequest.comments).toMatchObject([{ body: "Which problem is this?", viaApp: true }]);
    expect(pullRequest.labels).toMatchObject([{ name: "outcome: pending", color: "ededed" }]);
    expect(github.violations).toEqual([]);
    expect(github.bugs).toEqual([]);
  });

  it("counts reads and writes, and tokens apart", async () => {
    const small = await smallGitHub();
    const { number } = openPullRequest(small);
    await small.octokit.rest.pulls.get({ owner: "acme", repo: "shop", pull_number: number });
    await small.octokit.graphql("query Look { rateLimit { cost } }");
    await small.octokit.rest.issues.createComment({ owner: "acme", repo: "shop", issue_number: number, body: "Hello" });

    const counted = small.github.requests.entries.map(({ operation, kind, status }) => ({ operation, kind, status }));
    expect(counted).toEqual([
      { operation: "apps/create-installation-access-token", kind: "token", status: 201 },
      { operation: "pulls/get", kind: "read", status: 200 },
      { operation: "Look", kind: "read", status: 200 },
      { operation: "issues/create-comment", kind: "write", status: 201 },
    ]);
  });

  it("is refused with another app's key", async () => {
    const small = await smallGitHub();
    const other = await smallGitHub({ keys: newKeys() });
    const stranger = newProbot({ ...small.github, app: other.github.app }, small.url);
    const octokit = await stranger.auth();
    await expect(octokit.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  });
});
