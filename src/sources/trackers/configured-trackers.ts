import { RE2JS } from "re2js";
import { findKnownTracker } from "./index.ts";
import type { KeySpot, Tracker } from "./tracker.ts";
import type { TrackerSettings } from "./tracker-settings.ts";

/** How much of a text is looked through for patterns of a configuration, in characters. */
const longestText = 16 * 1024;
/** Looked through at a time, and matches of one pattern: RE2 is linear in one search, not in all of them together. */
const [longestPiece, mostMatches] = [1000, 100];
const longestKey = 100;

export type ConfiguredTracker = Pick<Tracker, "name" | "keysIn" | "keyAt" | "url">;

export function configuredTrackers(settings: readonly TrackerSettings[]): readonly ConfiguredTracker[] {
  return settings.map(({ name, pattern, url }) => {
    const known = findKnownTracker(name);
    const own = pattern === undefined ? null : patternKeys(pattern);
    return {
      name: known?.name ?? name,
      url: url ?? known?.url ?? null,
      keysIn: own ?? known?.keysIn ?? (() => []),
      keyAt: known === null ? () => null : own === null ? known.keyAt : narrowed(known, own),
    };
  });
}

/** With a pattern of its own, addresses count for the keys that the pattern knows. */
function narrowed({ keyAt }: Tracker, keysIn: Tracker["keysIn"]): Tracker["keyAt"] {
  return (address) => {
    const key = keyAt(address);
    return key !== null && keysIn(key).some((spot) => spot.key === key) ? key : null;
  };
}

function patternKeys(pattern: string): Tracker["keysIn"] {
  const compiled = RE2JS.compile(pattern);
  return (text) => {
    const spots: KeySpot[] = [];
    let matches = 0;
    for (const { piece, offset } of piecesOf(text.slice(0, longestText))) {
      const matcher = compiled.matcher(piece);
      while (matches < mostMatches && matcher.find()) {
        matches += 1;
        const [start, end] = [matcher.start(), matcher.end()];
        const key = (matcher.groupCount() > 0 ? matcher.group(1) : null) ?? matcher.group() ?? "";
        if (key.length > longestKey || key.trim() === "" || isGlued(piece, start, end)) continue;
        spots.push({ start: offset + start, end: offset + end, key: key.trim() });
      }
    }
    return spots;
  };
}

function isGlued(text: string, start: number, end: number): boolean {
  const word = /^[\p{L}\p{N}_]{2}$/u;
  return word.test(text.slice(start - 1, start + 1)) || word.test(text.slice(end - 1, end + 1));
}

/** Cut at the ends of lines, where they are not too long. */
function piecesOf(text: string): readonly { readonly piece: string; readonly offset: number }[] {
  const pieces: { piece: string; offset: number }[] = [];
  for (let offset = 0; offset < text.length;) {
    const end = text.lastIndexOf("\n", offset + longestPiece);
    const length = end > offset && offset + longestPiece < text.length ? end - offset + 1 : longestPiece;
    pieces.push({ piece: text.slice(offset, offset + length), offset });
    offset += length;
  }
  return pieces;
}
