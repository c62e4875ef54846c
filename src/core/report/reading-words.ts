import type { MetricReading } from "../follow-up/summary.ts";

/** Six digits are more than anybody compares. */
const digits = { maximumSignificantDigits: 6, signDisplay: "negative" } as const;
const plain = new Intl.NumberFormat("en-GB", digits);
const short = new Intl.NumberFormat("en-GB", { ...digits, notation: "scientific" });

/** "41 %": a number as it was read, with its unit; "1E300" where nobody would count the zeros. */
export function describeValue({ value, unit }: Pick<MetricReading, "value" | "unit">): string {
  const size = Math.abs(value);
  const number = size !== 0 && (size < 1e-6 || size >= 1e15) ? short.format(value) : plain.format(value);
  return unit === null ? number : `${number} ${unit}`;
}
