import type { Actor } from "../core/facts/actor.ts";
import type { Place } from "../core/facts/issue.ts";
import type { Reference } from "../core/facts/reference.ts";
import type { CommandComment } from "./thread-reading.ts";

/** What stands on an issue about what became of earlier work on it. */
export type LearningReading =
  | {
      readonly kind: "read";
      readonly asked: Reference;
      /** Where the issue stands by now. */
      readonly repository: Place & { readonly id: number };
      /** People's, unedited and not hidden, that may hold a command; the newest first. */
      readonly comments: readonly CommandComment[];
      /** Merged pull requests that name the issue, the latest first. */
      readonly merged: readonly MergedReading[];
    }
  /** Deleted or moved in the meantime. */
  | { readonly kind: "gone" | "unreachable"; readonly asked: Reference };

export interface MergedReading {
  readonly reference: Reference;
  readonly repository: Place;
  readonly author: Actor | null;
}
