import { describe, expect, test } from "vitest";
import { parseBody } from "../../../src/core/markdown/parse-body.ts";
import type { Earlier } from "../../../src/sources/learnings/find-taken-up.ts";
import { findTakenUp } from "../../../src/sources/learnings/find-taken-up.ts";
import { reference } from "../../support/facts.ts";

const context = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };
const NOTE = "Shoppers on small screens never scrolled down to the total, so nobody saw it.";

function takenUp(text: string, over: Partial<Earlier> = {}): string | null {
  const earlier = { problem: reference("#12"), comment: 77, note: NOTE, tried: [reference("#34")], ...over };
  return findTakenUp(parseBody(text), earlier, context);
}

describe("what was learned is taken up", () => {
  test.each([
    ["by a link to an earlier pull request", "Part of #12. Follows #34, which put it below."],
    ["by the address of one", "Part of #12. Follows https://github.com/acme/shop/pull/34."],
    ["by a link behind words", "Part of #12. [The first try](https://github.com/acme/shop/pull/34) put it below."],
    ["by the comment's address", "See https://github.com/acme/shop/issues/12#issuecomment-77 for why."],
    ["by the comment's address behind words", "See [why](https://github.com/acme/shop/issues/12#issuecomment-77)."],
    ["by a quote", "Part of #12\n\n> nobody saw it? Shoppers on small screens never scrolled down\n\nSo it is on top."],
    ["by its words", "As **shoppers on small screens** never scrolled down to it, the total is on top now."],
  ])("%s", (_title, text) => {
    expect(takenUp(text)).not.toBeNull();
  });

  test("and the line is quoted that does", () => {
    expect(takenUp("Part of #12\n\nFollows #34, which put it below.\n\nMore.")).toBe(
      "Follows #34, which put it below.",
    );
  });

  test("by what the note itself names: a pull request, a page", () => {
    expect(takenUp("After #35.", { note: "see #35", tried: [] })).toBe("After #35.");
    const note = "https://notes.example/learned/5.";
    expect(takenUp("Read https://notes.example/learned/5 first.", { note })).not.toBeNull();
    expect(takenUp("Read https://notes.example/other first.", { note })).toBeNull();
  });

  test("by all of a short note, in a row", () => {
    expect(takenUp("The total was below the fold.", { note: "Below the fold" })).not.toBeNull();
    expect(takenUp("Fold the cart below the list.", { note: "Below the fold" })).toBeNull();
  });
});

describe("what was learned is not taken up", () => {
  test.each([
    ["by the link to the problem", "Part of #12"],
    ["by the problem's address", "Part of https://github.com/acme/shop/issues/12"],
    ["by another comment", "See https://github.com/acme/shop/issues/12#issuecomment-771"],
    ["by another pull request", "Follows #341 and acme/till#34."],
    ["in a comment that nobody sees", "Part of #12 <!-- #34 shoppers on small screens never scrolled down to -->"],
    ["in code", "Part of #12\n\n```\n#34 shoppers on small screens never scrolled down to the total\n```"],
    ["by a few of its words", "Shoppers on small screens wait for the total."],
    ["by a denial", "This is not part of #34."],
    ["by an empty text", ""],
  ])("%s", (_title, text) => {
    expect(takenUp(text)).toBeNull();
  });

  test("by words that are too few to be a quote, nor where nothing was told", () => {
    expect(takenUp("It had no effect.", { note: "No effect", tried: [] })).toBeNull();
    expect(takenUp("Anything at all, and more of it.", { note: "", comment: null, tried: [] })).toBeNull();
  });

  test("by naming the problem as the note does", () => {
    const note = "see https://github.com/acme/shop/issues/12 and #12";
    expect(takenUp("Part of https://github.com/acme/shop/issues/12", { note, tried: [] })).toBeNull();
  });
});
