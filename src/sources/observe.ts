import type { Observed, ObservedComment } from "../core/facts/observed.ts";
import type { CommentReading, KnownComment, PullRequestReading, ThreadReading } from "./ports.ts";

type Seen = Pick<PullRequestReading, "thread" | "checkRun" | "repository">;

/** What we wrote before, as it stands now; the index adds what GitHub does not tell: who hid our comment. */
export function observe({ thread, checkRun, repository }: Seen, known: KnownComment): Observed {
  return {
    checkRun,
    comment: observeComment(thread, known),
    labels: {
      onThread: thread.labels,
      removedByAPerson: thread.labelsRemovedByOthers,
      inRepository: repository.outcomeLabels,
    },
  };
}

function observeComment(thread: ThreadReading, known: KnownComment): ObservedComment {
  const [own, ...twins] = thread.ownComments;
  if (own === undefined) {
    // One that the index knows and GitHub no longer has was deleted, whether or not the timeline still says by whom. Where
    // the index knows that there was none, it was an answer to a command.
    const deleted = known.kind === "present" || (known.kind === "cold" && thread.ownCommentDeletions.length > 0);
    return deleted ? { kind: "deleted-by-a-person" } : { kind: "none" };
  }
  return {
    kind: "present",
    id: own.id,
    nodeId: own.nodeId,
    body: own.body,
    hidden: hiddenBy(own, known),
    twins: twins.map(({ id }) => id),
  };
}

/**
 * We hide as "resolved", and note it in the index before we do. With a cold index, "resolved" is taken for ours and any
 * other reason for a person's.
 */
function hiddenBy(comment: CommentReading, known: KnownComment): "no" | "by-us" | "by-a-person" {
  if (!comment.minimised) return "no";
  if (comment.minimisedReason !== "resolved") return "by-a-person";
  return known.kind === "present" && !known.minimisedByUs ? "by-a-person" : "by-us";
}
