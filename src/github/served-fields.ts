import { z } from "zod";
import type { ServedReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { commentPage } from "./comment-fields.ts";
import { connection, date } from "./connection.ts";
import type { ReaderContext } from "./reader-context.ts";
import { recordFields, recordSelection, recordTextOf } from "./record-fields.ts";
import { isCommand, newestCommands } from "./thread-comments.ts";
import { labelEventSelection, labelEvents, toLabelEvents } from "./thread-fields.ts";

/** Needs `$appId` and the fragment `Comment`. Ten of them cost a point. */
export const servedSelection = `
number title mergedAt
author { ${actorFields} }
mergeCommit { oid }
labels(first: 100) { nodes { name } }
${labelEventSelection}
comments(last: 100) { nodes { ...Comment } pageInfo { hasNextPage endCursor } }
${recordSelection}`;

export const servedFields = z.object({
  number: z.number(),
  title: z.string(),
  mergedAt: date.nullish(),
  author: actor,
  mergeCommit: z.object({ oid: z.string() }).nullish(),
  labels: connection(z.object({ name: z.string() })),
  labelEvents,
  comments: commentPage,
  ...recordFields,
});

type ServedFields = z.output<typeof servedFields>;

/** Null for one that is not merged. */
export function toServed(
  found: ServedFields,
  repository: { readonly owner: string; readonly name: string },
  context: ReaderContext,
): ServedReading | null {
  const { number, title, mergedAt, headRefOid: headSha, author, mergeCommit } = found;
  if (!mergedAt) return null;
  const comments = (found.comments.nodes ?? []).filter((one) => one !== null);
  return {
    reference: { ...repository, number },
    title,
    author,
    mergedAt,
    mergeCommit: mergeCommit?.oid ?? null,
    headSha,
    labels: found.labels.map(({ name }) => name),
    labelEvents: toLabelEvents(found.labelEvents, context.app),
    recordText: recordTextOf(found),
    commandComments: newestCommands(comments.filter((one) => isCommand(context, one))),
  };
}
