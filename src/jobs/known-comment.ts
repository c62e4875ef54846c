import type { ThreadIndex, ThreadRef } from "../queue/thread-index.ts";
import type { KnownComment } from "../sources/ports.ts";

/** What the index knows of our comment on a thread, in the words that a reader is asked with. */
export async function knownComment(index: ThreadIndex, thread: ThreadRef): Promise<KnownComment> {
  const known = await index.comment(thread);
  if (known === undefined) return { kind: "cold" };
  return known === "none" ? { kind: "none" } : { kind: "present", ...known };
}
