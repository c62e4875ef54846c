import type { Facts } from "../facts/facts.ts";
import type { Reference, RepositoryName } from "../facts/reference.ts";
import type { Duration } from "../follow-up/duration.ts";
import type { AnsweredOutcome } from "../follow-up/follow-up.ts";
import type { Markdown } from "../markdown/markdown.ts";

/**
 * Who may give a command: anybody, people with at least this role, nobody; `opt_out`: as strictly as the text may opt
 * out.
 */
const permissions = ["anyone", "triage", "write", "maintain", "admin", "opt_out", "off"] as const;
export type Permission = (typeof permissions)[number];

export type AlsoMay = "author" | "servers" | null;

/** What a command says of its thread for as long as its comment stands. */
export type Statement = WorkStatement | FollowUpStatement;

/** What verdicts and reviews depend on. */
export type WorkStatement =
  | { readonly kind: "link"; readonly references: readonly Reference[] }
  | { readonly kind: "unlink"; readonly references: readonly Reference[] }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "unskip" }
  | { readonly kind: "hypothesis"; readonly text: string };

/** What the follow-up of merged work depends on, and nothing else does. */
export type FollowUpStatement =
  | {
      readonly kind: "outcome";
      readonly outcome: AnsweredOutcome;
      /** What was learned, or where it stands; empty where only the outcome was said. */
      readonly note: string;
    }
  | { readonly kind: "snooze"; readonly duration: Duration };

export function isFollowUp(statement: Statement): statement is FollowUpStatement {
  return statement.kind === "outcome" || statement.kind === "snooze";
}

export function isWork(statement: Statement): statement is WorkStatement {
  return !isFollowUp(statement);
}

/** What stands behind a command's name. */
export type CommandReading =
  /** Done once, when it is given. */
  | { readonly kind: "act"; readonly act: "check" | "help" }
  /** Read back at each look. */
  | { readonly kind: "statement"; readonly statement: Statement }
  /** Completes "Nothing was done yet: ...". */
  | { readonly kind: "wrong"; readonly why: Markdown };

/** Where references are read: `#12` is of this repository, and issue addresses stand at this GitHub. */
export interface CommandPlace {
  readonly repository: RepositoryName;
  /** `https://github.com`, without a slash at its end. */
  readonly webUrl: string;
}

/** One command that people write in a comment: `/outcome NAME ARGUMENT`. */
export interface Command<Name extends string = string> {
  readonly name: Name;
  /** As it is written, with what is to be replaced in capitals: `/outcome link REF`. */
  readonly usage: string;
  /** One sentence for the help and the reference. */
  readonly what: string;
  readonly on: readonly Facts["kind"][];
  readonly mayByDefault: Permission;
  /** What can be configured. */
  readonly permissions: readonly Permission[];
  /**
   * Who may as well, whatever their role: who opened the thread, on their own statement; or the authors of the merged pull
   * requests that are followed up there. `opt_out` decides it itself.
   */
  readonly alsoMay: AlsoMay;
  /** The argument is the rest of the first line, as a reader sees it. */
  readonly read: (argument: string, place: CommandPlace) => CommandReading;
}

export const usualPermissions: readonly Permission[] = ["anyone", "triage", "write", "maintain", "admin", "off"];

/** Of what lets a pull request pass: never laxer than `opt_out`. */
export const strictPermissions: readonly Permission[] = ["opt_out", "write", "maintain", "admin", "off"];

/** Keeps the name of a command as a literal type, for the configuration that is derived from it. */
export function defineCommand<const Name extends string>(command: Command<Name>): Command<Name> {
  return command;
}
