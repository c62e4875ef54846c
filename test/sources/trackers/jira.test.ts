import { expect, test } from "vitest";
import { keysOf } from "./read-keys.ts";

test.each([
  ["SHOP-12: Show the total", ["SHOP-12"]],
  ["[SHOP-12][ui] Show the total (TILL-7)", ["SHOP-12", "TILL-7"]],
  ["Fixes SHOP-12, SHOP-13/SHOP-14 and A2B_C-5.", ["SHOP-12", "SHOP-13", "SHOP-14", "A2B_C-5"]],
  ["The branch feature/SHOP-12-show-total", ["SHOP-12"]],
  ["[SHOP-12](https://jira.example.com/browse/SHOP-12)", ["SHOP-12"]],
  ["[the report](https://acme.atlassian.net/browse/SHOP-12?focusedId=4#comment)", ["SHOP-12"]],
  ["https://issues.example.org/jira/browse/SHOP-12.", ["SHOP-12"]],
  ["https://acme.atlassian.net/jira/software/projects/SHOP/boards/1?selectedIssue=SHOP-12", ["SHOP-12"]],
  ["https://acme.atlassian.net/projects/SHOP/issues/SHOP-12", ["SHOP-12"]],
  ["**SHOP-12** | _TILL-7_", ["SHOP-12", "TILL-7"]],
])("%s names %j", (text, keys) => {
  expect(keysOf("jira", text)).toEqual(keys);
});

test.each([
  [
    "encodings, ciphers and standards",
    "UTF-8, SHA-256, ISO-8601, AES-128, RFC-9110, HTTP-404, WCAG-2, WINDOWS-1252, WPA-2",
  ],
  ["weaknesses", "CVE-2024-1234, CWE-79, GHSA-1"],
  ["proposals", "PEP-8, JEP-444, KEP-3, ADR-7"],
  ["models and illnesses", "GPT-4, COVID-19"],
  ["licences", "GPL-3, BSD-3"],
  ["what is counted in a text", "FR-1, AC-2, PHASE-3, STEP-4, FR-001, REQ-0012"],
  ["GitHub's own", "GH-12, PR-12"],
  ["places for a key", "ABC-123, XXX-1, JIRA-1234"],
  ["parts of longer names", "ISO-8859-1, X-SHOP-12, SHOP-12-3, SHOP-1.2, shop-SHOP-12, SHOP-12a, éSHOP-12"],
  ["small letters and single ones", "shop-12, Shop-12, B-12, S3-1, H2-4"],
  ["numbers that no issue has", "SHOP-0, SHOP-12345678"],
  ["code, quotes and comments", "`SHOP-12`\n\n> SHOP-13\n\n```\nSHOP-14\n```\n\n<!-- SHOP-15 -->"],
  [
    "other addresses",
    "https://example.com/SHOP-12 https://example.com/?id=SHOP-12 https://acme.sentry.io/issues/SHOP-12/ https://linear.app/a/issue/SHOP-1",
  ],
  ["a link that leads elsewhere", "[NOTE2-7](https://example.com/notes/7) [DOCS-7](docs/seven.md)"],
])("%s are no keys", (_what, text) => {
  expect(keysOf("jira", text)).toEqual([]);
});
