import { isLessVisible } from "../core/facts/issue.ts";
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
    visible: isVisible(place, reading.repository),
  };
}

/** What is not known is taken for the stricter: a place for private, the repository for public. */
export function isVisible(place: ConfigurationPlace, repository: ConfigurationPlace): boolean {
  if (sameRepository(place, repository)) return true;
  return !isLessVisible(place.visibility ?? "private", repository.visibility ?? "public");
}
