import type { PullRequestReading } from "../../src/sources/ports.ts";

const opened = new Date("2026-03-02T09:00:00Z");

/** An open pull request of acme/shop, ready for review, without a link, that nothing of ours stands on. */
export function pullRequestReading(given: Partial<PullRequestReading> = {}): PullRequestReading {
  const place = { owner: "acme", name: "shop", visibility: "public", files: [], readable: true } as const;
  return {
    repository: {
      id: 500,
      owner: "acme",
      name: "shop",
      visibility: "public",
      defaultBranch: "main",
      archived: false,
      outcomeLabels: [],
    },
    configuration: { repository: place, organisation: { ...place, name: ".github" } },
    templates: [],
    reference: { owner: "acme", name: "shop", number: 7 },
    title: "Show the total",
    body: "",
    author: { login: "ada", kind: "user" },
    editor: null,
    lastEditedAt: null,
    state: "open",
    draft: false,
    fork: false,
    headSha: "a".repeat(40),
    headBranch: "total",
    headCommittedAt: opened,
    baseBranch: "main",
    createdAt: opened,
    readyAt: null,
    mergedAt: null,
    additions: 10,
    deletions: 2,
    changedFiles: 1,
    developmentLinks: [],
    thread: { labels: [], ownComments: [], labelsRemovedByOthers: [], ownCommentDeletedByOthers: false },
    checkRun: null,
    ...given,
  };
}
