import { expect, test } from "vitest";
import { pullRequestFacts } from "../../../support/facts.ts";
import { applies } from "./applies.ts";

test("a label exempts, whatever its case, and is named as it stands", () => {
  const facts = pullRequestFacts({ pullRequest: { labels: ["ui", "No-Problem"] } });
  expect(applies("labels", facts, { labels: ["no-problem"] })).toBe("labelled `No-Problem`");
  expect(applies("labels", facts, { labels: ["no-*"] })).toBe("labelled `No-Problem`");
  expect(applies("labels", facts, { labels: ["problem"] })).toBeNull();
  expect(applies("labels", facts)).toBeNull();
});
