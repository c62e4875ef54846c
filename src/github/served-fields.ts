import { z } from "zod";
import type { RepositoryName } from "../core/facts/reference.ts";
import type { LabelEventReading, ServedReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import type { Comment } from "./comment-fields.ts";
import { connection, date } from "./connection.ts";
import { latestComments, latestPage } from "./earlier-comments.ts";
import { labelEvents, labelEventSelection } from "./label-events.ts";
import { recordFields, recordSelection, recordTextOf } from "./record-fields.ts";
import { newestCommands } from "./thread-comments.ts";

/** Needs `$appId` and the fragment `Comment`. Ten of them cost a point. `comments`: how many of the latest, at most 100. */
export const servedSelection = (comments: number) => `
id number title mergedAt lastEditedAt
author { ${actorFields} }
mergeCommit { oid }
labels(first: 100) { nodes { name } }
${labelEventSelection}
comments(last: ${comments}) { ${latestPage} }
${recordSelection}`;

export const servedFields = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  mergedAt: date.nullish(),
  lastEditedAt: date.nullish(),
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
  readonly commands: readonly Comment[];
  readonly labelEvents: readonly LabelEventReading[];
}

/** Null for one that is not merged. */
export function toServed(
  found: ServedFields,
  { repository, commands, labelEvents: events }: Around,
): ServedReading | null {
  const { number, title, mergedAt, headRefOid: headSha, author, mergeCommit } = found;
  if (!mergedAt) return null;
  return {
    reference: { ...repository, number },
    title,
    author,
    mergedAt,
    editedAt: found.lastEditedAt ?? null,
    mergeCommit: mergeCommit?.oid ?? null,
    headSha,
    labels: found.labels.map(({ name }) => name),
    labelEvents: events,
    recordText: recordTextOf(found),
    commandComments: newestCommands(commands),
  };
}
