import type { Statements } from "../statements/statements.ts";
import type { Actor, KnownRole } from "./actor.ts";
import type { External } from "./external-link.ts";
import type { Issue, Visibility } from "./issue.ts";
import type { Learning } from "./learning.ts";
import type { Link } from "./link.ts";
import type { Reference, RepositoryName } from "./reference.ts";
import type { Said } from "./said.ts";

/** What is true now, as the rules see it. Nothing here was written by us but what a person could have written too. */
export type Facts = PullRequestFacts | ProblemFacts;

export interface PullRequestFacts {
  readonly kind: "pull_request";
  readonly now: Date;
  readonly repository: Repository;
  readonly pullRequest: PullRequest;
  readonly links: readonly Link[];
  /** Of the problems that carry the label of an invalidated hypothesis; empty for most, and once it is merged. */
  readonly learnings: readonly Learning[];
  readonly external: External;
  /** A template's "Fixes #" that nobody filled in, as it stands in the text; null where there is none. */
  readonly unfilledLink: string | null;
  /** By commands in comments. */
  readonly said: Said;
  /** Read from a command, else from the body, else inherited from the problem and what was said on it, else from its parents. */
  readonly statements: ResolvedStatements;
}

/** An issue that is itself under review because it is a problem. */
export interface ProblemFacts {
  readonly kind: "problem";
  readonly now: Date;
  readonly repository: Repository;
  readonly issue: Issue;
  /** Nearest first, at most five, up to the first that not everybody can see. */
  readonly parents: readonly Issue[];
  /** The last time its author edited it; when it was opened otherwise. */
  readonly touchedAt: Date;
  /** By commands in comments: a hypothesis only. */
  readonly said: Said;
  /** Read from a command, else from the body, else from its author's comments. */
  readonly statements: ResolvedStatements;
}

export interface Repository extends RepositoryName {
  readonly visibility: Visibility;
  readonly defaultBranch: string;
  /** When this repository was first configured; null when that cannot be told. Adoption day is silent. */
  readonly configuredAt: Date | null;
}

export interface PullRequest {
  readonly reference: Reference;
  readonly title: string;
  readonly author: Actor | null;
  /** Read only where a decision depends on it. */
  readonly authorRole: KnownRole;
  /** Who last edited the body, with their role; null when nobody did. */
  readonly bodyEditor: { readonly actor: Actor | null; readonly role: KnownRole } | null;
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  readonly fork: boolean;
  readonly headSha: string;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly labels: readonly string[];
  readonly createdAt: Date;
  /** The last time the author edited the text or pushed; when it was opened otherwise. */
  readonly touchedAt: Date;
  /** When it last became ready for review; when it was opened otherwise. */
  readonly readyAt: Date;
  readonly mergedAt: Date | null;
  /** The last edit of the body, by whomever; null when nobody edited it. */
  readonly editedAt: Date | null;
  readonly size: { readonly lines: number; readonly files: number };
  /** Read only when a path exemption is configured; null otherwise. Complete or not at all. */
  readonly paths: readonly string[] | null;
  /**
   * The merge commit that the body says this pull request reverts, with whether it is one and this change its mirror
   * image. Null when none is named.
   */
  readonly reverts: { readonly sha: string; readonly verified: boolean } | null;
}

/** Each statement with where it comes from. */
export type ResolvedStatements = {
  readonly [Name in keyof Statements]: { readonly reading: Statements[Name]; readonly source: StatementSource };
};

export type StatementSource =
  | { readonly kind: "own" }
  /** What the author of a problem answered below it, instead of in its text. */
  | { readonly kind: "author-comment" }
  | { readonly kind: "problem"; readonly issue: Reference }
  /** The same below the linked issue, or below a parent of it. */
  | { readonly kind: "problem-comment"; readonly issue: Reference }
  | { readonly kind: "parent"; readonly issue: Reference };
