import { assert, constantFrom, date, nat, property, record, tuple } from "fast-check";
import { expect, test } from "vitest";
import { slotDays } from "../../../src/core/follow-up/follow-up-settings.ts";
import { slotFrom } from "../../../src/core/follow-up/slot.ts";

const tuesday = { day: "tuesday", time: "10:00" } as const;
const utc = { slot: tuesday, time_zone: "UTC" };

function slot(from: string, settings: Parameters<typeof slotFrom>[1] = utc): string {
  return slotFrom(new Date(from), settings).toISOString();
}

test("the slot is the next one of the week, and the moment itself when it is one", () => {
  expect(slot("2026-03-02T09:00:00Z")).toBe("2026-03-03T10:00:00.000Z");
  expect(slot("2026-03-03T10:00:00Z")).toBe("2026-03-03T10:00:00.000Z");
  expect(slot("2026-03-03T10:00:00.001Z")).toBe("2026-03-10T10:00:00.000Z");
  expect(slot("2028-02-25T00:00:00Z")).toBe("2028-02-29T10:00:00.000Z");
});

test("it is the clock of the configured place that counts, in summer and in winter", () => {
  const berlin = { slot: tuesday, time_zone: "Europe/Berlin" };
  expect(slot("2026-03-24T08:00:00Z", berlin)).toBe("2026-03-24T09:00:00.000Z");
  expect(slot("2026-03-24T09:00:01Z", berlin)).toBe("2026-03-31T08:00:00.000Z");
  // Monday evening in Los Angeles is Tuesday elsewhere.
  const monday = { slot: { day: "monday", time: "20:30" }, time_zone: "America/Los_Angeles" } as const;
  expect(slot("2026-07-07T03:00:00Z", monday)).toBe("2026-07-07T03:30:00.000Z");
});

test("a time that daylight saving skips is the first one after it, and one that comes twice the earlier", () => {
  const early = { slot: { day: "sunday", time: "02:30" }, time_zone: "Europe/Berlin" } as const;
  expect(slot("2026-03-28T12:00:00Z", early)).toBe("2026-03-29T01:30:00.000Z");
  expect(slot("2026-10-24T12:00:00Z", early)).toBe("2026-10-25T00:30:00.000Z");
  expect(slot("2026-10-25T00:30:01Z", early)).toBe("2026-11-01T01:30:00.000Z");
});

test("a place that skipped a day has a slot in the week after", () => {
  const apia = { slot: { day: "friday", time: "10:00" }, time_zone: "Pacific/Apia" } as const;
  const found = new Date(slot("2011-12-29T12:00:00Z", apia));
  expect(found.getTime()).toBeGreaterThanOrEqual(Date.parse("2011-12-29T12:00:00Z"));
});

test("it is never before the moment, and never more than eight days after", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Chatham",
  ];
  const settings = record({
    slot: record({ day: constantFrom(...slotDays), time: tuple(nat(23), nat(59)).map(clock) }),
    time_zone: constantFrom(...zones),
  });
  const moment = date({ min: new Date("2024-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  assert(
    property(moment, settings, (from, given) => {
      const found = slotFrom(from, given);
      const waits = found.getTime() - from.getTime();
      expect(waits).toBeGreaterThanOrEqual(0);
      expect(waits).toBeLessThanOrEqual(8 * 24 * 3600 * 1000);
      expect(slotFrom(found, given)).toEqual(found);
    }),
  );
});

function clock([hours, minutes]: readonly [number, number]): string {
  return [hours, minutes].map((part) => String(part).padStart(2, "0")).join(":");
}
