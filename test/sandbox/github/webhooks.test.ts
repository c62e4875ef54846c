import { describe, expect, it } from "vitest";
import { openMailbox } from "./mailbox.ts";
import { sent, sentDuring } from "./sent-during.ts";
import { openPullRequest, type SmallGitHub, smallGitHub } from "./small-github.ts";

describe("a delivery", () => {
  it("arrives signed, with its headers, the installation and the sender", async () => {
    const small = await smallGitHub();
    const mailbox = await openMailbox();
    small.github.webhooks.setTarget(mailbox.url);
    openPullRequest(small);
    await small.github.webhooks.settled();
    const opened = mailbox.received.find((each) => each.event === "pull_request");
    expect(opened).toMatchObject({
      isGenuine: true,
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      payload: {
        action: "opened",
        installation: { id: small.installation.id },
        repository: { full_name: "acme/shop" },
        organization: { login: "acme" },
        sender: { login: "ada", type: "User" },
      },
    });
    expect(small.github.webhooks.deliveries.at(-1)).toMatchObject({ status: "answered", statusCode: 202 });
  });

  it("can be held, reordered, repeated and lost", async () => {
    const small = await smallGitHub();
    const mailbox = await openMailbox();
    const { webhooks, people } = small.github;
    const pullRequest = openPullRequest(small);
    webhooks.setTarget(mailbox.url);
    webhooks.hold();
    const held = ["first", "second", "third"].map((title) => {
      people.editPullRequest({ pullRequest, title, by: "ada" });
      return webhooks.deliveries.at(-1);
    });
    const [first, second, third] = held;
    if (first === undefined || second === undefined || third === undefined) throw new Error("Three edits were held");
    await webhooks.send(third);
    await webhooks.send(first);
    await webhooks.send(first);
    webhooks.drop(second);
    const titles = mailbox.received
      .map((each) => each.payload["pull_request"])
      .map((each) => expect.objectContaining({ title: each }));
    expect(titles).toHaveLength(3);
    expect(mailbox.received.map((each) => each.guid)).toEqual([third.guid, first.guid, first.guid]);
    expect(second.status).toBe("dropped");
  });

  it("that was not accepted is listed and can be asked for again, under its GUID", async () => {
    const small = await smallGitHub();
    const broken = await openMailbox(500);
    small.github.webhooks.setTarget(broken.url);
    small.github.people.openIssue({ repository: small.shop, author: "ada", title: "Cards are refused" });
    await small.github.webhooks.settled();
    const app = await small.probot.auth();
    const { data } = await app.request("GET /app/hook/deliveries", { status: "failure" });
    expect(data).toMatchObject([{ event: "issues", status_code: 500, redelivery: false }]);

    const mailbox = await openMailbox();
    small.github.webhooks.setTarget(mailbox.url);
    await app.request("POST /app/hook/deliveries/{delivery_id}/attempts", { delivery_id: Number(data[0]?.id) });
    await small.github.webhooks.settled();
    expect(mailbox.received).toMatchObject([{ event: "issues", guid: data[0]?.guid }]);
  });

  it("goes nowhere for a repository without the app", async () => {
    const small = await smallGitHub();
    small.github.people.createRepository({ name: "rival/open" });
    const during = sentDuring(small, () => {
      small.github.people.openIssue({ repository: "rival/open", author: "eve", title: "x" });
    });
    expect(during).toEqual([]);
  });
});

describe("what people do is told as GitHub tells it", () => {
  const acts: [string, (small: SmallGitHub) => void, string[]][] = [
    [
      "opening an issue with a label",
      ({ github, shop }) =>
        void github.people.openIssue({ repository: shop, author: "ada", title: "x", labels: ["problem"] }),
      ["issues.opened", "label.created", "issues.labeled"],
    ],
    [
      "pushing to the default branch",
      ({ github, shop }) => void github.people.commitFiles({ repository: shop, by: "ada", files: { a: "b" } }),
      ["push", "check_suite.requested"],
    ],
    [
      "publishing a release",
      ({ github, shop }) => void github.people.publishRelease({ repository: shop, tag: "v1", by: "ada" }),
      ["release.created", "release.published", "release.released"],
    ],
    [
      "suspending the app",
      ({ github }) => github.people.suspend({ account: "acme", by: "ada" }),
      ["installation.suspend"],
    ],
    [
      "uninstalling it",
      ({ github }) => github.people.uninstall({ account: "acme", by: "ada" }),
      ["installation.deleted"],
    ],
    [
      "accepting new permissions",
      ({ github }) => github.people.acceptNewPermissions({ account: "acme", by: "ada" }),
      ["installation.new_permissions_accepted"],
    ],
    [
      "adding a repository",
      ({ github, shop }) =>
        github.people.addRepositoriesToInstallation({ account: "acme", by: "ada", repositories: [shop] }),
      ["installation_repositories.added"],
    ],
  ];
  it.each(acts)("%s", async (_, act, expected) => {
    const small = await smallGitHub();
    expect(sentDuring(small, () => act(small))).toEqual(expected);
  });

  it("says what an issue's life sends", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    const help = people.createRepository({ name: "acme/help" });
    const parent = people.openIssue({ repository: small.shop, author: "ada", title: "parent" });
    const issue = people.openIssue({ repository: small.shop, author: "ada", title: "child" });
    const during = sentDuring(small, () => {
      people.editIssue({ issue, body: "More", by: "ada" });
      people.setParent({ issue, parent, by: "ada" });
      people.setParent({ issue, parent: null, by: "ada" });
      people.setIssueType({ issue, type: "Bug", by: "ada" });
      people.setIssueType({ issue, type: null, by: "ada" });
      people.closeIssue({ issue, by: "ada", reason: "not_planned" });
      people.reopenIssue({ issue, by: "ada" });
      const comment = people.comment({ on: issue, body: "a", by: "eve" });
      people.editComment({ comment, body: "b", by: "eve" });
      people.hideComment({ comment, reason: "off-topic", by: "ada" });
      people.deleteComment({ comment, by: "ada" });
      const moved = people.transferIssue({ issue, to: help, by: "ada" });
      people.deleteIssue({ issue: moved, by: "ada" });
    });
    expect(during).toEqual([
      "issues.edited",
      "sub_issues.parent_issue_added",
      "sub_issues.sub_issue_added",
      "sub_issues.parent_issue_removed",
      "sub_issues.sub_issue_removed",
      "issues.typed",
      "issues.untyped",
      "issues.closed",
      "issues.reopened",
      "issue_comment.created",
      "issue_comment.edited",
      "issue_comment.deleted",
      "issues.transferred",
      "issues.opened",
      "issues.deleted",
    ]);
  });

  it("says what a pull request's life sends, from a fork as well", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    const issue = people.openIssue({ repository: small.shop, author: "ada", title: "Cards are refused" });
    const pullRequest = openPullRequest(small, { fork: "author", body: `Fixes #${issue.number}` });
    const during = sentDuring(small, () => {
      people.editPullRequest({ pullRequest, title: "Let people pay by any card", by: "ada" });
      people.addLabel({ on: pullRequest, label: "payments", by: "ada" });
      people.pushToPullRequest({ pullRequest, by: "ada" });
      people.pushToPullRequest({ pullRequest, by: "ada", force: "force" });
      people.convertToDraft({ pullRequest, by: "ada" });
      people.readyForReview({ pullRequest, by: "ada" });
      people.submitReview({ pullRequest, by: "ada", state: "approved" });
      people.linkInSidebar({ pullRequest, issue });
      people.closePullRequest({ pullRequest, by: "ada" });
      people.reopenPullRequest({ pullRequest, by: "ada" });
      people.mergePullRequest({ pullRequest, by: "ada" });
    });
    expect(during).toEqual([
      "pull_request.edited",
      "label.created",
      "pull_request.labeled",
      "pull_request.synchronize",
      "pull_request.synchronize",
      "pull_request.converted_to_draft",
      "pull_request.ready_for_review",
      "pull_request_review.submitted",
      "pull_request.closed",
      "pull_request.reopened",
      "push",
      "check_suite.requested",
      "pull_request.closed",
      "issues.closed",
    ]);
    expect(issue).toMatchObject({ state: "closed", stateReason: "completed" });
  });

  it("asks for checks on a merge group's commit and merges it", async () => {
    const small = await smallGitHub();
    const pullRequest = openPullRequest(small);
    const group = small.github.people.requestMergeGroup({ pullRequests: [pullRequest], by: "ada" });
    expect(group.headRef).toMatch(/^gh-readonly-queue\/main\/pr-1-[0-9a-f]{40}$/);
    expect(sent(small).at(-1)).toBe("merge_group.checks_requested");
    const query = `{ repository(owner: "acme", name: "shop") { mergeQueue(branch: "main") { entries(first: 9) { nodes { headCommit { oid } pullRequest { number } } } } } }`;
    await expect(small.octokit.graphql(query)).resolves.toMatchObject({
      repository: {
        mergeQueue: { entries: { nodes: [{ headCommit: { oid: group.headSha }, pullRequest: { number: 1 } }] } },
      },
    });
    small.github.people.endMergeGroup({ group, reason: "merged", by: "ada" });
    expect(sent(small).slice(-2)).toEqual(["pull_request.closed", "merge_group.destroyed"]);
    expect(pullRequest.mergedAt).not.toBeNull();
  });
});
