import * as fc from "fast-check";
import { expect, test } from "vitest";
import { plainTitle, plainWords } from "../../../src/core/markdown/plain-words.ts";

test.each([
  ["1. 🎯 What problem does this solve?", "what problem does this solve"],
  ["PROBLEM (required) *", "problem"],
  ["3) Hypothesis:", "hypothesis"],
  ["Which issue(s) this PR fixes", "which issues this pr fixes"],
  ["Alternatives you’ve considered", "alternatives youve considered"],
  ["Follow-up", "follow up"],
  ["Ｐｒｏｂｌｅｍ", "problem"],
  ["🎯", ""],
])("the title %j is %j", (title, plain) => {
  expect(plainTitle(title)).toBe(plain);
});

test("plain words stay as they are", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const words = plainWords(text);
      expect(plainWords(words)).toBe(words);
    }),
  );
});

test("plain letters are read the quick way, which gives the same", () => {
  const letters = Array.from({ length: 0x5f }, (_, code) => String.fromCodePoint(0x20 + code));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters) }), (text) => {
      expect(plainWords(text)).toBe(plainWords(`${text}\u00A0`));
    }),
  );
});
