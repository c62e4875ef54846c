import type { MetricReading } from "../follow-up/summary.ts";

/** Six digits are more than anybody compares. */
const digits = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 6 });

/** "41 %": a number as it was read, with its unit. */
export function describeValue({ value, unit }: Pick<MetricReading, "value" | "unit">): string {
  return unit === null ? digits.format(value) : `${digits.format(value)} ${unit}`;
}
