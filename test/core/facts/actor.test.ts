import { expect, test } from "vitest";
import { mayWrite, roles } from "../../../src/core/facts/actor.ts";

test("write access begins at write: triage labels, but cannot change what is merged", () => {
  expect(roles.filter((role) => mayWrite(role) === "yes")).toEqual(["write", "maintain", "admin"]);
  expect(roles.filter((role) => mayWrite(role) === "no")).toEqual(["none", "read", "triage"]);
});

test("what nobody asked for is no right, and what GitHub did not answer is neither a right nor none", () => {
  expect(mayWrite("unread")).toBe("no");
  expect(mayWrite("unknown")).toBe("unknown");
});
