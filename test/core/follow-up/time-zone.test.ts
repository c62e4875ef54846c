import { expect, test } from "vitest";
import { timeZoneSchema } from "../../../src/core/follow-up/time-zone.ts";

test.each(["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Asia/Kolkata", "US/Pacific"])(
  "%s is a time zone",
  (name) => {
    expect(timeZoneSchema.safeParse(name).success).toBe(true);
  },
);

test.each(["", "+02:00", "Berlin", "Europe/Berln", "../etc"])("%j is not a time zone", (name) => {
  expect(timeZoneSchema.safeParse(name).success).toBe(false);
});
