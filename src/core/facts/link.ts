import type { Issue } from "./issue.ts";
import type { Reference } from "./reference.ts";

/** A reference as one link source found it in one place. */
export interface FoundLink {
  readonly reference: Reference;
  readonly origin: LinkOrigin;
}

export type LinkOrigin =
  /** `/outcome link` in a comment. GitHub itself knows nothing of it. */
  | { readonly kind: "command"; readonly by: string }
  /** GitHub's own development links: closing keywords and the sidebar. */
  | { readonly kind: "development" }
  /** A phrase in the text: `Part of #12`. `closing` when GitHub itself would close the issue. */
  | { readonly kind: "keyword"; readonly quote: string; readonly closing: boolean }
  /** A reference under a heading or in a field that asks for the problem. */
  | { readonly kind: "heading"; readonly heading: string; readonly quote: string };

/**
 * What stands at the other end of a link. Missing, gone, moved, less visible, unreadable and unreachable are
 * different answers: unknown is neither "no" nor "yes".
 */
export type LinkTarget =
  | {
      readonly kind: "found";
      readonly issue: Issue;
      /** Nearest first, at most five. */
      readonly parents: readonly Issue[];
      /** Whether the reference named another place, from which the issue was transferred. */
      readonly moved: boolean;
      /** Whether a problem that counts stands above those parents, where not everybody can see it: nothing else is told. */
      readonly countsAbove: boolean;
    }
  | { readonly kind: "pull-request" }
  /** The repository can be read and has no such number. */
  | { readonly kind: "missing" }
  /** Deleted. */
  | { readonly kind: "gone" }
  /** Transferred to a place that cannot be read here. */
  | { readonly kind: "moved-away" }
  /** Not everybody who sees this pull request may see it, or may learn that nothing is there: nothing of it is shown. */
  | {
      readonly kind: "less-visible";
      /** Whether a problem that counts stands there. Told only of repositories that the configuration lists. */
      readonly counts: boolean;
    }
  /** No access, or no such repository: GitHub gives the same answer to both. */
  | { readonly kind: "unreadable" }
  /** GitHub did not answer; asked again later. */
  | { readonly kind: "unreachable" }
  /** Beyond the number of references that are looked up for one pull request. */
  | { readonly kind: "not-looked-up" };

/** Whether it cannot be told what stands there: neither that it is a problem, nor that it is none. */
export function isUnknown(target: LinkTarget): boolean {
  switch (target.kind) {
    case "less-visible":
    case "unreadable":
    case "moved-away":
    case "unreachable":
    case "not-looked-up":
      return true;
    case "found":
      return target.countsAbove;
    case "pull-request":
    case "missing":
    case "gone":
      return false;
  }
}

/** Whether something may stand there that cannot be read here, however often it is asked. */
export function isUnreadable(target: LinkTarget): boolean {
  switch (target.kind) {
    case "less-visible":
    case "unreadable":
    case "moved-away":
      return true;
    case "found":
      return target.countsAbove;
    case "pull-request":
    case "missing":
    case "gone":
    case "unreachable":
    case "not-looked-up":
      return false;
  }
}

/** Whether a problem stands there that counts, but of which nothing else may be told. */
export function leadsToUnseen({ target }: Link): boolean {
  return target.kind === "found" ? target.countsAbove : target.kind === "less-visible" && target.counts;
}

export interface Link {
  /** As it was written. */
  readonly reference: Reference;
  /** Every place that names it, strongest first. */
  readonly origins: readonly LinkOrigin[];
  readonly target: LinkTarget;
}
