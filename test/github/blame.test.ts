import { expect, test } from "vitest";
import { blame } from "../../src/github/blame.ts";
import type { Failure } from "../../src/github/errors.ts";
import { GitHubError } from "../../src/github/errors.ts";

test.each<[Failure, ReturnType<typeof blame>]>([
  [{ kind: "refused", reason: "Resource not accessible by integration" }, "refused"],
  [{ kind: "status", status: 422, codes: [] }, "refused"],
  [{ kind: "status", status: 404, codes: [] }, "refused"],
  [{ kind: "status", status: 502, codes: [] }, "github"],
  [{ kind: "no-answer" }, "github"],
  [{ kind: "unexpected" }, "github"],
])("of $kind it is told who kept the work from being done", (failure, who) => {
  expect(blame(new GitHubError("GET /repos", failure))).toBe(who);
});

test("what did not come from GitHub is an error of ours", () => {
  expect(blame(new TypeError("x is undefined"))).toBe("ours");
});
