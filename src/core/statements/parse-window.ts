import type { Durations } from "./languages/durations.ts";
import { languages } from "./languages/index.ts";
import type { Window } from "./statements.ts";

/** A look after more than a year is taken at a year, in days. */
const longest = 366;

/** A length of time in a text, in days: "two weeks", "14 Tage", "a quarter", "P2W". Null when none is told. */
export function parseWindow(text: string): Window | null {
  const match = pattern.exec(text.slice(0, 500));
  if (match === null) return null;
  const days = match.groups?.["iso"] === undefined ? wordDays(match.slice(2)) : isoDays(match[0]);
  return days >= 1 ? { days: Math.min(longest, days), text: match[0] } : null;
}

const spoken: readonly Durations[] = languages.map(({ durations }) => durations);

function oneOf(words: Readonly<Record<string, number>>): string {
  return Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join("|");
}

/** An ISO 8601 duration of whole days, weeks, months and years; or an amount and a unit of one language. */
const pattern = new RegExp(
  [
    "\\b(?<iso>P(?=\\d)(?:\\d{1,3}Y)?(?:\\d{1,3}M)?(?:\\d{1,3}W)?(?:\\d{1,4}D)?)\\b",
    ...spoken.map(
      ({ numbers, units }) =>
        `(?<![\\p{L}\\p{N}_.,])(\\d{1,4}|${oneOf(numbers)})[ -]?(${oneOf(units)})(?![\\p{L}\\p{N}_])`,
    ),
  ].join("|"),
  "iu",
);

/** From an amount and a unit for each language, of which one pair is there. */
function wordDays(words: readonly (string | undefined)[]): number {
  const index = words.findIndex((word) => word !== undefined);
  const [amount = "", unit = ""] = words.slice(index).map((word) => word?.toLowerCase());
  const { numbers, units } = spoken[index / 2] ?? { numbers: {}, units: {} };
  const days = (numbers[amount] ?? Number(amount)) * (units[unit] ?? 0);
  // Part of a day counts as one; 15 working days are 21 days, whatever is lost in the 17th digit.
  return Math.ceil(days - 1e-9);
}

function isoDays(text: string): number {
  const days: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1 };
  const parts = text.toUpperCase().matchAll(/(\d+)([YMWD])/gu);
  return Array.from(parts, ([, count = "0", unit = ""]) => Number(count) * (days[unit] ?? 0)).reduce(
    (a, b) => a + b,
    0,
  );
}
