import { z } from "zod";

/** The name of a time zone as IANA's database and the runtime know it: "Europe/Berlin", "UTC". */
export const timeZoneSchema = z.string().superRefine((name, context) => {
  if (isTimeZone(name)) return;
  context.addIssue({
    code: "custom",
    message: "must be the name of a time zone such as `Europe/Berlin`, `America/New_York` or `UTC`",
    params: { known: Intl.supportedValuesOf("timeZone") },
  });
});

function isTimeZone(name: string): boolean {
  // An offset such as "+02:00" is known to the runtime too, and is wrong for half of the year in most places.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // The runtime has no question "is this a zone?": its constructor refuses an unknown one.
    return false;
  }
}
