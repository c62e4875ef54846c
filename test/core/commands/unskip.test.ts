import { expect, test } from "vitest";
import { unskip } from "../../../src/core/commands/unskip.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each(["", "because it does change something"])("takes back whatever stands behind it: %j", (argument) => {
  expect(unskip.read(argument, place)).toEqual({ kind: "statement", statement: { kind: "unskip" } });
});
