import type { Observed } from "../core/facts/observed.ts";
import type { Write } from "../core/plan/write.ts";
import type { ThreadIndex, ThreadRef } from "../queue/thread-index.ts";
import type { KnownComment, WriteObserver } from "../sources/ports.ts";

/** A look with a cold index read all comments: it need not be done again. */
export async function rememberObserved(
  index: ThreadIndex,
  thread: ThreadRef,
  { known, observed: { comment } }: { readonly known: KnownComment; readonly observed: Observed },
): Promise<void> {
  if (known.kind !== "cold" || comment.kind === "deleted-by-a-person") return;
  if (comment.kind === "none") return index.rememberComment(thread, "none");
  await index.rememberComment(thread, {
    id: comment.id,
    nodeId: comment.nodeId,
    minimisedByUs: comment.hidden === "by-us",
  });
}

/**
 * Keeps the index true through a crash at any point: it forgets before a create, whose fate may stay unknown, and notes
 * that we hide a comment before we do, since GitHub does not tell afterwards who did.
 */
export function rememberWrites(index: ThreadIndex, thread: ThreadRef): WriteObserver {
  return {
    async before(write) {
      if (write.kind === "create-comment") return index.forgetComment(thread);
      if (write.kind !== "minimise-comment") return;
      await index.rememberComment(thread, { id: write.id, nodeId: write.nodeId, minimisedByUs: true });
    },
    async after(write, created) {
      if (created !== null) return index.rememberComment(thread, { ...created, minimisedByUs: false });
      if (write.kind !== "restore-comment") return;
      await index.rememberComment(thread, { id: write.id, nodeId: write.nodeId, minimisedByUs: false });
    },
  };
}

/** A comment that GitHub did not let us hide is not hidden by us: if a person hides it later, that stands. */
export async function rememberRefused(index: ThreadIndex, thread: ThreadRef, write: Write): Promise<void> {
  if (write.kind !== "minimise-comment") return;
  await index.rememberComment(thread, { id: write.id, nodeId: write.nodeId, minimisedByUs: false });
}
