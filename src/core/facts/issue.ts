import type { Statements } from "../statements/statements.ts";
import type { Actor } from "./actor.ts";
import type { Reference, RepositoryName } from "./reference.ts";
import { sameRepository } from "./reference.ts";
import type { Weight } from "./weight.ts";

export type Visibility = "public" | "internal" | "private";

const openness: Readonly<Record<Visibility, number>> = { private: 0, internal: 1, public: 2 };

/** Whether fewer people can see `target` than can see `source`: then nothing of it may be shown at `source`. */
export function isLessVisible(target: Visibility, source: Visibility): boolean {
  return openness[target] < openness[source];
}

export interface Place extends RepositoryName {
  readonly visibility: Visibility;
}

/**
 * Whether somebody who sees `source` may not see `target`. Two private repositories have members of their own, so
 * another private one is always hidden; two internal ones are seen by the same people.
 */
export function isHidden(target: Place, source: Place): boolean {
  if (sameRepository(target, source)) return false;
  return target.visibility === "private" || isLessVisible(target.visibility, source.visibility);
}

/** An issue as the rules see it: its state and what its text says. */
export interface Issue {
  /** Where it stands now, which may differ from what was written when it was transferred. */
  readonly reference: Reference;
  readonly title: string;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly labels: readonly string[];
  /** The organisation's issue type ("Bug"), where there is one. */
  readonly type: string | null;
  readonly author: Actor | null;
  readonly createdAt: Date;
  /** Its text is built like our issue form for user problems. */
  readonly fromOurForm: boolean;
  readonly weight: Weight;
  readonly statements: Statements;
  /** What its author said below it, oldest first; left out where nobody listened. */
  readonly answers?: readonly Statements[];
}
