import { describe, expect, test } from "vitest";
import { trackersSchema } from "../../../src/sources/trackers/tracker-settings.ts";

function problems(tracker: object): readonly string[] {
  const parsed = trackersSchema.safeParse([tracker]);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

test.each([
  { name: "jira" },
  { name: "Azure-Boards" },
  { name: "help", pattern: String.raw`HELP-\d+` },
  { name: "help", pattern: "(?i)help [0-9]{1,6}", url: "https://help.example.com/?id={key}" },
  { name: "linear", url: "https://linear.app/acme/issue/{key}" },
])("%j is a tracker", (tracker) => {
  expect(problems(tracker)).toEqual([]);
});

test("a tracker that is not known needs a pattern", () => {
  expect(problems({ name: "gira" })).toEqual([
    expect.stringMatching(/^0\.name must be one of `jira`.+ or have a `pattern`$/),
  ]);
});

describe("a pattern must be one", () => {
  test.each([
    ["(?=SHOP)", "that RE2 can read"],
    ["(SHOP", "that RE2 can read"],
    [String.raw`(\w)\1`, "that RE2 can read"],
    ["((a{30}){30}){30}", "that RE2 can read"],
    ["[a-z]{1,100}x", "simpler"],
    ["a*", "not match an empty text"],
  ])("%s", (pattern, words) => {
    expect(problems({ name: "help", pattern })).toEqual([expect.stringContaining(words)]);
  });
});

test.each([
  "http://help.example.com/{key}",
  "https://help.example.com/",
  "https://{key}.example.com/",
  "https://example.com:{key}/",
  "https://{key}@example.com/",
  "https://ada:secret@example.com/{key}",
  "javascript:alert({key})",
  "{key}",
])("%s is no address for keys", (url) => {
  expect(problems({ name: "jira", url })).toEqual([expect.stringContaining("must be an `https://` address")]);
});
