import { expect, test } from "vitest";
import { operationOf, priceOf } from "../../src/github/price.ts";

const rest = { resource: "rest", creates: false } as const;
const graphql = { resource: "graphql", creates: false, writes: false, points: 1 } as const;
const read = { ...rest, points: 1, writes: false };
const write = { ...rest, points: 5, writes: true };

test.each([
  [{ method: "GET", url: "/repos/{owner}/{repo}/issues/{issue_number}/comments" }, read],
  [{ method: "HEAD", url: "/meta" }, read],
  [{ method: "POST", url: "/repos/{owner}/{repo}/check-runs" }, write],
  [{ method: "PATCH", url: "/repos/{owner}/{repo}/check-runs/{check_run_id}" }, write],
  [{ method: "PATCH", url: "/repos/{owner}/{repo}/issues/comments/{comment_id}" }, write],
  [{ method: "DELETE", url: "/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}" }, write],
  [{ method: "POST", url: "/repos/{owner}/{repo}/issues/{issue_number}/labels" }, write],
  [
    { method: "POST", url: "/repos/{owner}/{repo}/issues/{issue_number}/comments" },
    { ...write, creates: true },
  ],
  [
    { method: "POST", url: "/repos/{owner}/{repo}/issues" },
    { ...write, creates: true },
  ],
  [{ method: "PATCH", url: "/repos/{owner}/{repo}/issues/{issue_number}" }, write],
  [
    { method: "POST", url: "/repos/{owner}/{repo}/labels" },
    { ...write, creates: true },
  ],
  [
    { method: "POST", url: "/repos/acme/shop/labels" },
    { ...write, creates: true },
  ],
  [{ method: "POST", url: "https://api.github.com/graphql", query: "\nquery Thread { a }" }, graphql],
  [{ method: "POST", url: "https://x/graphql", query: "{ a }" }, graphql],
  [
    { method: "POST", url: "https://x/graphql", query: "\nmutation Minimise { a }" },
    { ...graphql, writes: true, points: 5 },
  ],
])("%o costs %o", (asked, expected) => {
  expect(priceOf(asked)).toEqual(expected);
});

test("operations are counted by their route or their name", () => {
  expect(operationOf({ method: "GET", url: "/repos/{owner}/{repo}" })).toBe("GET /repos/{owner}/{repo}");
  expect(operationOf({ method: "POST", url: "/graphql", query: "\nmutation Minimise($id: ID!) { a }" })).toBe(
    "Minimise",
  );
  expect(operationOf({ method: "POST", url: "/graphql", query: "{ a }" })).toBe("graphql");
});

test.each([
  ["https://api.github.com/installation/repositories?per_page=100&page=7", "/installation/repositories"],
  ["https://github.acme.dev/api/v3/repos/acme/secret-plan/issues/12", "/repos/{owner}/{repo}/issues/{id}"],
  ["https://api.github.com/repositories/4711/issues/12", "/repositories/{id}/issues/{id}"],
  ["/repos/{owner}/{repo}/contents/{path}{?ref}", "/repos/{owner}/{repo}/contents/{path}{?ref}"],
])("%s is counted without what it names", (url, route) => {
  expect(operationOf({ method: "GET", url })).toBe(`GET ${route}`);
});
