import { describe, expect, test } from "vitest";
import { jobData } from "../../src/queue/job.ts";
import { asksForJobs, readDelivery, webhooks } from "../../src/webhooks/index.ts";
import {
  payloads,
  sender,
  place,
  read,
  jobsOf,
  look,
  wake,
  commit,
  forget,
  open,
  released,
  dependents,
  atOnce,
} from "./small-payloads.ts";

const park = { kind: "park-installation", installation: 7 };
const unpark = { kind: "unpark-installation", installation: 7 };

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
    ["pull_request", "unlocked", [look]],
    ["pull_request", "locked", []],
    ["pull_request", "closed", [look]],
    ["pull_request", "assigned", []],
    ["pull_request", "review_requested", []],
    ["pull_request", "something_new", []],
    ["issues", "edited", [wake]],
    ["issues", "unlocked", [wake]],
    ["issues", "locked", []],
    ["issues", "closed", [wake]],
    ["issues", "reopened", [wake]],
    ["issues", "transferred", [wake]],
    ["issues", "deleted", [wake]],
    ["issues", "assigned", []],
    ["sub_issues", "parent_issue_added", [wake]],
    ["sub_issues", "parent_issue_removed", [wake]],
    ["repository", "privatized", [open, atOnce(dependents("acme/shop"))]],
    ["repository", "publicized", [atOnce(open), dependents("acme/shop")]],
    ["repository", "created", [dependents("acme/shop")]],
    ["repository", "deleted", [atOnce(dependents("acme/shop"))]],
    ["repository", "unarchived", [open]],
    ["repository", "archived", []],
    ["repository", "edited", []],
    ["release", "published", [released]],
    ["release", "released", [released]],
    ["release", "created", []],
    ["release", "edited", []],
    ["release", "prereleased", []],
    ["release", "deleted", []],
    ["issues", "pinned", []],
    ["check_run", "rerequested", [commit]],
    ["check_run", "requested_action", []],
    ["check_run", "created", []],
    ["check_run", "completed", []],
    ["check_suite", "rerequested", [commit]],
    ["check_suite", "requested", []],
    ["installation", "created", [unpark]],
    ["installation", "new_permissions_accepted", [unpark]],
    ["installation", "unsuspend", [unpark]],
    ["installation", "deleted", [forget]],
    ["installation", "suspend", [park]],
    ["star", "created", []],
  ])("%s %s", (event, action, jobs) => {
    expect(jobsOf(event, { action })).toEqual(jobs);
  });

  test("an added repository is looked at by its own name", () => {
    expect(jobsOf("installation_repositories", { action: "added" })).toEqual([
      { kind: "recheck-repository", installation: 7, repository: place },
      { kind: "recheck-repository", installation: 7, repository: { id: 71, owner: "acme", name: ".github" } },
    ]);
  });

  test("a removed repository is forgotten, and what links into it looked at", () => {
    const removed = { action: "removed", repositories_removed: [{ id: 70, full_name: "acme/shop" }, { id: 71 }] };
    expect(jobsOf("installation_repositories", removed)).toEqual([
      { kind: "forget-repository", installation: 7, repository: place },
      { kind: "recheck-dependents", installation: 7, repository: place, knownAs: "acme/shop" },
    ]);
  });

  test("it is known beforehand which deliveries ask for anything", () => {
    expect(asksForJobs("pull_request", "edited")).toBe(true);
    expect(asksForJobs("push", null)).toBe(true);
    expect(asksForJobs("pull_request", "assigned")).toBe(false);
    expect(asksForJobs("issue_comment", "created")).toBe(true);
    expect(asksForJobs("issue_comment", "pinned")).toBe(false);
  });

  test("every job that it asks for is one that can be stored", () => {
    for (const { event, actions } of webhooks) {
      for (const action of actions ?? []) {
        for (const job of jobsOf(event, { action })) expect(jobData(job)).toEqual(job);
      }
    }
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
