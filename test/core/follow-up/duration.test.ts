import { expect, test } from "vitest";
import { daysOf, durationSchema, parseDuration } from "../../../src/core/follow-up/duration.ts";

const minute = 60_000;
const day = 1440 * minute;

test.each([
  ["14 days", 14 * day],
  ["1 day", day],
  ["2 weeks", 14 * day],
  ["2 minutes", 2 * minute],
  ["90 seconds", 1.5 * minute],
  ["36 hours", 1.5 * day],
  ["3 Months", 90 * day],
  ["10days", 10 * day],
  [" 1 day ", day],
])("%s", (text, milliseconds) => {
  expect(parseDuration(text)).toEqual({ milliseconds, text: text.trim() });
});

test.each(["", "14", "days", "two weeks", "-1 day", "1.5 days", "1 year", "1 day 2 hours", "9999999 days", "1  day"])(
  "%j is not a duration",
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test.each([
  ["14 days", 14],
  ["36 hours", 2],
  ["2 minutes", 1],
  ["0 days", 0],
])("%s are %i days", (text, days) => {
  const duration = parseDuration(text);
  expect(duration && daysOf(duration)).toBe(days);
});

test.each([
  ["1 day", true],
  ["24 hours", true],
  ["23 hours", false],
  ["2 weeks", true],
  ["15 days", false],
  ["soon", false],
])("%s between 1 day and 2 weeks: %s", (text, expected) => {
  expect(durationSchema("1 day", "2 weeks").safeParse(text).success).toBe(expected);
});
