import { expect, test } from "vitest";
import { parseWindow } from "../../../src/core/statements/parse-window.ts";

test.each([
  ["14 days", 14, "14 days"],
  ["two weeks", 14, "two weeks"],
  ["within a fortnight of the release", 14, "a fortnight"],
  ["2w", 14, "2w"],
  ["a couple of weeks", 14, "a couple of weeks"],
  ["1 month", 30, "1 month"],
  ["three-months", 90, "three-months"],
  ["a quarter", 91, "a quarter"],
  ["P2W", 14, "P2W"],
  ["P1M15D", 45, "P1M15D"],
  ["10 working days", 14, "10 working days"],
  ["a year", 365, "a year"],
  ["innerhalb von zwei Wochen", 14, "zwei Wochen"],
  ["14 Tage nach der Freigabe", 14, "14 Tage"],
  ["einen Monat", 30, "einen Monat"],
  ["eines Quartals", 91, "eines Quartals"],
  ["fuenf Werktagen", 7, "fuenf Werktagen"],
  ["ein halbes Jahr", 182, "ein halbes Jahr"],
])("%j is %i days", (text, days, written) => {
  expect(parseWindow(text)).toEqual({ days, text: written });
});

test("more than a year is looked at after 366 days, as it was written", () => {
  expect(parseWindow("5 years")).toEqual({ days: 366, text: "5 years" });
});

test.each([
  "",
  "soon",
  "0 days",
  "P",
  "PT4H",
  "1.5 weeks",
  "weekly",
  "the 3rd",
  "P0D",
  "an Tag 3",
  "Tagebuch",
  "in der Woche",
])("%j is no window", (text) => {
  expect(parseWindow(text)).toBeNull();
});
