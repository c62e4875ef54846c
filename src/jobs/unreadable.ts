import type { LoadedConfig } from "../config/load.ts";
import type { RepositoryName } from "../core/facts/reference.ts";

/** What GitHub did not answer is neither there nor absent: nothing is written, and the job is tried again. */
export function assertReadable(
  loaded: LoadedConfig,
): asserts loaded is Exclude<LoadedConfig, { readonly kind: "unreadable" }> {
  if (loaded.kind === "unreadable") throw unreadable(loaded.place);
}

/** Told apart so that nobody takes it for an error of ours. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/** The same where GitHub did not answer for what a job needs: that error is made here. */
export function blameUnanswered<Blamed>(blame: (error: unknown) => Blamed): (error: unknown) => Blamed | "github" {
  return (error) => (error instanceof Unanswered ? "github" : blame(error));
}

export function unreadable({ owner, name }: RepositoryName): Unanswered {
  return new Unanswered(`GitHub did not answer for the configuration of ${owner}/${name}`);
}
