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

/** Whether others see the repository than did at that version; null: nobody knows of one. */
export function isSeenByOthers(before: string | null, version: string): boolean {
  return before !== null && seenBy(before) !== seenBy(version);
}

function seenBy(version: string): string | undefined {
  return version.split(separator, 1)[0];
}
