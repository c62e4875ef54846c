import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

const bot = pullRequestFacts({ pullRequest: { author: { login: "dependabot", kind: "bot" } } });

test("a bot's pull request is exempt, and the bot is named", () => {
  expect(applies("bots", bot)).toBe("opened by the bot `dependabot`");
});

test("a person with a bot's name is none, nor is an account that is gone", () => {
  const named = pullRequestFacts({ pullRequest: { author: { login: "dependabot", kind: "user" } } });
  expect(applies("bots", named)).toBeNull();
  expect(applies("bots", pullRequestFacts({ pullRequest: { author: null } }))).toBeNull();
});

test("bots can be asked too", () => {
  expect(applies("bots", bot, { bots: false })).toBeNull();
});
