import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { parseRepositoryName } from "../../../src/core/facts/repository-name.ts";

test.each([
  ["acme/policy", { owner: "acme", name: "policy" }],
  ["Acme-Corp/.github", { owner: "Acme-Corp", name: ".github" }],
  ["octo_acme/outcome.rules", { owner: "octo_acme", name: "outcome.rules" }],
  ["a/...", { owner: "a", name: "..." }],
])("%s names a repository", (text, name) => {
  expect(parseRepositoryName(text)).toEqual(name);
});

test.each([
  "",
  "acme",
  "/policy",
  "acme/",
  "acme/.",
  "acme/..",
  "./policy",
  "../policy",
  "acme/../globex/policy",
  "acme/policy/..",
  "acme/policy/.github/outcome.yml",
  "acme/policy:rules.yml",
  "acme/policy@main",
  "acme/policy#12",
  "acme/policy?ref=main",
  "acme%2Fpolicy",
  "acme/%2e%2e",
  "acme\\policy",
  " acme/policy",
  "acme/policy\n",
  "acme/policy/",
  "acme/policy.git",
  "acme/Policy.GIT",
  "acme//policy",
  "https://github.com/acme/policy",
  "git@github.com:acme/policy",
  "acme/pol\u0000icy",
  "acme/ро1icy",
  `acme/${"a".repeat(101)}`,
])("%j does not", (text) => {
  expect(parseRepositoryName(text)).toBeNull();
});

test("whatever is a name climbs nowhere in a URL", () => {
  assert(
    property(string({ unit: constantFrom("a", ".", "/", "-", "%", "\\") }), (text) => {
      const name = parseRepositoryName(text);
      if (name === null) return;
      const { pathname } = new URL(`https://api.github.com/repos/${name.owner}/${name.name}/contents`);
      expect(pathname).toBe(`/repos/${text}/contents`);
    }),
    { numRuns: 5000 },
  );
});
