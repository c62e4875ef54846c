import { z } from "zod";
import type { LabelEventReading, ThreadReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { connection, date } from "./connection.ts";
import type { OwnApp } from "./own-app.ts";
import type { ReadComments } from "./thread-comments.ts";

export const labelEventSelection = `
labelEvents: timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
  nodes {
    kind: __typename
    ... on LabeledEvent { createdAt actor { ${actorFields} } label { name } }
    ... on UnlabeledEvent { createdAt actor { ${actorFields} } label { name } }
  }
}`;

/** For pull requests and issues alike. Aliased: a pull request has fields of its own named like these. */
export const threadSelection = `
id
labels(first: 100) { nodes { name } }
${labelEventSelection}
commentDeletions: timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
  nodes { ... on CommentDeletedEvent { createdAt actor { ${actorFields} } deletedCommentAuthor { ${actorFields} } } }
}`;

export const labelEvents = connection(
  z.object({
    kind: z.enum(["LabeledEvent", "UnlabeledEvent"]),
    createdAt: date,
    actor,
    label: z.object({ name: z.string() }),
  }),
);

export const threadFields = z.object({
  id: z.string(),
  labels: connection(z.object({ name: z.string() })),
  labelEvents,
  commentDeletions: connection(z.object({ createdAt: date, actor, deletedCommentAuthor: actor })),
});

type ThreadFields = z.output<typeof threadFields>;

export function toThread(fields: ThreadFields, comments: ReadComments, app: OwnApp): ThreadReading {
  return {
    labels: fields.labels.map((label) => label.name),
    ...comments,
    labelsRemovedByOthers: labelsRemovedByOthers(fields.labelEvents, app),
    labelEvents: toLabelEvents(fields.labelEvents, app),
    ownCommentDeletions: fields.commentDeletions
      .filter((event) => isOurselves(event.deletedCommentAuthor, app) && !isOurselves(event.actor, app))
      .map((event) => event.createdAt),
  };
}

/** Events come oldest first, so that the last word on each label counts. */
function labelsRemovedByOthers(events: ThreadFields["labelEvents"], app: OwnApp): readonly string[] {
  const removed = new Set<string>();
  for (const event of events) {
    if (event.kind === "UnlabeledEvent" && !isOurselves(event.actor, app)) removed.add(event.label.name);
    else removed.delete(event.label.name);
  }
  return [...removed];
}

export function toLabelEvents(events: ThreadFields["labelEvents"], app: OwnApp): readonly LabelEventReading[] {
  return events.map(({ kind, createdAt, actor: by, label: { name } }) => {
    return {
      kind: kind === "LabeledEvent" ? "labelled" : "unlabelled",
      name,
      at: createdAt,
      by,
      ours: isOurselves(by, app),
    };
  });
}
