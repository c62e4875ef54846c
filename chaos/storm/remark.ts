import type { IssueComment } from "../../src/sandbox/github/state/model.ts";
import type { Saying } from "./sayings.ts";
import type { Problem } from "./stage.ts";

/** Somebody who comments, with their role in every shop; a stranger may be the author for all that. */
export interface Speaker {
  readonly login: string;
  readonly role: "stranger" | "triage" | "write" | "admin" | "bot";
}

/** Known to have been written; whether it was edited, hidden or deleted since is read from the simulation itself. */
export interface Remark {
  readonly comment: IssueComment;
  readonly by: Speaker;
  /** As it was written first. */
  readonly saying: Saying;
  /** As it was last edited. */
  now: Saying;
  /** Which it names, where it names one. */
  readonly problem: Problem;
  /** "edited at once": before anything could be delivered of it, so that nobody ever read it as it was written. */
  readonly first: "to be read" | "edited at once";
}

export function isEdited({ comment }: Remark): boolean {
  return comment.lastEditedAt !== null;
}

export function isDeleted({ comment }: Remark): boolean {
  return !comment.on.comments.includes(comment);
}

function isHidden({ comment }: Remark): boolean {
  return comment.minimizedReason !== null;
}

/** Whether everybody sees it, as it is now. */
export function isSeen(remark: Remark): boolean {
  return !isDeleted(remark) && !isHidden(remark);
}

/** Whether it stands there as it was written. */
export function stands(remark: Remark): boolean {
  return isSeen(remark) && !isEdited(remark);
}
