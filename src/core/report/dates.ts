/** "6 December 2026", in the configured time zone. */
export function formatDay(date: Date, timeZone: string): string {
  return formatOf(timeZone).format(date);
}

/** To make one takes thirty times as long as to use it. The runtime knows some 600 zones, and takes their names in any case: so many are kept. */
const mostFormats = 1_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(timeZone, made);
  return made;
}
