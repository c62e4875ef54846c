import { z } from "zod";
import { durationSchema } from "./duration.ts";
import { timeZoneSchema } from "./time-zone.ts";

/** In the order of a week that begins on Monday. */
export const slotDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const slotSchema = z.strictObject({
  day: z.enum(slotDays).default("tuesday").meta({ description: "The day of the week." }),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "must be a time of day such as `10:00` or `16:30`" })
    .default("10:00")
    .meta({ description: "The time of day, from `00:00` to `23:59`." }),
});

/** When somebody is asked what became of merged work. */
export const followUpSettingsSchema = z.strictObject({
  window: durationSchema("1 day", "24 months")
    .prefault("14 days")
    .meta({
      description:
        "How long after the start the effect is looked at, where the hypothesis itself names no window. " +
        "`14 days`, `6 weeks`, `3 months` (of 30 days).",
    }),
  grace: durationSchema("1 day", "12 months")
    .prefault("14 days")
    .meta({
      description:
        "How long an answer is waited for after the question, before the outcome becomes `unmeasured`. With the default " +
        "there is a week for the question and a week for the one reminder. An answer still counts afterwards.",
    }),
  slot: slotSchema.prefault({}).meta({
    description:
      "The one moment in the week at which questions are asked. One that passed while the app was down is asked when it is " +
      "back, up to 90 days later.",
  }),
  time_zone: timeZoneSchema.default("UTC").meta({
    description: "The time zone of the slot and of the dates that are shown, by its IANA name.",
    samples: ["Europe/Berlin"],
  }),
  start: z.enum(["merge", "release"]).default("merge").meta({
    description: "Whether the window starts at the merge, or at the first release that holds the merge.",
  }),
});

export type FollowUpSettings = z.output<typeof followUpSettingsSchema>;
export type Slot = z.output<typeof slotSchema>;
