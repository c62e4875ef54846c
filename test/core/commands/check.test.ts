import { expect, test } from "vitest";
import { check } from "../../../src/core/commands/check.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each(["", "please", "#12"])("whatever stands behind it: %j", (argument) => {
  expect(check.read(argument, place)).toEqual({ kind: "act", act: "check" });
});
