import { expect, test } from "vitest";
import { snooze } from "../../../src/core/commands/snooze.ts";

const place = { repository: { owner: "acme", name: "shop" }, webUrl: "https://github.com" };

test.each([
  ["1 day", 1],
  ["2 weeks", 14],
  ["for 10 days", 10],
  ["3 Months.", 90],
  ["12 months", 360],
])("%j puts the question off by %s days", (argument, days) => {
  const duration = { milliseconds: days * 86_400_000 };
  expect(snooze.read(argument, place)).toMatchObject({ kind: "statement", statement: { kind: "snooze", duration } });
});

test.each(["", "DURATION", "23 hours", "361 days", "13 months", "until Monday", "-2 weeks", "2"])(
  "%j is no time that a question can be put off by",
  (argument) => {
    expect(snooze.read(argument, place)).toMatchObject({ kind: "wrong" });
  },
);
