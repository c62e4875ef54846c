import { matchAddress, matchKeys, type Tracker } from "./tracker.ts";

/** As Shortcut asks people to write it; `ch12` is from when it was called Clubhouse, and counts in brackets only. */
const pattern =
  /(?<![\p{L}\p{N}_.#-])(?:sc-([1-9]\d{0,6})|(?<=\[)ch([1-9]\d{0,6})(?=\]))(?![\p{L}\p{N}_]|[.:]\d|-(?<!\/[\w-]{1,30}))/giu;
const address = /^https?:\/\/app\.(?:shortcut\.com|clubhouse\.io)\/[\w-]{1,100}\/story\/([1-9]\d{0,6})(?![\w-])/i;

export const shortcut = {
  name: "shortcut",
  description: "`sc-12`, `[ch12]` and addresses such as `https://app.shortcut.com/acme/story/12/slow-search`",
  keysIn: (text) =>
    matchKeys(text, pattern).map(({ start, end }) => ({
      start,
      end,
      key: `sc-${text.slice(start, end).replace(/\D/g, "")}`,
    })),
  keyAt(text) {
    const number = matchAddress(text, address);
    return number === null ? null : `sc-${number}`;
  },
  url: null,
} as const satisfies Tracker<"shortcut">;
