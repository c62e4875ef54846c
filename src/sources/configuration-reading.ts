import type { Visibility } from "../core/facts/issue.ts";

/** The configuration files of a repository, of its owner's `.github` repository, and of what they build on, at their default branches. */
export interface ConfigurationReading {
  readonly repository: ConfigurationPlace;
  readonly organisation: ConfigurationPlace;
  /** Those that `extends` names and that were read; none where left out. One of which GitHub shows nothing has no visibility. */
  readonly bases?: readonly ConfigurationPlace[];
}

export interface ConfigurationPlace {
  readonly owner: string;
  readonly name: string;
  readonly visibility: Visibility | null;
  /** Both endings are asked for: both present is an error. */
  readonly files: readonly ConfigurationFile[];
  /** False when GitHub did not answer for this place: neither present nor absent. */
  readonly readable: boolean;
}

export type ConfigurationPath = ".github/outcome.yml" | ".github/outcome.yaml";

export interface ConfigurationFile {
  readonly path: ConfigurationPath;
  /** Git's name of this content; left out for a file that is not GitHub's. */
  readonly oid?: string;
  /** Null when it is larger than what GitHub hands out as text, or not text. */
  readonly text: string | null;
  readonly bytes: number;
  /** The last commit that changed it. */
  readonly commit: string | null;
  /** When it came to the default branch, as near as GitHub tells; null when unknown. */
  readonly landedAt: Date | null;
}

/** A configuration as it would be with a pull request's own files: to be told of, and never to judge by. */
export interface ConfigurationChange {
  readonly proposed: ConfigurationReading;
  /** Whether the pull request changes anything else; also where GitHub does not list all of its files. */
  readonly changesMore: boolean;
}
