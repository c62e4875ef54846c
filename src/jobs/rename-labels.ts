import type { LoadedConfig } from "../config/load.ts";
import { findRenamed } from "../core/follow-up/labels.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { Connection } from "./tools.ts";

/**
 * A label that the configuration gives another name is renamed, as people do it on GitHub: else what was answered long ago
 * would keep the old one, by which nobody finds it after a loss of the store.
 */
export async function renameLabels(
  { repository }: Pick<JobOfKind["recheck-repository"], "repository">,
  loaded: LoadedConfig,
  { reader, writer }: Pick<Connection, "reader" | "writer">,
): Promise<void> {
  if (loaded.kind !== "ok") return;
  const renamed = findRenamed(loaded.config.labels, await reader.listLabels(repository));
  // Labels are on no thread of their own.
  const nowhere = { owner: repository.owner, name: repository.name, number: 0 };
  await writer.apply(
    nowhere,
    renamed.map((one) => ({ kind: "rename-label", ...one })),
  );
}
