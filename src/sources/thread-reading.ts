import type { Actor } from "../core/facts/actor.ts";

/** What stands on a pull request's or issue's conversation, as far as it is ours or tells what people did to ours. */
export interface ThreadReading {
  /** Whether only people with write access may comment there. GitHub counts no app among them. */
  readonly locked: boolean;
  readonly labels: readonly string[];
  /** Our comments with a marker of ours, oldest first. */
  readonly ownComments: readonly CommentReading[];
  /** Comments that may hold a command, oldest first, at most 100: the known ones, or all people's where nothing was known. */
  readonly commandComments: readonly CommandComment[];
  /** Names of labels that somebody other than this app took off, and that nobody put on again. */
  readonly labelsRemovedByOthers: readonly string[];
  /** The last hundred times that a label was put on or taken off, oldest first. */
  readonly labelEvents: readonly LabelEventReading[];
  /** When somebody other than this app deleted a comment of this app, oldest first. */
  readonly ownCommentDeletions: readonly Date[];
  /** Our questions and reminders about merged work, oldest first; none where all comments were not read. */
  readonly followUpComments: readonly FollowUpCommentReading[];
}

export interface LabelEventReading {
  readonly kind: "labelled" | "unlabelled";
  readonly name: string;
  readonly at: Date;
  /** Null for a deleted account. */
  readonly by: Actor | null;
  /** Whether this app did it. */
  readonly ours: boolean;
}

/** A comment by which somebody may have commanded: whether it counts is decided by what it says and who wrote it. */
export interface CommandComment {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly createdAt: Date;
  /** By whomever: people with write access may edit what others wrote. */
  readonly edited: boolean;
  /** Hidden by somebody, for whatever reason. */
  readonly hidden: boolean;
  /** Whether GitHub names its author among the repository's people. No permission: it leaves out who is a member in private. */
  readonly belongs: boolean;
}

export interface CommentReading {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  readonly minimised: boolean;
  /** GitHub's reason in lower case ("resolved", "off-topic"); null while shown. */
  readonly minimisedReason: string | null;
}

export interface FollowUpCommentReading extends CommentReading {
  readonly kind: "question" | "reminder" | "quote";
  readonly createdAt: Date;
}
