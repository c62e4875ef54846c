import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { ServedReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import type { Comment } from "./comment-fields.ts";
import { connection, date } from "./connection.ts";
import { latestComments, latestPage } from "./earlier-comments.ts";
import type { ReaderContext } from "./reader-context.ts";
import { recordFields, recordSelection, recordTextOf } from "./record-fields.ts";
import { isCommand, newestCommands } from "./thread-comments.ts";
import { labelEventSelection, labelEvents, toLabelEvents } from "./thread-fields.ts";

/** Needs `$appId` and the fragment `Comment`. Ten of them cost a point. `comments`: how many of the latest, at most 100. */
export const servedSelection = (comments: number) => `
number title mergedAt
author { ${actorFields} }
mergeCommit { oid }
labels(first: 100) { nodes { name } }
${labelEventSelection}
comments(last: ${comments}) { ${latestPage} }
${recordSelection}`;

export const servedFields = z.object({
  number: z.number(),
  title: z.string(),
  mergedAt: date.nullish(),
  author: actor,
  mergeCommit: z.object({ oid: z.string() }).nullish(),
  labels: connection(z.object({ name: z.string() })),
  labelEvents,
  comments: latestComments,
  ...recordFields,
});

export type ServedFields = z.output<typeof servedFields>;

interface Around {
  readonly repository: RepositoryName;
  /** All that stand there. */
  readonly comments: readonly Comment[];
}

/** Null for one that is not merged. */
export function toServed(
  found: ServedFields,
  { repository, comments }: Around,
  context: ReaderContext,
): ServedReading | null {
  const { number, title, mergedAt, headRefOid: headSha, author, mergeCommit } = found;
  if (!mergedAt) return null;
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
