import { z } from "zod";
import type { LabelEventReading, ThreadReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { connection, date } from "./connection.ts";
import { allLabelEvents, labelEvents, labelEventSelection } from "./label-events.ts";
import type { ReaderContext } from "./reader-context.ts";
import type { ReadComments } from "./thread-comments.ts";

/** For pull requests and issues alike. Aliased: a pull request has fields of its own named like these. */
export const threadSelection = `
id locked
labels(first: 100) { nodes { name } }
${labelEventSelection}
commentDeletions: timelineItems(last: 50, itemTypes: [COMMENT_DELETED_EVENT]) {
  nodes { ... on CommentDeletedEvent { createdAt actor { ${actorFields} } deletedCommentAuthor { ${actorFields} } } }
}`;

export const threadFields = z.object({
  id: z.string(),
  locked: z.boolean(),
  labels: connection(z.object({ name: z.string() })),
  labelEvents,
  commentDeletions: connection(z.object({ createdAt: date, actor, deletedCommentAuthor: actor })),
});

/** With the label events that did not come with it: a request for each hundred of them. */
export async function toThread(
  context: ReaderContext,
  fields: z.output<typeof threadFields>,
  comments: ReadComments,
): Promise<ThreadReading> {
  const { app } = context;
  const events = await allLabelEvents(context, fields);
  return {
    locked: fields.locked,
    labels: fields.labels.map((label) => label.name),
    ...comments,
    labelsRemovedByOthers: labelsRemovedByOthers(events),
    labelEvents: events,
    ownCommentDeletions: fields.commentDeletions
      .filter((event) => isOurselves(event.deletedCommentAuthor, app) && !isOurselves(event.actor, app))
      .map((event) => event.createdAt),
  };
}

/** Events come oldest first, so that the last word on each label counts. */
function labelsRemovedByOthers(events: readonly LabelEventReading[]): readonly string[] {
  const removed = new Set<string>();
  for (const { kind, name, ours } of events) {
    if (kind === "unlabelled" && !ours) removed.add(name);
    else removed.delete(name);
  }
  return [...removed];
}
