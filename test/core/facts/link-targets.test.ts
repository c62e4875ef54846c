import { expect, test } from "vitest";
import { findLinkTargets } from "../../../src/core/facts/link-targets.ts";
import type { LinkTarget } from "../../../src/core/facts/link.ts";
import { isUnknown } from "../../../src/core/facts/link.ts";
import { deadLink, issue, link, reference } from "../../support/facts.ts";

test("what a pull request depends on is the linked issue and its parents", () => {
  const links = [link(issue("#12"), [issue("#3"), issue("acme/notes#1")])];
  expect(findLinkTargets(links)).toEqual([reference("#12"), reference("#3"), reference("acme/notes#1")]);
});

test("an issue that moved is waited for at both its places", () => {
  const target: LinkTarget = {
    kind: "found",
    issue: issue("acme/notes#4"),
    parents: [],
    moved: true,
    countsAbove: false,
  };
  expect(findLinkTargets([{ ...deadLink("#12", "gone"), target }])).toEqual([
    reference("#12"),
    reference("acme/notes#4"),
  ]);
});

test.each([
  ["pull-request", 1],
  ["missing", 1],
  ["gone", 1],
  ["moved-away", 1],
  ["less-visible", 1],
  ["unreadable", 1],
  ["unreachable", 1],
  ["not-looked-up", 0],
] as const)("a reference that leads nowhere yet may do so later, if it is looked up at all: %s", (kind, count) => {
  expect(findLinkTargets([deadLink("#9", kind)])).toHaveLength(count);
});

test("unknown is what may still be a problem: not what was seen to be none", () => {
  const kinds = ["pull-request", "missing", "gone", "moved-away", "less-visible", "unreadable", "unreachable"] as const;
  expect(kinds.filter((kind) => isUnknown(deadLink("#9", kind).target))).toEqual([
    "moved-away",
    "less-visible",
    "unreadable",
    "unreachable",
  ]);
});
