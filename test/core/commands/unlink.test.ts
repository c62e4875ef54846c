import { expect, test } from "vitest";
import { unlink } from "../../../src/core/commands/unlink.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test("names the issue", () => {
  expect(unlink.read("#12", place)).toEqual({
    kind: "statement",
    statement: { kind: "unlink", references: [{ owner: "acme", name: "shop", number: 12 }] },
  });
});

test("says how an issue is named where it names none", () => {
  const reading = unlink.read("the slow till", place);
  expect(reading.kind === "wrong" ? reading.why.markdown : reading).toContain("`/outcome unlink #12`");
});
