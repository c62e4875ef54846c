import { describe, expect, it } from "vitest";
import { openPullRequest, smallGitHub } from "./small-github.ts";

const place = { owner: "acme", repo: "shop" };

type Small = Awaited<ReturnType<typeof smallGitHub>> & { pullRequest: ReturnType<typeof openPullRequest> };

describe("permissions", () => {
  it.each([
    [
      "checks",
      "read",
      (small: Small) =>
        small.octokit.rest.checks.create({ ...place, name: "Outcome", head_sha: small.pullRequest.head.oid }),
    ],
    ["issues", "read", (small: Small) => small.octokit.rest.issues.create({ ...place, title: "Board" })],
  ] as const)("answers 403 to a write with %s: %s", async (permission, level, write) => {
    const small = await smallGitHub({ permissions: { [permission]: level, metadata: "read" } });
    const pullRequest = openPullRequest(small);
    await expect(write({ ...small, pullRequest })).rejects.toMatchObject({
      status: 403,
      response: { data: { message: "Resource not accessible by integration" } },
    });
  });

  it("takes either permission for a comment on a pull request", async () => {
    const small = await smallGitHub({ permissions: { pull_requests: "write", metadata: "read" } });
    const { number } = openPullRequest(small);
    const asked = small.octokit.rest.issues.createComment({ ...place, issue_number: number, body: "Hello" });
    await expect(asked).resolves.toMatchObject({ status: 201 });
  });

  it("shows a public repository outside the installation and hides a private one", async () => {
    const small = await smallGitHub();
    small.github.people.createRepository({ name: "rival/open" });
    small.github.people.createRepository({ name: "rival/secret", visibility: "private" });
    const get = (repo: string) => small.octokit.rest.repos.get({ owner: "rival", repo });
    await expect(get("open")).resolves.toMatchObject({ status: 200 });
    await expect(get("secret")).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    ["ada", "write", "write"],
    ["kim", "read", "triage"],
    ["lee", "write", "maintain"],
    ["stranger", "read", "read"],
  ])("tells that %s has %s, exactly %s", async (username, permission, role) => {
    const small = await smallGitHub();
    small.github.people.setRole({ repository: small.shop, user: "kim", role: "triage" });
    small.github.people.setRole({ repository: small.shop, user: "lee", role: "maintain" });
    small.github.people.createUser("stranger");
    const { data } = await small.octokit.rest.repos.getCollaboratorPermissionLevel({ ...place, username });
    expect(data).toMatchObject({ permission, role_name: role });
  });
});
