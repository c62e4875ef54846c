import { html } from "hono/html";
import type { TimelineEvent } from "../github/state/model.ts";
import { label } from "./parts.ts";
import type { Html } from "./view.ts";
import { loginOf, pathOf } from "./view.ts";

/** What GitHub writes between the comments; null for what it does not show there. */
export function describeEvent(event: TimelineEvent): Html | null {
  switch (event.kind) {
    case "LabeledEvent":
      return html`added the label ${label(event.label)}`;
    case "UnlabeledEvent":
      return html`removed the label ${label(event.label)}`;
    case "CommentDeletedEvent":
      return html`deleted a comment of ${loginOf(event.deletedCommentAuthor)}`;
    case "ReadyForReviewEvent":
      return html`marked this as ready for review`;
    case "ConvertToDraftEvent":
      return html`made this a draft`;
    case "ReopenedEvent":
      return html`reopened this`;
    case "ClosedEvent":
      return event.closer === null
        ? html`closed this`
        : html`closed this with <a href="${pathOf(event.closer)}">#${event.closer.number}</a>`;
    case "MergedEvent":
      return html`merged this into <code>${event.mergeRefName}</code> as <code>${event.commitOid.slice(0, 7)}</code>`;
    case "AddedToMergeQueueEvent":
      return html`added this to the merge queue`;
    case "RemovedFromMergeQueueEvent":
      return html`removed this from the merge queue`;
    case "HeadRefForcePushedEvent":
      return html`force-pushed from <code>${event.before.slice(0, 7)}</code> to <code>${event.after.slice(0, 7)}</code>`;
    case "RenamedTitleEvent":
      return html`changed the title from <del>${event.previousTitle}</del>`;
    case "BaseRefChangedEvent":
      return html`changed the base from <code>${event.previousRefName}</code> to <code>${event.currentRefName}</code>`;
    case "MarkedAsDuplicateEvent":
      return html`marked <a href="${pathOf(event.duplicate)}">#${event.duplicate.number}</a> as a duplicate of <a href="${pathOf(event.canonical)}">#${event.canonical.number}</a>`;
    case "UnmarkedAsDuplicateEvent":
      return html`no longer calls <a href="${pathOf(event.duplicate)}">#${event.duplicate.number}</a> a duplicate of <a href="${pathOf(event.canonical)}">#${event.canonical.number}</a>`;
    case "CrossReferencedEvent":
      return html`mentioned this in <a href="${pathOf(event.source)}">${event.source.title} #${event.source.number}</a>`;
    default:
      // An event that the simulation learned after this page was written.
      return null;
  }
}
