import type { Window } from "./statements.ts";

/** A look after more than a year is taken at a year, in days. */
const longest = 366;

/** A length of time in a text, in days: "two weeks", "14 days", "a quarter", "P2W". Null when none is told. */
export function parseWindow(text: string): Window | null {
  const match = pattern.exec(text.slice(0, 500));
  if (match === null) return null;
  const days = match[1] === undefined ? isoDays(match[0]) : wordDays(match[1], match[2] ?? "");
  return days >= 1 ? { days: Math.min(longest, days), text: match[0] } : null;
}

const units: Readonly<Record<string, number>> = {
  d: 1,
  day: 1,
  week: 7,
  w: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
};

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  "a couple of": 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const amount = `\\d{1,4}|${Object.keys(numbers)
  .toSorted((a, b) => b.length - a.length)
  .join("|")}`;
/** An ISO 8601 duration of whole days, weeks, months and years; or an amount and a unit. */
const pattern = new RegExp(
  `\\bP(?=\\d)(?:\\d{1,3}Y)?(?:\\d{1,3}M)?(?:\\d{1,3}W)?(?:\\d{1,4}D)?\\b` +
    `|(?<![\\w.,])(${amount})[ -]?((?:working |business |calendar )?(?:days?|d|weeks?|w|fortnights?|months?|quarters?|years?))\\b`,
  "iu",
);

function wordDays(count: string, unit: string): number {
  const words = unit.toLowerCase().split(" ");
  const length = units[(words.at(-1) ?? "").replace(/(?<=..)s$/u, "")] ?? 0;
  const days = (numbers[count.toLowerCase()] ?? Number(count)) * length;
  return words[0] === "working" || words[0] === "business" ? Math.ceil((days * 7) / 5) : days;
}

function isoDays(text: string): number {
  const days: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1 };
  const parts = text.toUpperCase().matchAll(/(\d+)([YMWD])/gu);
  return Array.from(parts, ([, count = "0", unit = ""]) => Number(count) * (days[unit] ?? 0)).reduce(
    (a, b) => a + b,
    0,
  );
}
