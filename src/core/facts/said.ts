import type { Actor, KnownRole } from "./actor.ts";
import type { Reference } from "./reference.ts";

/**
 * What people said of a pull request or problem by commands in comments. The record is the comment itself, read back
 * with its author's role as it is now: a comment that was deleted or edited says nothing.
 */
export interface Said {
  /** Problems that somebody linked, oldest first. */
  readonly links: readonly SaidLink[];
  /** Issues whose links do not count, wherever they were found. */
  readonly unlinked: readonly Reference[];
  readonly optOut: SaidOptOut | null;
  readonly hypothesis: SaidHypothesis | null;
  /** Whether a command may count or not, because GitHub did not tell the role of who gave it. */
  readonly undetermined: boolean;
}

export interface SaidLink {
  readonly reference: Reference;
  readonly by: Actor;
}

export interface SaidOptOut {
  readonly reason: string;
  readonly by: Actor;
  /** Unread where its giver may by having opened the thread. */
  readonly role: KnownRole;
}

export interface SaidHypothesis {
  /** One line, as a reader sees it. */
  readonly text: string;
  readonly by: Actor;
}

export const nothingSaid: Said = { links: [], unlinked: [], optOut: null, hypothesis: null, undetermined: false };
