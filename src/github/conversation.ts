import { z } from "zod";
import type { Remark } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { connection } from "./connection.ts";
import type { ReaderContext } from "./reader-context.ts";
import { askPage, atOnce } from "./thread-comments.ts";

/** In the one query of an issue, also where our own comment is known: an author may have answered below it. Oldest first. */
export const conversationSelection = `
conversation: comments(first: 100) { nodes { body isMinimized author { ${actorFields} } } }`;

const remark = z.object({ body: z.string(), isMinimized: z.boolean(), author: actor });

export const conversation = connection(remark).transform(toRemarks);

/** What somebody hid is not read by others either. */
function toRemarks(remarks: readonly z.output<typeof remark>[]): readonly Remark[] {
  return remarks.flatMap(({ isMinimized, author, body }) => (isMinimized ? [] : [{ author, body }]));
}

/** The same hundred in halves, where all were too much for one answer. */
export async function readConversation(context: ReaderContext, thread: string): Promise<readonly Remark[]> {
  const half = (after: string | null) => askPage(context, thread, { size: atOnce.half, after });
  const first = await half(null);
  const { hasNextPage, endCursor } = first.pageInfo;
  const pages = hasNextPage ? [first, await half(endCursor)] : [first];
  return toRemarks(pages.flatMap(({ nodes }) => (nodes ?? []).filter((one) => one !== null)));
}
