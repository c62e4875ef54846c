import type { LoadedConfig } from "../config/load.ts";
import { strengthOf } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { Asks } from "../queue/known-policies.ts";
import type { ConfigurationPlace, ConfigurationReading } from "../sources/ports.ts";
import type { JobTools } from "./tools.ts";

type RepositoryJob = Pick<JobOfKind["recheck-repository"], "installation" | "repository">;

/** Null where GitHub did not answer for the configuration. */
export function asksOf(loaded: LoadedConfig): Asks | null {
  switch (loaded.kind) {
    case "ok":
      return strengthOf(loaded.config);
    case "invalid":
      return loaded.requires ? "requires" : "advises";
    case "absent":
      return "nothing";
    case "unreadable":
      return null;
  }
}

/** So that the sweep knows where to look, and what to say while not even the configuration can be read. */
export async function notePolicy(
  policies: Pick<JobTools["policies"], "note">,
  { installation, repository: { id, owner, name } }: RepositoryJob,
  loaded: LoadedConfig,
): Promise<void> {
  const asks = asksOf(loaded);
  if (asks !== null) await policies.note({ installation, repositoryId: id, owner, name }, asks);
}

/** Another one tells that some file of the configuration has changed, or who sees the repository. */
export function versionOf({ repository, organisation, bases = [] }: ConfigurationReading): string {
  const places: readonly ConfigurationPlace[] = [repository, organisation, ...bases];
  const files = places.map((one) => `${one.owner}/${one.name} ${one.files.map(({ oid }) => oid).join(" ")}`);
  return [repository.visibility ?? "unknown", ...files].join(separator);
}

const separator = "; ";

/** Whether others see the repository than merged work was looked at for; null: nobody knows of a version. */
export function isSeenByOthers(noted: string | null, version: string): boolean {
  return noted !== null && lookedAtFor(noted) !== seenBy(version);
}

/** To be noted where open pull requests were looked at for the version, and merged work could not be. */
export function withoutMerged(noted: string, version: string): string {
  return version + mergedFor + lookedAtFor(noted);
}

/** Whether there is anything to look at for that version: merged work only while the configuration can be used. */
export function isNewVersion(noted: string, version: string, loaded: LoadedConfig): boolean {
  const [looked, merged] = noted.split(mergedFor);
  return looked !== version || (merged !== undefined && loaded.kind === "ok");
}

const mergedFor = "; merged for ";

function lookedAtFor(noted: string): string {
  const [looked = noted, merged] = noted.split(mergedFor);
  return merged ?? seenBy(looked);
}

function seenBy(version: string): string {
  return version.split(separator, 1)[0] ?? version;
}
