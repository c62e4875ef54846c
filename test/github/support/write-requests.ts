import { isDeepStrictEqual } from "node:util";
import nock from "nock";
import type { Write } from "../../../src/core/plan/write.ts";
import { api } from "./graphql-answers.ts";

export const repo = "/repos/acme/shop";

const content = {
  conclusion: "neutral",
  title: "No problem linked",
  summary: "A table",
  text: "Paste this",
} as const;
export const createRun: Write = { kind: "create-check-run", headSha: "a".repeat(40), content };
export const updateRun: Write = { kind: "update-check-run", id: 51, content };
export const createComment: Write = { kind: "create-comment", body: "Which problem?" };
export const updateComment: Write = { kind: "update-comment", id: 5, body: "Better" };
export const deleteComment: Write = { kind: "delete-comment", id: 5 };
export const react: Write = { kind: "add-reaction", commentId: 5, content: "confused" };
export const minimise: Write = { kind: "minimise-comment", id: 5, nodeId: "IC_5" };
export const restore: Write = { kind: "restore-comment", id: 5, nodeId: "IC_5" };
const label = { name: "outcome: pending", color: "ededed", description: "Looked at later" };
export const createLabel: Write = { kind: "create-label", label };
export const renameLabel: Write = { kind: "rename-label", from: "outcome: due", to: "ready to look" };
export const addLabel: Write = { kind: "add-label", name: "outcome: pending" };
export const removeLabel: Write = { kind: "remove-label", name: "outcome: due" };

export const run = {
  name: "Outcome",
  status: "completed",
  conclusion: "neutral",
  external_id: "7",
  output: { title: "No problem linked", summary: "A table", text: "Paste this" },
  actions: [{ label: "Re-check", description: "Read everything again and judge anew", identifier: "recheck" }],
};

interface WriteRequest {
  readonly write: Write;
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: object;
  /** GitHub's good answer. */
  readonly status: number;
  readonly answer?: unknown;
}

export const requests: readonly WriteRequest[] = [
  {
    write: createRun,
    method: "POST",
    path: `${repo}/check-runs`,
    body: { ...run, head_sha: "a".repeat(40) },
    status: 201,
    answer: { id: 51 },
  },
  { write: updateRun, method: "PATCH", path: `${repo}/check-runs/51`, body: run, status: 200, answer: { id: 51 } },
  {
    write: createComment,
    method: "POST",
    path: `${repo}/issues/7/comments`,
    body: { body: "Which problem?" },
    status: 201,
    answer: { id: 5, node_id: "IC_5" },
  },
  {
    write: updateComment,
    method: "PATCH",
    path: `${repo}/issues/comments/5`,
    body: { body: "Better" },
    status: 200,
    answer: { id: 5 },
  },
  { write: deleteComment, method: "DELETE", path: `${repo}/issues/comments/5`, status: 204 },
  {
    write: react,
    method: "POST",
    path: `${repo}/issues/comments/5/reactions`,
    body: { content: "confused" },
    status: 201,
    answer: { id: 1, content: "confused" },
  },
  { write: createLabel, method: "POST", path: `${repo}/labels`, body: label, status: 201, answer: label },
  {
    write: renameLabel,
    method: "PATCH",
    path: `${repo}/labels/outcome%3A%20due`,
    body: { new_name: "ready to look" },
    status: 200,
    answer: { name: "ready to look" },
  },
  {
    write: addLabel,
    method: "POST",
    path: `${repo}/issues/7/labels`,
    body: { labels: ["outcome: pending"] },
    status: 200,
    answer: [{ name: "Outcome: pending" }],
  },
  { write: removeLabel, method: "DELETE", path: `${repo}/issues/7/labels/outcome%3A%20due`, status: 200, answer: [] },
];

/** Expects the request of `write`, to be answered like this. */
export function expectRequest(write: Write, status: number, answer: unknown) {
  const found = requests.find((one) => one.write === write);
  if (found === undefined) throw new Error("not in the table");
  const { method, path, body } = found;
  const text = answer === undefined ? "" : JSON.stringify(answer);
  const reply = (scope: nock.Interceptor) => scope.reply(status, text, { "content-type": "application/json" });
  const matching = (given: unknown) => isDeepStrictEqual(given, body);
  return reply(nock(api).intercept(path, method, body === undefined ? undefined : matching));
}
