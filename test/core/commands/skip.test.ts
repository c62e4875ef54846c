import { expect, test } from "vitest";
import { skip } from "../../../src/core/commands/skip.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each(["a typo in the docs", "tests only", "see #12"])("%j is a reason", (reason) => {
  expect(skip.read(reason, place)).toEqual({ kind: "statement", statement: { kind: "skip", reason } });
});

test.each(["", "n/a", "TBD", "REASON", "[reason]", "…"])("%j is none", (reason) => {
  expect(skip.read(reason, place)).toMatchObject({ kind: "wrong" });
});
