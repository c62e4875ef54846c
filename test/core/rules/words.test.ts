import { describe, expect, test } from "vitest";
import { rules } from "../../../src/core/rules/index.ts";

describe.each(rules)("the words of $id", ({ id, claim, question, missing, why, description }) => {
  test("complete 'This pull request ...' with what its id says", () => {
    expect(claim).toMatch(/^[a-z][^.]*$/);
    expect(claim.split(" ")[0]).toBe(id.split("-")[0]);
  });

  test("ask one question, and give one sentence for why", () => {
    expect(question).toMatch(/^[A-Z][^?.]*\?$/);
    expect(why).toMatch(/^[A-Z][^.]*\.$/);
    expect(missing).toMatch(/^[A-Z].* yet$/);
    expect(description).toMatch(/\.$/);
  });

  test("mention nobody and link nothing", () => {
    expect([claim, question, missing, why].join(" ")).not.toMatch(/@|#\d|<|https?:/);
  });
});

const pasted = rules.flatMap(({ id, paste }) => (paste === null ? [] : [[id, paste] as const]));

test.each(pasted)("%s gives one line to paste, in which words in capitals are replaced", (_id, paste) => {
  expect(paste).not.toContain("\n");
  expect(paste).not.toContain("`");
  expect(paste).toMatch(/\b[A-Z]{2,}\b|\d/);
});

test("no two rules share an id or a question", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ question }) => question)).size).toBe(rules.length);
});
