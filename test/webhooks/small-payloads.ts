import type { Reading } from "../../src/webhooks/index.ts";
import { readDelivery } from "../../src/webhooks/index.ts";

const installation = { id: 7 };
export const repository = {
  id: 70,
  name: "shop",
  full_name: "acme/shop",
  default_branch: "main",
  owner: { login: "acme" },
};
export const sender = { login: "ada", type: "User" };
export const place = { id: 70, owner: "acme", name: "shop" };
const thread = { installation: 7, repository: place, number: 12 };
const sha = "a".repeat(40);

/** The least that GitHub sends with each event. */
export const payloads: Readonly<Record<string, object>> = {
  pull_request: { installation, repository, sender, pull_request: { number: 12, user: null } },
  issues: { installation, repository, sender, issue: { number: 12, labels: [], user: null } },
  issue_comment: {
    installation,
    repository,
    sender,
    issue: { number: 12, labels: [], user: { login: "mia" } },
    comment: { id: 900, node_id: "IC_900", body: "/outcome help", user: { login: "ada", type: "User" } },
  },
  check_run: { installation, repository, sender, check_run: { head_sha: sha, pull_requests: [] } },
  check_suite: {
    installation,
    repository,
    sender,
    check_suite: { head_sha: sha, head_branch: null, pull_requests: [] },
  },
  repository: { installation, repository, sender },
  release: { installation, repository, sender },
  sub_issues: {
    installation,
    repository,
    sender,
    sub_issue: { number: 12, labels: [], user: null },
    parent_issue: { number: 3, labels: [], user: null },
  },
  installation: { installation, sender },
  installation_repositories: {
    installation,
    sender,
    repositories_added: [
      { id: 70, full_name: "acme/shop" },
      { id: 71, full_name: "acme/.github" },
    ],
    repositories_removed: [],
  },
};

export function read(event: string, over: object = {}): Reading {
  return readDelivery({ event, payload: { ...payloads[event], ...over } }, "outcome-link[bot]");
}

export function jobsOf(event: string, over: object = {}) {
  const reading = read(event, over);
  return reading.kind === "jobs" ? reading.jobs : [];
}

export const look = { kind: "reconcile-pull-request", ...thread };
export const wake = { kind: "recheck-linked-pull-requests", ...thread };
export const review = { kind: "review-problem", ...thread };
export const commit = { kind: "recheck-commit", installation: 7, repository: place, sha };
export const everything = { kind: "recheck-installation", installation: 7 };
export const forget = { kind: "forget-installation", installation: 7 };
export const open = { kind: "recheck-repository", installation: 7, repository: place };
export const released = { kind: "note-release", installation: 7, repository: place };
export const dependents = (knownAs: string, at: object = place) => {
  return { kind: "recheck-dependents", installation: 7, repository: at, knownAs };
};
/** Its fan-out goes in no waves: something may have to vanish. */
export const atOnce = (job: object) => ({ ...job, pace: "at-once" });
