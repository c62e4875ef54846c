import { expect, test } from "vitest";
import { mayWrite, roles } from "../../../src/core/facts/actor.ts";

test("write access begins at write: triage labels, but cannot change what is merged", () => {
  expect(roles.filter(mayWrite)).toEqual(["write", "maintain", "admin"]);
});
