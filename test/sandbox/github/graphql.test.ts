import { describe, expect, it } from "vitest";
import { openPullRequest, type SmallGitHub, smallGitHub } from "./small-github.ts";

const snapshot = `query Snapshot($owner: String!, $name: String!, $number: Int!, $app: Int!) {
  repository(owner: $owner, name: $name) {
    id databaseId nameWithOwner isPrivate visibility isArchived owner { login }
    defaultBranchRef { name target { oid ... on Commit { history(path: ".github/outcome.yml", first: 1) { nodes { oid committedDate associatedPullRequests(first: 1) { nodes { mergedAt number } } } } } } }
    object(expression: "HEAD:.github/outcome.yml") { ... on Blob { oid text isBinary isTruncated byteSize } }
    pullRequestTemplates { body filename }
    labels(first: 20, query: "outcome") { nodes { name color } }
    pullRequest(number: $number) {
      id databaseId number title body url state isDraft merged mergedAt mergeCommit { oid } mergedBy { login } closedAt createdAt lastEditedAt
      editor { login __typename } author { __typename login ... on User { databaseId } ... on Bot { databaseId } } authorAssociation
      baseRefName baseRefOid headRefName headRefOid headRepository { nameWithOwner } isCrossRepository additions deletions changedFiles
      files(first: 100) { nodes { path changeType } pageInfo { hasNextPage endCursor } }
      labels(first: 100) { nodes { name } }
      comments(last: 100) { totalCount nodes { id databaseId fullDatabaseId body author { login } isMinimized minimizedReason viewerDidAuthor createdAt lastEditedAt url } }
      commits(last: 1) { nodes { commit { oid committedDate checkSuites(first: 5, filterBy: { appId: $app }) { nodes { id app { databaseId }
        checkRuns(first: 5, filterBy: { checkName: "Outcome", checkType: LATEST }) { nodes { id databaseId name status conclusion title summary text externalId startedAt completedAt } } } } } } }
      closingIssuesReferences(first: 10) { totalCount nodes { number title state stateReason issueType { name } labels(first: 10) { nodes { name } }
        repository { nameWithOwner visibility isPrivate } parent { number title repository { nameWithOwner } } reactions { totalCount } } }
      timelineItems(first: 50, itemTypes: [UNLABELED_EVENT, COMMENT_DELETED_EVENT, READY_FOR_REVIEW_EVENT]) { nodes { __typename
        ... on UnlabeledEvent { label { name } actor { login __typename } createdAt }
        ... on CommentDeletedEvent { actor { login } deletedCommentAuthor { login } createdAt }
        ... on ReadyForReviewEvent { createdAt } } }
    }
  }
  rateLimit { cost remaining resetAt }
}`;

type Answer = { repository: { pullRequest: Record<string, unknown> } };

function look(small: SmallGitHub, number: number): Promise<Answer> {
  return small.octokit.graphql<Answer>(snapshot, {
    owner: "acme",
    name: "shop",
    number,
    app: 77,
  });
}

type Refusal = { data: unknown; errors: unknown };

/** Octokit throws when an answer has errors; the answer is in the error. */
async function refusal(asked: Promise<unknown>): Promise<Refusal> {
  const [outcome] = await Promise.allSettled([asked]);
  if (outcome?.status !== "rejected") throw new Error("There should be an error");
  const { data, errors }: Refusal = outcome.reason;
  return { data, errors };
}

describe("the snapshot query", () => {
  it("is answered whole for a pull request", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    people.commitFiles({
      repository: small.shop,
      by: "ada",
      files: { ".github/outcome.yml": "{}\n", ".github/pull_request_template.md": "## Why\n" },
    });
    const parent = people.openIssue({ repository: small.shop, author: "ada", title: "Checkout is slow", type: "Epic" });
    const problem = people.openIssue({ repository: small.shop, author: "ada", title: "Cards are refused" });
    people.setParent({ issue: problem, parent, by: "ada" });
    const pullRequest = openPullRequest(small, { body: `Fixes #${problem.number}` });
    people.addLabel({ on: pullRequest, label: "bug", by: "ada" });
    people.removeLabel({ on: pullRequest, label: "bug", by: "ada" });
    await small.octokit.rest.checks.create({
      owner: "acme",
      repo: "shop",
      name: "Outcome",
      head_sha: pullRequest.head.oid,
      conclusion: "success",
    });

    const answer = await look(small, pullRequest.number);

    expect(small.github.violations).toEqual([]);
    expect(answer.repository).toMatchObject({
      nameWithOwner: "acme/shop",
      object: { text: "{}\n", byteSize: 3 },
      pullRequestTemplates: [{ body: "## Why\n", filename: "pull_request_template.md" }],
      pullRequest: {
        state: "OPEN",
        author: { __typename: "User", login: "ada" },
        authorAssociation: "MEMBER",
        files: { nodes: [{ changeType: "ADDED" }] },
        commits: {
          nodes: [{ commit: { checkSuites: { nodes: [{ checkRuns: { nodes: [{ conclusion: "SUCCESS" }] } }] } } }],
        },
        closingIssuesReferences: { nodes: [{ number: problem.number, parent: { title: "Checkout is slow" } }] },
        timelineItems: { nodes: [{ __typename: "UnlabeledEvent", label: { name: "bug" }, actor: { login: "ada" } }] },
      },
    });
  });

  it("shows what the app wrote as a bot's, without [bot]", async () => {
    const small = await smallGitHub();
    const { number } = openPullRequest(small);
    await small.octokit.rest.issues.createComment({ owner: "acme", repo: "shop", issue_number: number, body: "Hello" });
    const { pullRequest } = (await look(small, number)).repository;
    expect(pullRequest).toMatchObject({
      comments: { nodes: [{ author: { login: "outcome-link" }, viewerDidAuthor: true }] },
    });
  });

  it("has no author for a deleted user and no head repository for a deleted fork", async () => {
    const small = await smallGitHub();
    const pullRequest = small.github.people.openPullRequest({
      repository: small.shop,
      author: "eve",
      title: "x",
      fork: "author",
    });
    small.github.people.deleteRepository("eve/shop");
    small.github.people.deleteUser("eve");
    const answer = await look(small, pullRequest.number);
    expect(answer.repository.pullRequest).toMatchObject({
      author: null,
      headRepository: null,
      isCrossRepository: true,
    });
    const rest = await small.octokit.rest.pulls.get({ owner: "acme", repo: "shop", pull_number: pullRequest.number });
    expect(rest.data).toMatchObject({ user: { login: "ghost" }, head: { repo: null } });
    expect(small.github.bugs).toEqual([]);
  });
});

describe("closingIssuesReferences", () => {
  it.each([
    ["a closing keyword", "Closes #1", 1],
    ["a keyword with a colon and a URL", "Resolves: https://github.com/acme/shop/issues/1", 1],
    ["a keyword in an HTML comment", "<!-- Fixes #1 -->", 0],
    ["a keyword in code", "`fixes #1`", 0],
    ["a word that only holds a keyword", "prefixes #1", 0],
    ["a mention without a keyword", "Part of #1", 0],
    ["a second issue behind one keyword", "Fixes #9, #1", 0],
  ])("reads %s", async (_, body, count) => {
    const small = await smallGitHub();
    small.github.people.openIssue({ repository: small.shop, author: "ada", title: "Cards are refused" });
    const answer = await look(small, openPullRequest(small, { body }).number);
    expect(answer.repository.pullRequest).toMatchObject({ closingIssuesReferences: { totalCount: count } });
  });

  it("is empty when the base is not the default branch, keyword and sidebar notwithstanding", async () => {
    const small = await smallGitHub();
    const { people } = small.github;
    const issue = people.openIssue({ repository: small.shop, author: "ada", title: "Cards are refused" });
    const pullRequest = openPullRequest(small, { body: "Fixes #1" });
    people.linkInSidebar({ pullRequest, issue });
    small.shop.branches.set("next", small.shop.branches.get("main") ?? "");
    people.editPullRequest({ pullRequest, base: "next", by: "ada" });
    const answer = await look(small, pullRequest.number);
    expect(answer.repository.pullRequest).toMatchObject({ closingIssuesReferences: { totalCount: 0 } });
  });
});

describe("what GraphQL refuses", () => {
  it("answers the rest beside an issue that is not there", async () => {
    const small = await smallGitHub();
    const query = `{ repository(owner: "acme", name: "shop") { name issueOrPullRequest(number: 12) { __typename } } }`;
    const { data, errors } = await refusal(small.octokit.graphql(query));
    expect(data).toEqual({ repository: { name: "shop", issueOrPullRequest: null } });
    expect(errors).toMatchObject([
      {
        type: "NOT_FOUND",
        path: ["repository", "issueOrPullRequest"],
        message: "Could not resolve to an issue or pull request with the number of 12.",
      },
    ]);
  });

  it("knows nothing of a private repository outside the installation", async () => {
    const small = await smallGitHub();
    small.github.people.createRepository({ name: "rival/secret", visibility: "private" });
    const { errors } = await refusal(small.octokit.graphql(`{ repository(owner: "rival", name: "secret") { name } }`));
    expect(errors).toMatchObject([
      { type: "NOT_FOUND", message: "Could not resolve to a Repository with the name 'rival/secret'." },
    ]);
  });

  it("gives nothing for a deleted comment and the other nodes all the same", async () => {
    const small = await smallGitHub();
    const pullRequest = openPullRequest(small);
    const comment = small.github.people.comment({ on: pullRequest, body: "Hello", by: "ada" });
    small.github.people.deleteComment({ comment, by: "ada" });
    const asked = small.octokit.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: [comment.nodeId, pullRequest.nodeId],
    });
    const { data, errors } = await refusal(asked);
    expect(data).toEqual({ nodes: [null, { id: pullRequest.nodeId }] });
    expect(errors).toMatchObject([{ type: "NOT_FOUND", path: ["nodes", 0] }]);
  });

  it("forbids hiding a comment without a write permission", async () => {
    const small = await smallGitHub({ permissions: { issues: "read", metadata: "read" } });
    const comment = small.github.people.comment({ on: openPullRequest(small), body: "Hello", by: "ada" });
    const mutation =
      "mutation($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) { clientMutationId } }";
    const { errors } = await refusal(small.octokit.graphql(mutation, { id: comment.nodeId }));
    expect(errors).toMatchObject([{ type: "FORBIDDEN", message: "Resource not accessible by integration" }]);
  });

  it.each([
    ["a field that GitHub's schema lacks", `{ repository(owner: "acme", name: "shop") { nonsense } }`],
    ["a connection without bounds", `{ repository(owner: "acme", name: "shop") { labels { totalCount } } }`],
    ["more than 100 at once", `{ repository(owner: "acme", name: "shop") { labels(first: 101) { totalCount } } }`],
    [
      "more than 500,000 nodes",
      `{ repository(owner: "acme", name: "shop") { issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } } } }`,
    ],
    ["a field that is not simulated", `{ repository(owner: "acme", name: "shop") { stargazerCount } }`],
  ])("records %s as a violation", async (_, query) => {
    const small = await smallGitHub();
    await expect(small.octokit.graphql(query)).rejects.toBeInstanceOf(Error);
    expect(small.github.violations).toHaveLength(1);
  });
});

it("charges a query by GitHub's documented formula", async () => {
  const small = await smallGitHub();
  const query = `query($count: Int!) { repository(owner: "acme", name: "shop") { issues(first: $count) { nodes { labels(first: 10) { totalCount } comments(last: 5) { totalCount } } } } rateLimit { cost nodeCount } }`;
  // 1 request for the issues, 100 each for their labels and comments; 100 + 1,000 + 500 nodes.
  await expect(small.octokit.graphql(query, { count: 100 })).resolves.toMatchObject({
    rateLimit: { cost: 2, nodeCount: 1600 },
  });
});
