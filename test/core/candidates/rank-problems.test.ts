import { describe, expect, test } from "vitest";
import type { OpenProblem } from "../../../src/core/candidates/open-problem.ts";
import { rankProblems } from "../../../src/core/candidates/rank-problems.ts";
import type { Change } from "../../../src/core/candidates/rank-problems.ts";

const things = ["kettle", "ladder", "violin", "anchor", "saddle", "pillow", "hammer", "basket", "candle", "mirror"];
const parts = ["handle", "cover", "stand", "string", "wheel", "strap", "hinge", "frame", "spring", "lid"];

/** A hundred problems, each of a thing and a part that nine others have as well. */
const problems: readonly OpenProblem[] = things.flatMap((thing, tens) =>
  parts.map((part, ones) => ({
    number: 100 + tens * 10 + ones,
    title: `The ${part} of my ${thing} breaks`,
    words: `Noted by gnome${tens}x${ones} and dwarf${tens}x${ones}.`,
  })),
);

function change(of: Partial<Change>): Change {
  return { title: "Glue it", words: "", headBranch: "glue", paths: null, ...of };
}

const numbersFor = (of: Partial<Change>, among = problems) =>
  rankProblems(change(of), among).map(({ number }) => number);

test("the problem that shares the rarest words comes first", () => {
  expect(numbersFor({ title: "Hinge of the violin", words: "For gnome2x6 and dwarf2x6." })).toEqual([126]);
});

test("forms of a word, accents, case and names as code has them are the same word", () => {
  expect(numbersFor({ title: "HINGES for víolins", headBranch: "fix/gnome2x6Dwarf2x6" })).toEqual([126]);
});

test("words that stand in many problems are not enough, and neither is one that is rare", () => {
  expect(numbersFor({ title: "Paint all violins" })).toEqual([]);
  expect(numbersFor({ title: "Ask gnome2x6" })).toEqual([]);
});

test("who tells of trouble is believed with less", () => {
  const title = "Paint the violin for gnome2x6";
  expect(numbersFor({ title })).toEqual([]);
  expect(numbersFor({ title, words: "It was broken." })).toEqual([126]);
});

test.each([
  ["by its title", { title: "refactor(wood): violin hinge" }],
  ["by its branch", { headBranch: "chore/violin-hinge" }],
  ["in words", { words: "For gnome2x6 and dwarf2x6. No behaviour change." }],
])("what calls itself housekeeping %s is left in peace", (_, of) => {
  const said = { title: "Violin hinge", words: "For gnome2x6 and dwarf2x6." };
  expect(numbersFor(said)).toEqual([126]);
  expect(numbersFor({ ...said, ...of })).toEqual([]);
});

test("a long description must share more than a short one", () => {
  const said = "For gnome2x6 and dwarf2x6.";
  const much = Array.from({ length: 80 }, (_, at) => `blah${String.fromCodePoint(97 + (at % 26))}${at}`).join(" ");
  expect(numbersFor({ words: said })).toEqual([126]);
  expect(numbersFor({ words: `${said} ${much}` })).toEqual([]);
});

test("changed paths count where they are known, and a change of everything does not", () => {
  const paths = ["src/gnome2x6/dwarf2x6.ts"];
  expect(numbersFor({ paths })).toEqual([126]);
  expect(numbersFor({ paths: [...paths, ...Array.from({ length: 30 }, (_, at) => `src/${at}.ts`)] })).toEqual([]);
});

const same = (number: number): OpenProblem => ({ number, title: "Gnomes in the dwarf's tunnel", words: "" });

describe("of several that are equally likely", () => {
  const alike = [...problems, same(1), same(2), same(3), same(4)];

  test("the newest three are shown, in whatever order they are known", () => {
    const of = { title: "No gnomes in dwarf tunnels", words: "They were everywhere." };
    expect(numbersFor(of, alike)).toEqual([4, 3, 2]);
    expect(numbersFor(of, alike.toReversed())).toEqual([4, 3, 2]);
  });
});

test("among few problems, where every word looks rare, nothing is said", () => {
  const two = problems.slice(0, 2);
  expect(numbersFor({ title: "Handle of the kettle" }, two)).toEqual([]);
  expect(numbersFor({ title: "Handle of the kettle" }, [])).toEqual([]);
});
