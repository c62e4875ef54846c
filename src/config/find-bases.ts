import { sameOwner, sameRepository } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import { chainsOf, placesOf } from "./chains.ts";
import { fileReader } from "./follow-chain.ts";
import type { Chain } from "./follow-chain.ts";
import { optsOut } from "./tolerant.ts";

/** Which bases must be read next for a configuration to be complete: at most one for each of its two chains. */
export type FindBases = (reading: ConfigurationReading) => readonly RepositoryName[];

/**
 * Bases of the configured repository's own owner, and those that this server allows. A base of another owner does not
 * bring that owner's others with it.
 */
export function findBases(allowed: readonly RepositoryName[]): FindBases {
  return (reading) => {
    const isAllowed = (base: RepositoryName): boolean =>
      sameOwner(base, reading.repository) || allowed.some((one) => sameRepository(one, base));
    return findUnasked(reading).filter(isAllowed);
  };
}

function findUnasked(reading: ConfigurationReading): readonly RepositoryName[] {
  const unasked = followAll(reading).flatMap(({ end }) => (end?.kind === "unasked" ? [end.base] : []));
  return unasked.filter((base, index) => unasked.findIndex((one) => sameRepository(one, base)) === index);
}

/** Every base that a configuration names, one after the other, also those that cannot be used now. */
export function namedBases(reading: ConfigurationReading): readonly RepositoryName[] {
  return followAll(reading).flatMap(({ links, end }) => {
    const followed = links.slice(0, -1).map(({ place: { owner, name } }) => ({ owner, name }));
    return end === null ? followed : [...followed, end.base];
  });
}

function followAll(reading: ConfigurationReading): readonly Chain[] {
  const places = placesOf(reading);
  if (![...places, ...(reading.bases ?? [])].some(mayExtend)) return [];
  return optsOut(places.flatMap(fileReader(reading))) ? [] : chainsOf(reading);
}

/** Where no file names a base, which is nearly everywhere, nothing need be parsed to know it. A key may be written in escapes. */
function mayExtend({ files }: ConfigurationPlace): boolean {
  return files.some(({ text }) => /extends|\\/.test(text ?? ""));
}
