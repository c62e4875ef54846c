import { isHidden, isLessVisible } from "../core/facts/issue.ts";
import type { Visibility } from "../core/facts/issue.ts";
import { sameRepository } from "../core/facts/reference.ts";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ConfigurationFile, ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";

/** A file that took part in a configuration. */
export interface ConfigSource extends RepositoryName {
  readonly path: ConfigurationFile["path"];
  /** The last commit that changed it. */
  readonly commit: string | null;
  readonly visibility: Visibility | null;
  /** Whether everybody who sees the configured repository sees this file too. If not, nothing of it may be shown there. */
  readonly visible: boolean;
}

export function describeSource(
  file: ConfigurationFile,
  place: ConfigurationPlace,
  reading: ConfigurationReading,
): ConfigSource {
  return {
    owner: place.owner,
    name: place.name,
    path: file.path,
    commit: file.commit,
    visibility: place.visibility,
    visible: isVisible(place, reading),
  };
}

type Around = Pick<ConfigurationReading, "repository" | "organisation">;

/**
 * Whether everybody who sees the configured repository may see this place. What is not known is taken for the stricter: a
 * place for private, the repository for public. Of two private ones different people are members, and a base is named by
 * whoever writes here; only the organisation's own file was put where it is for all of its repositories.
 */
export function isVisible(place: ConfigurationPlace, { repository, organisation }: Around): boolean {
  if (sameRepository(place, repository)) return true;
  const target = { ...place, visibility: place.visibility ?? "private" } as const;
  const source = { ...repository, visibility: repository.visibility ?? "public" } as const;
  if (sameRepository(place, organisation)) return !isLessVisible(target.visibility, source.visibility);
  return !isHidden(target, source);
}
