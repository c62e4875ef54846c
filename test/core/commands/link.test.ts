import { expect, test } from "vitest";
import { link } from "../../../src/core/commands/link.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test("names the issue", () => {
  expect(link.read("#12", place)).toEqual({
    kind: "statement",
    statement: { kind: "link", references: [{ owner: "acme", name: "shop", number: 12 }] },
  });
});

test("says how an issue is named where it names none", () => {
  const reading = link.read("the slow till", place);
  expect(reading.kind === "wrong" ? reading.why.markdown : reading).toContain("`/outcome link #12`");
});
