import { expect, test } from "vitest";
import type { Failure } from "../../src/github/errors.ts";
import { GitHubError } from "../../src/github/errors.ts";
import { tellWrongSettings } from "../../src/github/tell-wrong-settings.ts";

const apiUrl = "https://github.example";

async function told(failure: unknown): Promise<readonly string[]> {
  const lines: string[] = [];
  const logger = { error: (_: object, message: string) => void lines.push(message) };
  await tellWrongSettings({ ask: () => Promise.reject(failure), apiUrl, logger });
  return lines;
}

function failed(failure: Failure, words = "Not Found"): GitHubError {
  return new GitHubError(`GET /app: ${words}`, failure);
}

const status = (code: number): Failure => ({ kind: "status", status: code, codes: [] });

test.each([
  [
    "a signature that GitHub does not take",
    failed(status(401)),
    /^GitHub does not take .* APP_ID and PRIVATE_KEY .* clock/,
  ],
  ["a number that no app has", failed(status(404), "404 Integration not found"), /^GitHub knows no app .* set APP_ID/],
  ["an address that is not the API's", failed(status(404)), /^GITHUB_API_URL \(https:\/\/github.example\) must be/],
  ["pages instead of the API", failed({ kind: "unexpected" }), /^GITHUB_API_URL .* must be/],
  ["nobody there", failed({ kind: "no-answer" }), /^GitHub does not answer at GITHUB_API_URL/],
  ["a key that cannot sign", new TypeError("Invalid keyData"), /^PRIVATE_KEY cannot/],
])("at the start %s is told once, with the setting", async (_, error, line) => {
  expect(await told(error)).toEqual([expect.stringMatching(line)]);
});

test("trouble at GitHub says nothing about settings", async () => {
  expect(await told(failed(status(502)))).toEqual([]);
  expect(await told(failed({ kind: "retry-later", at: null }))).toEqual([]);
});

test("nothing is told where GitHub knows the app", async () => {
  const lines: string[] = [];
  const logger = { error: (_: object, message: string) => void lines.push(message) };
  await tellWrongSettings({ ask: async () => ({ id: 1, slug: "outcome-link" }), apiUrl, logger });
  expect(lines).toEqual([]);
});
