import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

const draft = pullRequestFacts({ pullRequest: { draft: true } });

test("a draft is exempt until it is ready", () => {
  expect(applies("drafts", draft)).toBe("a draft; asked when it is ready for review");
  expect(applies("drafts", pullRequestFacts())).toBeNull();
});

test("drafts can be asked too", () => {
  expect(applies("drafts", draft, { drafts: false })).toBeNull();
});

test("what was merged as a draft is merged work", () => {
  expect(applies("drafts", pullRequestFacts({ pullRequest: { draft: true, state: "merged" } }))).toBeNull();
});
