import type { Reference } from "../../core/facts/reference.ts";
import type { IssueReading, ReferenceReading } from "../ports.ts";

/** An issue whose change may change what a pull request is told. */
export interface WatchedIssue extends Reference {
  /** As far as GitHub told it: the name may change, and be given to another repository. */
  readonly repositoryId?: number;
}

/**
 * What is waited for because of one reference: the place as it was written, where that leads by now, and the parents.
 * Those that are hidden as well, for they may be shown one day: this goes into the index, and into no fact.
 */
export function watchedIssues(answer: ReferenceReading): readonly WatchedIssue[] {
  const { asked } = answer;
  switch (answer.kind) {
    case "issue":
      return [asked, ...[answer.issue, ...answer.parents].map(placeOf)];
    case "pull-request":
    case "missing":
    case "gone":
      return [asked, { ...answer.place, number: asked.number }].map(({ owner, name, number }) => {
        return { owner, name, number, repositoryId: answer.place.id };
      });
    case "moved-away":
    case "unreadable":
    case "unreachable":
      return [asked];
  }
}

function placeOf({ reference, repositoryId }: IssueReading): WatchedIssue {
  return { ...reference, repositoryId };
}
