import { expect, test } from "vitest";
import * as fc from "fast-check";
import { globMatcher } from "../../../../src/core/verdict/exemptions/matches-glob.ts";

test.each([
  ["docs/**", "docs/a.md", true],
  ["docs/**", "docs/deep/er/a.md", true],
  ["docs/**", "docs2/a.md", false],
  ["docs/**", "a/docs/b.md", false],
  ["**", "a/b/c", true],
  ["**/*.md", "README.md", true],
  ["**/*.md", "a/b/c.md", true],
  ["**/*.md", ".github/a.md", true],
  ["**/*.md", "a.mdx", false],
  ["*.md", "a/b.md", false],
  ["*.md", ".a.md", true],
  ["a/**/b", "a/b", true],
  ["a/**/b", "a/x/y/b", true],
  ["a/**/b", "a/xb", false],
  ["a**b", "axxb", true],
  ["a**b", "a/b", false],
  ["a?c", "abc", true],
  ["a?c", "a/c", false],
  ["*.{md,txt}", "a.txt", true],
  ["*.{md,txt}", "a.ts", false],
  ["{docs/**,*.{md,rst}}", "docs/x/y", true],
  ["{docs/**,*.{md,rst}}", "a.rst", true],
  ["{docs/**,*.{md,rst}}", "src/a.rst", false],
  ["a,b", "a,b", true],
  ["a,b", "a", false],
  ["{a,b", "{a,b", true],
  ["}a{", "}a{", true],
  ["app/[id]/(x)/page+1.$", "app/[id]/(x)/page+1.$", true],
  ["app/[id]/*", "app/i/x", false],
  ["!docs/**", "src/a.ts", false],
])("%s matches %s: %s", (glob, path, expected) => {
  expect(globMatcher(glob)(path)).toBe(expected);
});

const anyPath = fc.string({ maxLength: 60 });

test("any text is a glob", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), anyPath, (glob, path) => {
      expect(typeof globMatcher(glob)(path)).toBe("boolean");
    }),
  );
});

test("a glob without signs matches itself and nothing else", () => {
  const plain = fc.string({ unit: "binary", maxLength: 60 }).map((text) => text.replaceAll(/[*?{}]/g, ""));
  fc.assert(
    fc.property(plain, anyPath, (glob, path) => {
      expect(globMatcher(glob)(glob)).toBe(true);
      expect(globMatcher(glob)(path)).toBe(glob === path);
    }),
  );
});
