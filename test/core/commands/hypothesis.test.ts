import { expect, test } from "vitest";
import { hypothesis } from "../../../src/core/commands/hypothesis.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test("states its sentence", () => {
  const text = "We believe prices with tax for buyers will end complaints.";
  expect(hypothesis.read(text, place)).toEqual({ kind: "statement", statement: { kind: "hypothesis", text } });
});

test.each(["", "TBD", "n/a"])("%j states nothing", (argument) => {
  expect(hypothesis.read(argument, place)).toMatchObject({ kind: "wrong" });
});

test("the form's own words state nothing", () => {
  const form = "We believe CHANGE for WHO will EFFECT because REASON.";
  expect(hypothesis.read(form, place)).toMatchObject({ kind: "wrong" });
});
