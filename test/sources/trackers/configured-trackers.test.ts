import { describe, expect, test } from "vitest";
import { readExternal } from "./read-keys.ts";

function keys(pattern: string, body: string): readonly string[] {
  return readExternal([{ name: "help desk", pattern }], { body }).map(({ key }) => key);
}

describe("a pattern of a team's own", () => {
  test("finds keys, also with white space in them", () => {
    expect(keys(String.raw`HELP-\d+`, "HELP-12 and HELP-13")).toEqual(["HELP-12", "HELP-13"]);
    expect(keys(String.raw`(?i)bug \d+`, "Bug 12")).toEqual(["Bug 12"]);
  });

  test("gives its group as the key", () => {
    expect(keys(String.raw`ticket:(\d+)`, "ticket:12")).toEqual(["12"]);
  });

  test("finds no part of a longer word", () => {
    expect(keys(String.raw`HD\d+`, "XHD12 HD12x HD12_ éHD12 HD12.")).toEqual(["HD12"]);
  });

  test("does not see code, quotes and addresses", () => {
    expect(keys(String.raw`HD\d+`, "`HD1` https://example.com/HD2\n\n> HD3\n\nHD4")).toEqual(["HD4"]);
  });

  test("is looked for at the beginning of a long text only", () => {
    const long = "word ".repeat(3000);
    expect(keys(String.raw`HD\d+`, `${long}\nHD1\n\n${long}\nHD2`)).toEqual(["HD1"]);
  });

  test("takes nothing that is too long for a key", () => {
    expect(keys(String.raw`X\w+`, `X${"y".repeat(200)} Xy`)).toEqual(["Xy"]);
  });

  test("finds keys in every part of a long line, and of many lines", () => {
    expect(keys(String.raw`HD\d+`, `HD1 ${"word ".repeat(600)}HD2 ${"word\n".repeat(600)}HD3`)).toEqual([
      "HD1",
      "HD2",
      "HD3",
    ]);
  });
});

describe("a known tracker", () => {
  const shop = { name: "Jira", pattern: String.raw`SHOP-\d+` };

  test("with a pattern knows only what the pattern does, in addresses too", () => {
    const body = "SHOP-1 TILL-2 https://jira.example.com/browse/TILL-3 https://jira.example.com/browse/SHOP-4";
    expect(readExternal([shop], { body }).map(({ key }) => key)).toEqual(["SHOP-1", "SHOP-4"]);
  });

  test("with a pattern believes it of names that mean something else elsewhere", () => {
    const gpt = { name: "jira", pattern: String.raw`GPT-\d+` };
    expect(readExternal([gpt], { body: "GPT-4" })).toMatchObject([{ tracker: "jira", key: "GPT-4" }]);
  });

  test("brings its own address where every team has the same", () => {
    const body = "https://app.asana.com/0/0/1200000000000002";
    expect(readExternal([{ name: "asana" }], { body })).toMatchObject([{ url: "https://app.asana.com/0/0/{key}" }]);
  });
});
