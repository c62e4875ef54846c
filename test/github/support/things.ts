import { notFound, paged } from "./graphql-answers.ts";

type Fields = Readonly<Record<string, unknown>>;

export const alice = { __typename: "User", login: "alice" };
export const us = { __typename: "Bot", login: "outcome-link" };
export const otherBot = { __typename: "Bot", login: "stale" };

export const marker = "<!-- ours -->";

/** A repository with what every test may ask for; `fields` replace. */
export function repository(fields: Fields = {}) {
  return {
    __typename: "Repository",
    databaseId: 500,
    name: "shop",
    owner: { __typename: "Organization", login: "acme" },
    visibility: "PUBLIC",
    isArchived: false,
    hasIssuesEnabled: true,
    labels: paged([{ name: "outcome: pending" }, { name: "outcome: due" }]),
    object: () => null,
    defaultBranchRef: branch({}),
    pullRequestTemplates: [],
    issueTemplates: [],
    pullRequest: () => notFound(),
    issue: () => notFound(),
    issueOrPullRequest: () => notFound(),
    ...fields,
  };
}

export function branch(histories: Readonly<Record<string, readonly unknown[]>>) {
  return {
    name: "main",
    target: {
      __typename: "Commit",
      history: (page: { path: string; first: number }) => paged(histories[page.path] ?? [])(page),
    },
  };
}

export function pullRequest(fields: Fields = {}) {
  return {
    __typename: "PullRequest",
    number: 7,
    title: "Faster search",
    body: "Part of #12",
    state: "OPEN",
    isDraft: false,
    isCrossRepository: false,
    headRefOid: "a".repeat(40),
    headRefName: "search",
    baseRefName: "main",
    createdAt: "2025-02-01T10:00:00Z",
    mergedAt: null,
    lastEditedAt: null,
    additions: 10,
    deletions: 3,
    changedFiles: 2,
    author: alice,
    editor: null,
    commits: paged([{ commit: commit() }]),
    closingIssuesReferences: paged([]),
    ...thread("PR_7"),
    ...fields,
  };
}

export function commit(fields: Fields = {}) {
  return { oid: "a".repeat(40), committedDate: "2025-02-01T09:00:00Z", checkSuites: paged([]), ...fields };
}

export function issue(fields: Fields = {}) {
  return {
    __typename: "Issue",
    number: 12,
    title: "Search is slow",
    body: "It takes 8 s",
    url: "https://github.test/acme/shop/issues/12",
    state: "OPEN",
    createdAt: "2025-01-01T10:00:00Z",
    lastEditedAt: null,
    author: alice,
    editor: null,
    issueType: { name: "Bug" },
    repository: {
      databaseId: 500,
      name: "shop",
      owner: { __typename: "Organization", login: "acme" },
      visibility: "PUBLIC",
    },
    parent: null,
    ...thread("I_12"),
    labels: paged([{ name: "problem" }]),
    ...fields,
  };
}

/** What a conversation has; events are told apart by their type, as `itemTypes` does. */
export function thread(id: string, events: readonly { readonly __typename: string }[] = []) {
  return {
    id,
    locked: false,
    labels: paged([]),
    comments: paged([]),
    timelineItems: (page: { itemTypes: readonly string[]; last: number }) =>
      paged(events.filter((event) => page.itemTypes.includes(itemType(event))))(page),
  };
}

/** "LabeledEvent" -> "LABELED_EVENT" */
function itemType({ __typename: name }: { readonly __typename: string }): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

export function comment(number: number, fields: Fields = {}) {
  return {
    __typename: "IssueComment",
    id: `IC_${number}`,
    fullDatabaseId: String(number),
    body: `comment ${number}`,
    createdAt: new Date(Date.UTC(2025, 1, 1) + number * 60_000).toISOString(),
    lastEditedAt: null,
    isMinimized: false,
    minimizedReason: null,
    authorAssociation: "NONE",
    author: alice,
    ...fields,
  };
}

export function ownComment(number: number, fields: Fields = {}) {
  return comment(number, { author: us, body: `${marker}\nWhich problem does this solve?`, ...fields });
}

/** `repository(...)` at the query's root: this one, and no `.github` repository of its owner. */
export function only(found: object) {
  return ({ name }: { name: string }) => (name === ".github" ? notFound() : found);
}
