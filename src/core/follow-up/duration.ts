import { z } from "zod";

/** A length of time as people write it: "14 days". Months count 30 days: nothing here depends on a calendar month. */
export interface Duration {
  readonly milliseconds: number;
  /** As it was written. */
  readonly text: string;
}

const second = 1000;
const units: Readonly<Record<string, number>> = {
  second,
  minute: 60 * second,
  hour: 3600 * second,
  day: 86_400 * second,
  week: 7 * 86_400 * second,
  month: 30 * 86_400 * second,
};

/** At most six digits, so that the product stays an exact number. */
const pattern = /^(\d{1,6}) ?(second|minute|hour|day|week|month)s?$/i;

export function parseDuration(text: string): Duration | null {
  const [, amount, unit] = pattern.exec(text.trim()) ?? [];
  const length = units[unit?.toLowerCase() ?? ""];
  if (amount === undefined || length === undefined) return null;
  return { milliseconds: Number(amount) * length, text: text.trim() };
}

/** Whole days, the last one counted when it has only begun. */
export function daysOf(duration: Duration): number {
  return Math.ceil(duration.milliseconds / (86_400 * second));
}

/** A duration between `least` and `most`, both included: `durationSchema("1 day", "12 months")`. */
export function durationSchema(least: string, most: string) {
  const [shortest, longest] = [parseDuration(least), parseDuration(most)];
  const message = `must be a duration from \`${least}\` to \`${most}\`, written like these two`;
  return z
    .string()
    .regex(pattern, { error: message })
    .meta({ title: "duration" })
    .transform((text, context): Duration => {
      const duration = parseDuration(text);
      const length = duration?.milliseconds ?? Number.NaN;
      if (duration !== null && length >= (shortest?.milliseconds ?? 0) && length <= (longest?.milliseconds ?? 0)) {
        return duration;
      }
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}
