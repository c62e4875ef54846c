import { sameRepository } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import { parseRepositoryName } from "../core/facts/repository-name.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import type { Position } from "./config-tree.ts";
import { readPlace } from "./read-place.ts";
import type { ReadFile } from "./read-place.ts";
import { topLevel } from "./tolerant.ts";

/** How many bases are followed from one file, one after the other. */
export const mostBases = 3;

/** A file with what it builds on. */
export interface Chain {
  /** The files of each place, as they are merged: the furthest base first, the file's own place last. */
  readonly links: readonly ChainLink[];
  /** Why the furthest base is the last one though it names another; null where it names none. */
  readonly end: ChainEnd | null;
}

export interface ChainLink {
  readonly place: ConfigurationPlace;
  readonly files: readonly ReadFile[];
}

export interface ChainEnd {
  readonly kind: EndKind;
  /** The base that is not followed, and where it is written. */
  readonly base: RepositoryName;
  readonly at: Position;
}

/**
 * `unasked`: the reading does not have it. `unreadable`: GitHub did not answer for it. `hidden`: GitHub shows nothing of
 * it, or too little to tell. `without-file`: it is there, and has no configuration.
 */
type EndKind = "unasked" | "unreadable" | "hidden" | "without-file" | "circle" | "too-deep";

/** Follows `extends` from one place, as far as the reading goes. Reads every file once, however many chains hold it. */
export function followChain(start: ConfigurationPlace, reading: ConfigurationReading, read: ReadFiles): Chain {
  const links: ChainLink[] = [{ place: start, files: read(start) }];
  for (;;) {
    const [last] = links;
    const named = last === undefined ? null : findExtends(last.files);
    if (named === null) return { links, end: null };
    const place = findPlace(named.base, reading);
    const kind = findEnd(named.base, place, links);
    if (kind !== null || place === undefined) return { links, end: { ...named, kind: kind ?? "unasked" } };
    links.unshift({ place, files: read(place) });
  }
}

export type ReadFiles = (place: ConfigurationPlace) => readonly ReadFile[];

/** Reads each place once, so that what stands in it has one source, whichever chain leads there. */
export function fileReader(reading: ConfigurationReading): ReadFiles {
  const known = new Map<ConfigurationPlace, readonly ReadFile[]>();
  return (place) => {
    const files = known.get(place) ?? readPlace(place, reading);
    known.set(place, files);
    return files;
  };
}

function findEnd(
  base: RepositoryName,
  place: ConfigurationPlace | undefined,
  links: readonly ChainLink[],
): EndKind | null {
  if (links.some((link) => sameRepository(link.place, base))) return "circle";
  if (links.length > mostBases) return "too-deep";
  if (place === undefined) return "unasked";
  if (!place.readable) return "unreadable";
  if (place.files.length > 0) return null;
  return place.visibility === null ? "hidden" : "without-file";
}

/** The repository and its organisation's were read before any base was. */
export function findPlace(base: RepositoryName, reading: ConfigurationReading): ConfigurationPlace | undefined {
  const known = [reading.repository, reading.organisation, ...(reading.bases ?? [])];
  return known.find((place) => sameRepository(place, base));
}

/** What is no name of a repository is told by the schema, and leads nowhere. */
export function findExtends(
  files: readonly ReadFile[],
): { readonly base: RepositoryName; readonly at: Position } | null {
  for (const file of files) {
    const node = topLevel(file, "extends");
    const base = typeof node?.value === "string" ? parseRepositoryName(node.value) : null;
    if (node !== undefined && base !== null) return { base, at: node.at };
  }
  return null;
}
