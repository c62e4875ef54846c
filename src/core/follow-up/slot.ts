import { Temporal } from "temporal-polyfill";
import type { FollowUpSettings, Slot } from "./follow-up-settings.ts";
import { slotDays } from "./follow-up-settings.ts";

/**
 * The first slot at or after a moment. A local time that daylight saving skips is the first moment after the gap; one that comes
 * twice is the earlier: Temporal's "compatible", which is RFC 5545's answer too.
 */
export function slotFrom(from: Date, { slot, time_zone: zone }: Pick<FollowUpSettings, "slot" | "time_zone">): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const days = (weekdayOf(slot) - local.dayOfWeek + 7) % 7;
  const first = at(local.add({ days }), slot, zone);
  // Today's may be over.
  return first >= from ? first : at(local.add({ days: days + 7 }), slot, zone);
}

function at(date: Temporal.PlainDate, { time }: Slot, zone: string): Date {
  const zoned = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

/** ISO's: Monday is 1. */
function weekdayOf({ day }: Slot): number {
  return slotDays.indexOf(day) + 1;
}
