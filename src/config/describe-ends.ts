import { sameOwner } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import { formatRepositoryName } from "../core/facts/repository-name.ts";
import { join, md } from "../core/markdown/markdown.ts";
import type { Markdown } from "../core/markdown/markdown.ts";
import type { ConfigurationReading } from "../sources/ports.ts";
import { isVisible } from "./config-source.ts";
import type { Chain, ChainEnd } from "./follow-chain.ts";
import { findPlace, mostBases } from "./follow-chain.ts";
import type { Problem } from "./problem.ts";

/** What is wrong with the bases that chains end before: said where the base is named. */
export function describeEnds(chains: readonly Chain[], reading: ConfigurationReading): readonly Problem[] {
  return chains.flatMap(({ links, end }) => {
    if (end === null) return [];
    const way = [...links.map(({ place }) => place).toReversed(), end.base];
    const names = way.map((place) => nameOf(place, reading));
    const message = describeEnd(end, join(names, " → "), reading);
    return message === null ? [] : [{ at: end.at, message }];
  });
}

function describeEnd({ kind, base }: ChainEnd, way: Markdown, reading: ConfigurationReading): Markdown | null {
  const name = formatRepositoryName(base);
  switch (kind) {
    case "unreadable":
      return null;
    case "unasked":
      return sameOwner(base, reading.repository)
        ? null
        : md`${name} belongs to another owner, and is not among the bases that this server allows.`;
    case "hidden":
      return hiddenBase(name);
    case "without-file":
      return isSeen(base, reading)
        ? md`${name} has neither ${".github/outcome.yml"} nor ${".github/outcome.yaml"} on its default branch.`
        : hiddenBase(name);
    case "circle":
      return md`This goes round in a circle: ${way}.`;
    case "too-deep":
      return md`At most ${mostBases} bases are followed one after the other, and this is one more: ${way}.`;
  }
}

/** The same for what is not there and for what may not be seen: anything else would tell that it exists. */
function hiddenBase(name: string): Markdown {
  return md`${name} does not exist under this name, or has no configuration that can be read here.`;
}

function isSeen(base: RepositoryName, reading: ConfigurationReading): boolean {
  const found = findPlace(base, reading);
  return found !== undefined && isVisible(found, reading);
}

/** The way may lead through a repository that not everybody here may see: who named it told only its own readers. */
function nameOf(place: RepositoryName, reading: ConfigurationReading): Markdown {
  const found = findPlace(place, reading);
  return found === undefined || isVisible(found, reading)
    ? md`${formatRepositoryName(place)}`
    : md`a repository that cannot be named here`;
}
