import { expect, test } from "vitest";
import { findLinkTargets } from "../../../src/core/facts/link-targets.ts";
import type { LinkTarget } from "../../../src/core/facts/link.ts";
import { isUnknown, nothingUnseen } from "../../../src/core/facts/link.ts";
import { belowHidden, deadLink, issue, link, reference } from "../../support/facts.ts";

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
    unseen: nothingUnseen,
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

test("what not everybody can see is waited for where it may count, and then once", () => {
  const places = [reference("acme/secret#5"), reference("acme/secret#1")];
  const hidden = {
    ...deadLink("acme/secret#5", "less-visible"),
    target: { kind: "less-visible", unseen: { counts: true, places } },
  } as const;
  expect(findLinkTargets([hidden])).toEqual(places);
  expect(findLinkTargets([belowHidden("#12")])).toEqual([reference("#12"), reference("acme/secret#5")]);
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
