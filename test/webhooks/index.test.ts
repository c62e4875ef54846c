import { describe, expect, test } from "vitest";
import { jobData } from "../../src/queue/job.ts";
import type { Reading } from "../../src/webhooks/index.ts";
import { readDelivery, webhooks } from "../../src/webhooks/index.ts";

const installation = { id: 7 };
const repository = { id: 70, name: "shop", full_name: "acme/shop", default_branch: "main", owner: { login: "acme" } };
const sender = { login: "ada", type: "User" };
const place = { id: 70, owner: "acme", name: "shop" };
const thread = { installation: 7, repository: place, number: 12 };
const sha = "a".repeat(40);

/** The least that GitHub sends with each event. */
const payloads: Readonly<Record<string, object>> = {
  pull_request: { installation, repository, sender, pull_request: { number: 12, user: null } },
  issues: { installation, repository, sender, issue: { number: 12, labels: [], user: null } },
  check_run: { installation, repository, sender, check_run: { head_sha: sha, pull_requests: [] } },
  check_suite: {
    installation,
    repository,
    sender,
    check_suite: { head_sha: sha, head_branch: null, pull_requests: [] },
  },
  repository: { installation, repository, sender },
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

function read(event: string, over: object = {}): Reading {
  return readDelivery({ event, payload: { ...payloads[event], ...over } }, "outcome-link[bot]");
}

function jobsOf(event: string, over: object = {}) {
  const reading = read(event, over);
  return reading.kind === "jobs" ? reading.jobs : [];
}

const look = { kind: "reconcile-pull-request", ...thread };
const wake = { kind: "recheck-linked-pull-requests", ...thread };
const review = { kind: "review-problem", ...thread };
const commit = { kind: "recheck-commit", installation: 7, repository: place, sha };
const everything = { kind: "recheck-installation", installation: 7 };
const forget = { kind: "forget-installation", installation: 7 };
const open = { kind: "recheck-repository", installation: 7, repository: place };
const dependents = (knownAs: string, at: object = place) => {
  return { kind: "recheck-dependents", installation: 7, repository: at, knownAs };
};

describe("the table", () => {
  test.each([
    ["pull_request", "opened", [look]],
    ["pull_request", "edited", [look]],
    ["pull_request", "synchronize", [look]],
    ["pull_request", "reopened", [look]],
    ["pull_request", "ready_for_review", [look]],
    ["pull_request", "converted_to_draft", [look]],
    ["pull_request", "labeled", [look]],
    ["pull_request", "unlabeled", [look]],
    ["pull_request", "closed", [look]],
    ["pull_request", "assigned", []],
    ["pull_request", "review_requested", []],
    ["pull_request", "something_new", []],
    ["issues", "edited", [wake]],
    ["issues", "closed", [wake]],
    ["issues", "reopened", [wake]],
    ["issues", "transferred", [wake]],
    ["issues", "deleted", [wake]],
    ["issues", "assigned", []],
    ["sub_issues", "parent_issue_added", [wake]],
    ["sub_issues", "parent_issue_removed", [wake]],
    ["repository", "privatized", [open, dependents("acme/shop")]],
    ["repository", "publicized", [open, dependents("acme/shop")]],
    ["repository", "created", [dependents("acme/shop")]],
    ["repository", "deleted", [dependents("acme/shop")]],
    ["repository", "unarchived", [open]],
    ["repository", "archived", []],
    ["repository", "edited", []],
    ["release", "published", []],
    ["issues", "pinned", []],
    ["check_run", "rerequested", [commit]],
    ["check_run", "requested_action", [commit]],
    ["check_run", "created", []],
    ["check_run", "completed", []],
    ["check_suite", "rerequested", [commit]],
    ["check_suite", "requested", []],
    ["installation", "created", [everything]],
    ["installation", "new_permissions_accepted", [everything]],
    ["installation", "unsuspend", [everything]],
    ["installation", "deleted", [forget]],
    ["installation", "suspend", []],
    ["star", "created", []],
  ])("%s %s", (event, action, jobs) => {
    expect(jobsOf(event, { action })).toEqual(jobs);
  });

  test("an added repository is looked at by its own name", () => {
    expect(jobsOf("installation_repositories", { action: "added" })).toEqual([
      { kind: "recheck-repository", installation: 7, repository: place },
      { kind: "recheck-repository", installation: 7, repository: { id: 71, owner: "acme", name: ".github" } },
    ]);
    expect(read("installation_repositories", { action: "removed" })).toEqual({ kind: "ignored" });
  });

  test("every job that it asks for is one that can be stored", () => {
    for (const { event, actions } of webhooks) {
      for (const action of actions ?? []) {
        for (const job of jobsOf(event, { action })) expect(jobData(job)).toEqual(job);
      }
    }
  });
});

describe("an issue", () => {
  const issue = { number: 12, labels: [], user: null };

  test.each([
    ["with a label", "edited", { ...issue, labels: [{ name: "problem" }] }, true],
    ["with a type", "edited", { ...issue, type: { name: "Problem" } }, true],
    ["with neither", "edited", issue, false],
    ["with a type of null", "edited", { ...issue, type: null }, false],
    ["without labels in its payload", "opened", { number: 12 }, false],
    ["that just lost a label", "unlabeled", issue, true],
    ["that just lost its type", "untyped", issue, true],
  ])("%s may be a problem: %s", (_title, ...[action, one, reviewed]) => {
    expect(jobsOf("issues", { action, issue: one })).toEqual(reviewed ? [wake, review] : [wake]);
  });
});

describe("a sub-issue", () => {
  const elsewhere = { id: 80, full_name: "globex/ideas" };
  const child = { kind: "recheck-linked-pull-requests", installation: 7, number: 12 };

  test.each(["sub_issue_added", "sub_issue_removed"])("is found where the parent is told of it: %s", (action) => {
    const jobs = jobsOf("sub_issues", { action, sub_issue_repo: elsewhere });
    expect(jobs).toEqual([{ ...child, repository: { id: 80, owner: "globex", name: "ideas" } }]);
  });

  test.each([{ sub_issue: undefined }, { sub_issue: null }, { sub_issue_repo: null }, {}])(
    "that the parent is not told of is looked for in the parent's line: %o",
    (over) => {
      expect(jobsOf("sub_issues", { action: "sub_issue_removed", ...over })).toEqual([{ ...wake, number: 3 }]);
    },
  );

  test("is reviewed itself where it may be a problem, and only where it stands", () => {
    const issue = { number: 12, labels: [{ name: "problem" }] };
    expect(jobsOf("sub_issues", { action: "parent_issue_added", sub_issue: issue })).toEqual([wake, review]);
    const told = { action: "sub_issue_added", sub_issue: issue, sub_issue_repo: elsewhere };
    expect(jobsOf("sub_issues", told)).toHaveLength(1);
  });

  test.each([{ sub_issue: null, parent_issue: null }, { repository: undefined }])(
    "that nothing is told of asks for nothing: %o",
    (over) => {
      expect(read("sub_issues", { action: "parent_issue_removed", ...over })).toEqual({ kind: "ignored" });
      expect(read("sub_issues", { action: "sub_issue_removed", ...over })).toEqual({ kind: "ignored" });
    },
  );
});

describe("a repository", () => {
  const moved = { ...place, name: "store" };
  const renamed = { action: "renamed", repository: { ...repository, full_name: "acme/store" } };

  test("that was renamed is looked for under both names", () => {
    const jobs = jobsOf("repository", { ...renamed, changes: { repository: { name: { from: "shop" } } } });
    expect(jobs).toEqual([
      { ...open, repository: moved },
      dependents("acme/store", moved),
      dependents("acme/shop", moved),
    ]);
  });

  test.each([{ organization: { login: "globex" } }, { user: { login: "globex" }, organization: null }])(
    "that was transferred is looked for with both owners: %o",
    (from) => {
      const jobs = jobsOf("repository", { action: "transferred", changes: { owner: { from } } });
      expect(jobs).toEqual([open, dependents("acme/shop"), dependents("globex/shop")]);
    },
  );

  test("whose former name is not told is looked for under the one that it has", () => {
    expect(jobsOf("repository", { action: "transferred", changes: { owner: { from: {} } } })).toEqual([
      open,
      dependents("acme/shop"),
    ]);
  });

  test("is looked at when another branch becomes the default one, and not for its description", () => {
    const action = "edited";
    expect(jobsOf("repository", { action, changes: { default_branch: { from: "master" } } })).toEqual([
      open,
      { ...open, kind: "recheck-building-on" },
    ]);
    expect(jobsOf("repository", { action, changes: { description: { from: null }, topics: {} } })).toEqual([]);
  });

  test.each<[string, string, string, object | undefined]>([
    ["is deleted", "deleted", ".github", {}],
    ["was renamed to that", "renamed", ".github", { repository: { name: { from: "old" } } }],
    ["was renamed from that", "renamed", "old", { repository: { name: { from: ".GitHub" } } }],
    ["became private", "privatized", ".github", undefined],
    ["has another default branch", "edited", ".github", { default_branch: { from: "master" } }],
  ])("that configures its owner's others wakes all of them when it %s", (_title, action, ...[name, changes]) => {
    const jobs = jobsOf("repository", { action, changes, repository: { id: 71, full_name: `acme/${name}` } });
    expect(jobs[0]).toEqual(everything);
  });
});

describe("whoever sent it", () => {
  test.each([
    ["a person", { login: "ada", type: "User" }, false],
    ["another bot", { login: "renovate[bot]", type: "Bot" }, false],
    ["a person named like this app", { login: "outcome-link", type: "User" }, false],
    ["nobody", null, false],
    ["this app itself", { login: "outcome-link[bot]", type: "Bot" }, true],
  ])("%s is ignored: %s", (_title, from, ignored) => {
    expect(read("pull_request", { action: "labeled", sender: from }).kind).toBe(ignored ? "ignored" : "jobs");
  });

  test("is not asked for where GitHub does not say", () => {
    const { sender: _sender, ...payload } = { ...payloads["pull_request"], action: "opened", sender };
    expect(readDelivery({ event: "pull_request", payload }, "outcome-link[bot]").kind).toBe("jobs");
  });
});

describe("what cannot be read is told with the field", () => {
  test.each<[string, string, object, string]>([
    ["no installation", "pull_request", { installation: undefined }, "installation"],
    ["no repository", "issues", { repository: null }, "repository"],
    ["no number", "pull_request", { pull_request: {} }, "pull_request.number"],
    ["no commit", "check_run", { check_run: { head_sha: null } }, "check_run.head_sha"],
  ])("%s", (_title, ...[event, over, field]) => {
    const reading = read(event, { action: webhooks.find((row) => row.event === event)?.actions?.[0], ...over });
    expect(reading).toMatchObject({ kind: "unreadable", why: expect.stringContaining(field) });
  });

  test.each([null, "text", 5, [], {}])("a payload of %o has no action and is ignored", (payload) => {
    expect(readDelivery({ event: "pull_request", payload }, "outcome-link[bot]")).toEqual({ kind: "ignored" });
  });

  test("fields that GitHub adds or leaves out elsewhere do not matter", () => {
    expect(jobsOf("pull_request", { action: "opened", brand_new: { deep: [1] }, organization: null })).toEqual([look]);
  });
});
