import { expect, test } from "vitest";
import { help } from "../../../src/core/commands/help.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each(["", "please", "#12"])("whatever stands behind it: %j", (argument) => {
  expect(help.read(argument, place)).toEqual({ kind: "act", act: "help" });
});
