import { expect, test } from "vitest";
import type { Failure } from "../../src/github/errors.ts";
import { GitHubError } from "../../src/github/errors.ts";
import type { Headers } from "../../src/github/read-limit.ts";
import { retryAt } from "../../src/github/read-limit.ts";
import { whenAgain } from "../../src/github/when-again.ts";

const now = new Date("2026-03-02T12:00:00Z");
const epoch = now.getTime() / 1000;

function secondsUntil(date: Date | null | undefined): number | null {
  return date === null || date === undefined ? null : (date.getTime() - now.getTime()) / 1000;
}

const spent = { "x-ratelimit-remaining": "0" };

test.each<{ says: string; headers: Headers; wait: number | null }>([
  { says: "seconds", headers: { "retry-after": "30" }, wait: 30 },
  { says: "seconds as a number", headers: { "retry-after": 30 }, wait: 30 },
  { says: "a date", headers: { "retry-after": "Mon, 02 Mar 2026 12:05:00 GMT" }, wait: 300 },
  { says: "the reset of what is used up", headers: { ...spent, "x-ratelimit-reset": String(epoch + 90) }, wait: 90 },
  {
    says: "seconds and a reset",
    headers: { ...spent, "retry-after": "5", "x-ratelimit-reset": `${epoch + 90}` },
    wait: 5,
  },
  {
    says: "a reset while there is more",
    headers: { "x-ratelimit-remaining": "7", "x-ratelimit-reset": `${epoch + 90}` },
    wait: null,
  },
  { says: "nothing", headers: {}, wait: null },
  { says: "0 seconds", headers: { "retry-after": "0" }, wait: null },
  { says: "a negative number", headers: { "retry-after": "-5" }, wait: null },
  { says: "no number", headers: { "retry-after": "NaN" }, wait: null },
  { says: "an empty text", headers: { "retry-after": "" }, wait: null },
  { says: "a date of before", headers: { "retry-after": "Mon, 02 Mar 2026 11:00:00 GMT" }, wait: null },
  { says: "a day that is none", headers: { "retry-after": "Mon, 99 Mar 2026 12:05:00 GMT" }, wait: null },
  { says: "a year", headers: { "retry-after": "31536000" }, wait: 3600 },
  { says: "more than a date can be", headers: { "retry-after": "9".repeat(40) }, wait: 3600 },
  { says: "milliseconds for seconds", headers: { ...spent, "x-ratelimit-reset": String(now.getTime()) }, wait: 3600 },
  { says: "a reset that is over", headers: { ...spent, "x-ratelimit-reset": String(epoch - 90) }, wait: null },
  { says: "a reset that is no number", headers: { ...spent, "x-ratelimit-reset": "soon" }, wait: null },
])("a header with $says is $wait seconds to wait", ({ headers, wait }) => {
  expect(secondsUntil(retryAt(headers, now))).toBe(wait);
});

test.each<{ failure: Failure; wait: number | null }>([
  { failure: { kind: "retry-later", at: new Date("2026-03-02T12:10:00Z") }, wait: 600 },
  { failure: { kind: "retry-later", at: null }, wait: 60 },
  { failure: { kind: "no-room", at: new Date("2026-03-02T12:01:00Z") }, wait: 60 },
  { failure: { kind: "no-token", reason: "suspended", why: "suspended" }, wait: 600 },
  { failure: { kind: "no-token", reason: "Not Found", why: "not-known" }, wait: 120 },
  { failure: { kind: "no-token", reason: "bad key", why: "app-refused" }, wait: 120 },
  { failure: { kind: "refused", reason: "no" }, wait: null },
  { failure: { kind: "status", status: 502, codes: [] }, wait: null },
  { failure: { kind: "no-answer" }, wait: null },
  { failure: { kind: "let-go" }, wait: null },
  { failure: { kind: "unexpected" }, wait: null },
])("after $failure.kind an installation is left alone for $wait seconds", ({ failure, wait }) => {
  expect(secondsUntil(whenAgain(new GitHubError("why", failure), now)?.until)).toBe(wait);
});

test("an error of ours says nothing about an installation, and a limit says its reason", () => {
  expect(whenAgain(new TypeError("a bug"), now)).toBeNull();
  expect(whenAgain(new GitHubError("why", { kind: "retry-later", at: null }), now)?.reason).toBe("why");
});
