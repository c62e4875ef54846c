import { sameOwner, sameRepository } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import { fileReader, followChain } from "./follow-chain.ts";
import type { Chain, ChainEnd } from "./follow-chain.ts";
import type { ReadFile } from "./read-place.ts";

/** Where a configuration begins, the strongest last. Where the repository is the organisation's `.github`, it counts once. */
export function placesOf({ repository, organisation }: ConfigurationReading): readonly ConfigurationPlace[] {
  return sameRepository(repository, organisation) ? [repository] : [organisation, repository];
}

/** The organisation's file and the repository's own, each with what it builds on. */
export function chainsOf(reading: ConfigurationReading): readonly Chain[] {
  const read = fileReader(reading);
  return placesOf(reading).map((place) => followChain(place, reading, read));
}

/** A place for which GitHub did not answer. */
export function findUnreadable(chains: readonly Chain[], { repository }: ConfigurationReading): RepositoryName | null {
  const unasked = ({ kind, base }: ChainEnd): boolean => kind === "unasked" && sameOwner(base, repository);
  const places = chains.flatMap(({ links }) => links.flatMap(({ place }) => (place.readable ? [] : [place])));
  const bases = chains.flatMap(({ end }) =>
    end !== null && (end.kind === "unreadable" || unasked(end)) ? [end.base] : [],
  );
  return [...places, ...bases][0] ?? null;
}

/** A place in both chains counts once, where it stands last: what it says there is said over everything before. */
export function filesOf(chains: readonly Chain[]): readonly ReadFile[] {
  const links = chains.flatMap((chain) => chain.links);
  return links
    .filter((link, index) => links.findLastIndex(({ place }) => place === link.place) === index)
    .flatMap(({ files }) => files);
}
