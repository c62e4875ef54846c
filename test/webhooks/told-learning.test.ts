import { expect, test } from "vitest";
import { jobsOf } from "./small-payloads.ts";

const ada = { login: "ada", type: "User" };
const said = { comment: { id: 900, node_id: "IC_900", body: "/outcome invalidated Nobody saw it", user: ada } };
const pullRequest = { issue: { number: 12, labels: [], user: { login: "mia" }, pull_request: { url: "" } } };

function kinds(payload: object): readonly string[] {
  return jobsOf("issue_comment", payload).map(({ kind }) => kind);
}

test("what is said of a problem that did not turn out as believed wakes the pull requests that link to it", () => {
  expect(kinds({ action: "created", ...said })).toContain("recheck-linked-pull-requests");
  expect(kinds({ action: "deleted", ...said })).toContain("recheck-linked-pull-requests");
});

test("once it was edited it says nothing any more, and they hear of that", () => {
  const comment = { ...said.comment, body: "Never mind" };
  const changes = { body: { from: said.comment.body } };
  expect(kinds({ action: "edited", comment, changes })).toContain("recheck-linked-pull-requests");
});

test("on a pull request, as another command, and of a bot it wakes nobody who links", () => {
  const bot = { ...said.comment, user: { login: "helper[bot]", type: "Bot" } };
  const other = { ...said.comment, body: "/outcome check" };
  for (const over of [{ ...said, ...pullRequest }, { comment: bot }, { comment: other }]) {
    expect(kinds({ action: "created", ...over })).not.toContain("recheck-linked-pull-requests");
  }
});
