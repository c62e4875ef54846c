import { z } from "zod";
import type { ThreadReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { connection } from "./connection.ts";
import type { OwnApp } from "./own-app.ts";
import type { ReadComments } from "./thread-comments.ts";

/** For pull requests and issues alike. Aliased: a pull request has fields of its own named like these. */
export const threadSelection = `
id
labels(first: 100) { nodes { name } }
labelEvents: timelineItems(last: 100, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
  nodes {
    kind: __typename
    ... on LabeledEvent { actor { ${actorFields} } label { name } }
    ... on UnlabeledEvent { actor { ${actorFields} } label { name } }
  }
}
commentDeletions: timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
  nodes { ... on CommentDeletedEvent { actor { ${actorFields} } deletedCommentAuthor { ${actorFields} } } }
}`;

const labelEvent = z.object({
  kind: z.enum(["LabeledEvent", "UnlabeledEvent"]),
  actor,
  label: z.object({ name: z.string() }),
});

export const threadFields = z.object({
  id: z.string(),
  labels: connection(z.object({ name: z.string() })),
  labelEvents: connection(labelEvent),
  commentDeletions: connection(z.object({ actor, deletedCommentAuthor: actor })),
});

type ThreadFields = z.output<typeof threadFields>;

export function toThread(fields: ThreadFields, comments: ReadComments, app: OwnApp): ThreadReading {
  return {
    labels: fields.labels.map((label) => label.name),
    ...comments,
    labelsRemovedByOthers: labelsRemovedByOthers(fields.labelEvents, app),
    ownCommentDeletedByOthers: fields.commentDeletions.some(
      (event) => isOurselves(event.deletedCommentAuthor, app) && !isOurselves(event.actor, app),
    ),
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
