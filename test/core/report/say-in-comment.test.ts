import { expect, test } from "vitest";
import { commands } from "../../../src/core/commands/index.ts";
import { sayInComment } from "../../../src/core/report/say-in-comment.ts";
import type { RuleId } from "../../../src/core/rules/index.ts";
import { whoMayOptOut } from "../../../src/core/verdict/policy.ts";
import { settings } from "../../support/facts.ts";

function said(rule: RuleId, written: unknown = {}): string | null {
  const configured = settings(written);
  return sayInComment({ rule }, { commands: configured.commands, optOut: whoMayOptOut(configured) });
}

const off = { link: "off", hypothesis: "off" };
const [LINK, SKIP] = ["`/outcome link #ISSUE`", "`/outcome skip REASON`"];

test.each<[string, RuleId, unknown, string | null]>([
  ["a link", "links-problem", {}, `A comment does the same: ${LINK}, or ${SKIP}.`],
  [
    "a hypothesis",
    "states-hypothesis",
    {},
    `A comment does the same: \`/outcome hypothesis\` and that line, or ${SKIP}.`,
  ],
  ["any other part", "names-metric", {}, `A comment does the same: ${SKIP}.`],
  [
    "a link, required",
    "links-problem",
    { mode: "require" },
    `A comment does the same: ${LINK}, or with write access ${SKIP}.`,
  ],
  ["a link, where that is off", "links-problem", { commands: off }, `A comment does the same: ${SKIP}.`],
  ["a hypothesis, where that is off", "states-hypothesis", { commands: off }, `A comment does the same: ${SKIP}.`],
  [
    "a link, where skipping is off",
    "links-problem",
    { commands: { skip: "off" } },
    `A comment does the same: ${LINK}.`,
  ],
  ["a link, where few may skip", "links-problem", { commands: { skip: "admin" } }, `A comment does the same: ${LINK}.`],
  ["another part, where skipping is off", "names-metric", { commands: { skip: "off" } }, null],
])("the comment tells what can be said instead of %s", (_part, ...[rule, written, told]) => {
  expect(said(rule, written)).toBe(told);
});

test("what is told is what can be said", () => {
  const told = [said("links-problem"), said("states-hypothesis")].join(" ");
  const offered = [...told.matchAll(/`(\/outcome (\w+)[^`]*)`/g)].map(([, line = "", name = ""]) => ({ line, name }));
  expect(offered.map(({ name }) => name)).toEqual(["link", "skip", "hypothesis", "skip"]);
  for (const { line, name } of offered) {
    expect(commands.find((command) => command.name === name)?.usage).toContain(line);
  }
});
