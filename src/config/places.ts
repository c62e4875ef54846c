import { sameRepository } from "../core/facts/reference.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";

/** Where a configuration begins, the strongest last. Where the repository is the organisation's `.github`, it counts once. */
export function placesOf({ repository, organisation }: ConfigurationReading): readonly ConfigurationPlace[] {
  return sameRepository(repository, organisation) ? [repository] : [organisation, repository];
}
