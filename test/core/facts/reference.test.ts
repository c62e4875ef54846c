import { expect, test } from "vitest";
import { formatReference, sameReference } from "../../../src/core/facts/reference.ts";
import { reference } from "../../support/facts.ts";

test("a reference is the same whatever the case of owner and name, but not with another number", () => {
  expect(sameReference(reference("Acme/Shop#1"), reference("acme/shop#1"))).toBe(true);
  expect(sameReference(reference("acme/shop#1"), reference("acme/shop#2"))).toBe(false);
  expect(sameReference(reference("acme/shop#1"), reference("acme/notes#1"))).toBe(false);
});

test("a reference is short at home and whole elsewhere", () => {
  expect(formatReference(reference("#12"), { owner: "ACME", name: "shop" })).toBe("#12");
  expect(formatReference(reference("#12"), { owner: "acme", name: "notes" })).toBe("acme/shop#12");
});
