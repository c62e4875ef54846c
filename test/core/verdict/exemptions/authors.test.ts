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
  expect(applies("authors", by(login), { authors })).toBe(
    expected ? `opened by an author who is exempt (\`${authors[0]}\`)` : null,
  );
});

test("an account that is gone is nobody, not anybody", () => {
  expect(applies("authors", pullRequestFacts({ pullRequest: { author: null } }), { authors: ["*"] })).toBeNull();
});
