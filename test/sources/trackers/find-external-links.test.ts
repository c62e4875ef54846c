import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownTrackers } from "../../../src/sources/trackers/index.ts";
import { readExternal } from "./read-keys.ts";

const jira = { name: "jira", url: "https://acme.example.com/browse/{key}" };

test("nothing is looked for where no tracker is configured", () => {
  expect(readExternal([], { title: "SHOP-12", body: "SHOP-13" })).toEqual([]);
});

test("a key is told once, from the title first, with its line", () => {
  const found = readExternal([jira], { title: "SHOP-12: Total", body: "Text\nSee SHOP-13 and shop.\n\nSHOP-12" });
  expect(found).toEqual([
    { tracker: "jira", key: "SHOP-12", url: jira.url, place: "title", quote: "SHOP-12: Total", denied: false },
    { tracker: "jira", key: "SHOP-13", url: jira.url, place: "text", quote: "See SHOP-13 and shop.", denied: false },
  ]);
});

test("code in a title is no key", () => {
  expect(readExternal([jira], { title: "Show `SHOP-12` as it is" })).toEqual([]);
});

test("an alert holds keys, a quote does not", () => {
  expect(readExternal([jira], { body: "> [!NOTE]\n> SHOP-12\n\n> SHOP-13" })).toMatchObject([{ key: "SHOP-12" }]);
});

test("what the text says is none of this change is told as such", () => {
  const body = "Not part of SHOP-12, but of SHOP-13. Does not fix SHOP-14; unrelated: SHOP-15. Not only for SHOP-16";
  expect(readExternal([jira], { body }).map(({ key, denied }) => [key, denied])).toEqual([
    ["SHOP-12", true],
    ["SHOP-13", false],
    ["SHOP-14", true],
    ["SHOP-15", true],
    ["SHOP-16", false],
  ]);
});

describe("of two trackers that write keys alike", () => {
  const both = [{ name: "jira" }, { name: "linear" }];

  test("the first that is configured has what nothing tells", () => {
    expect(readExternal(both, { body: "ENG-12" })).toMatchObject([{ tracker: "jira" }]);
    expect(readExternal(both.toReversed(), { body: "ENG-12" })).toMatchObject([{ tracker: "linear" }]);
  });

  test("the one has it whose address names the project", () => {
    const body = "ENG-12\n\nhttps://linear.app/acme/issue/ENG-13\n\nSHOP-1";
    expect(readExternal(both, { body }).map(({ key, tracker }) => [key, tracker])).toEqual([
      ["ENG-12", "linear"],
      ["ENG-13", "linear"],
      ["SHOP-1", "jira"],
    ]);
  });
});

test("at most twenty keys are told", () => {
  const body = Array.from({ length: 30 }, (_, index) => `SHOP-${index + 1}`).join(" ");
  expect(readExternal([jira], { body })).toHaveLength(20);
});

test("of any text the keys are ones that stand in it", () => {
  const piece = fc.constantFrom(
    "SHOP-1",
    "sc-2",
    "AB#3",
    "https://linear.app/a/issue/ENG-4",
    "[",
    "](",
    ")",
    "`",
    "> ",
  );
  const text = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 40 });
  const all = knownTrackers.map(({ name }) => ({ name }));
  fc.assert(
    fc.property(text, text, (title, body) => {
      const written = { title: title.join(""), body: body.join("\n") };
      for (const { key, quote } of readExternal(all, written)) {
        const number = key.replace(/^.*\D/, "");
        expect(`${written.title}\n${written.body}`).toContain(number);
        expect(quote.length).toBeLessThanOrEqual(200);
      }
    }),
    { numRuns: 500 },
  );
});
