import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

const by = (login: string) => pullRequestFacts({ pullRequest: { author: { login, kind: "user" } } });

test.each([
  ["ada", ["ada"], true],
  ["Ada", ["ada"], true],
  ["acme-deploy", ["acme-*"], true],
  ["ada2", ["ada"], false],
  ["ada", [], false],
])("%s among %o is exempt: %s", (login, authors, expected) => {
  expect(applies("authors", by(login), { authors })).toBe(expected ? `opened by \`${login}\`, who is exempt` : null);
});

test.each([
  ["deploy", "user", "deploy", true],
  ["deploy", "bot", "deploy", false],
  ["deploy", "user", "deploy[bot]", false],
  ["deploy", "bot", "deploy[bot]", true],
  ["deploy", "bot", "Deploy*", true],
] as const)("%s, a %s, is exempt as %s: %s", (...[login, kind, listed, expected]) => {
  const facts = pullRequestFacts({ pullRequest: { author: { login, kind } } });
  const reason = applies("authors", facts, { authors: [listed], bots: false });
  expect(reason).toBe(expected ? `opened by \`${kind === "bot" ? "deploy[bot]" : "deploy"}\`, who is exempt` : null);
});

test("an account that is gone is nobody, not anybody", () => {
  expect(applies("authors", pullRequestFacts({ pullRequest: { author: null } }), { authors: ["*"] })).toBeNull();
});
