import { mayBeProblem } from "./may-be-problem.ts";

type Author = { readonly login: string } | null | undefined;

/** What is looked at of a payload of `issue_comment`. */
interface CommentOnIssue {
  readonly issue: Parameters<typeof mayBeProblem>[0] & {
    readonly user?: Author;
    /** There where the issue is a pull request. */
    readonly pull_request?: unknown;
  };
  readonly comment: { readonly user?: Author };
}

/**
 * Whether a comment that was written, edited or deleted may change what is read of a problem: those of its own author are
 * part of the statement, and nobody else's are.
 */
export function wakesReview(on: CommentOnIssue): boolean {
  return isOfIssueAuthor(on) && mayBeProblem(on.issue);
}

/** Whether who wrote the comment also opened the issue; of a pull request, never. */
export function isOfIssueAuthor({ issue, comment }: CommentOnIssue): boolean {
  const author = issue.user?.login;
  return author !== undefined && (issue.pull_request ?? null) === null && comment.user?.login === author;
}
