import { expect, test } from "vitest";
import { readReference } from "../../../src/core/commands/read-reference.ts";
import { formatReference } from "../../../src/core/facts/reference.ts";

const repository = { owner: "acme", name: "shop" };

function read(word: string, webUrl = "https://github.com"): string | null {
  const found = readReference(word, { repository, webUrl });
  return found === null ? null : formatReference(found, repository);
}

test.each([
  ["#12", "#12"],
  ["12", "#12"],
  ["GH-12", "#12"],
  ["(#12)", "#12"],
  ["#12.", "#12"],
  ["acme/notes#5", "acme/notes#5"],
  ["ACME/Shop#5", "#5"],
  ["https://github.com/acme/notes/issues/5", "acme/notes#5"],
  ["https://github.com/acme/notes/issues/5#issuecomment-1", "acme/notes#5"],
  ["https://www.github.com/acme/notes/pull/5/files?w=1", "acme/notes#5"],
  ["<https://github.com/acme/notes/issues/5>", "acme/notes#5"],
  ["github.com/acme/notes/issues/5", "acme/notes#5"],
  ["#2147483647", "#2147483647"],
])("%s is an issue", (word, reference) => {
  expect(read(word)).toBe(reference);
});

test.each([
  "",
  "#",
  "#0",
  "#012",
  "#-1",
  "#1.5",
  "#12a",
  "#2147483648",
  "#99999999999",
  "shop#5",
  "a/b/c#5",
  "../..#5",
  "acme/..#5",
  "acme/shop.git#5",
  "acme/shop",
  "https://evil.example/acme/shop/issues/5",
  "https://github.com.evil.example/acme/shop/issues/5",
  "https://evil.example/https://github.com/acme/shop/issues/5",
  "https://github.com@evil.example/acme/shop/issues/5",
  "https://github.com/acme/../issues/5",
  "https://github.com/acme/shop/commit/5",
  "https://github.com/acme/shop/issues/5x",
  `#${"1".repeat(5000)}`,
])("%j is none", (word) => {
  expect(read(word)).toBeNull();
});

test("addresses are those of the GitHub that is asked", () => {
  expect(read("https://git.acme.example/acme/notes/issues/5", "https://git.acme.example")).toBe("acme/notes#5");
  expect(read("https://github.com/acme/notes/issues/5", "https://git.acme.example")).toBeNull();
});
