import type { LoadedConfig } from "../config/load.ts";

/** What GitHub did not answer is neither there nor absent: nothing is written, and the job is tried again. */
export function assertReadable(
  loaded: LoadedConfig,
): asserts loaded is Exclude<LoadedConfig, { readonly kind: "unreadable" }> {
  if (loaded.kind !== "unreadable") return;
  throw new Error(`GitHub did not answer for the configuration of ${loaded.place.owner}/${loaded.place.name}`);
}
