import { html } from "hono/html";
import type { IssueComment } from "../github/state/model.ts";
import { describeEvent } from "./describe-event.ts";
import type { Markdown } from "./markdown.ts";
import { avatar, person } from "./parts.ts";
import type { Html, Item, View } from "./view.ts";
import { when } from "./when.ts";

interface Entry {
  readonly at: string;
  readonly id: number;
  readonly shown: Html;
}

/** The description, and below it what was said and what happened, in its order. */
export function conversation({ now }: View, item: Item, markdown: Markdown): Html {
  const comments = item.comments.map((comment): Entry => {
    return { at: comment.createdAt, id: comment.id, shown: showComment(comment, now, markdown) };
  });
  const events = item.timeline.flatMap((event): readonly Entry[] => {
    const words = describeEvent(event);
    const shown = html`<p class="event small">${avatar(event.actor)} ${person(event.actor)} ${words} ${when(event.createdAt, now)}</p>`;
    return words === null ? [] : [{ at: event.createdAt, id: event.id, shown }];
  });
  const entries = [...comments, ...events].toSorted((a, b) => a.at.localeCompare(b.at) || a.id - b.id);
  return html`${description(item, now, markdown)}${entries.map(({ shown }) => shown)}`;
}

function description(item: Item, now: Date, markdown: Markdown): Html {
  const edited = item.lastEditedAt === null ? "" : html` · edited ${when(item.lastEditedAt, now)}`;
  const body = (item.body ?? "").trim();
  return html`<article class="box comment">
    <h3 class="small">${avatar(item.author)} ${person(item.author)} opened this ${when(item.createdAt, now)}${edited}</h3>
    <div class="markdown">${body === "" ? html`<p class="muted"><em>No description provided.</em></p>` : markdown(body)}</div>
  </article>`;
}

function showComment(comment: IssueComment, now: Date, markdown: Markdown): Html {
  const edited = comment.lastEditedAt === null ? "" : html` · edited`;
  const head = html`${avatar(comment.author)} ${person(comment.author)} commented ${when(comment.createdAt, now)}${edited}`;
  const body = html`<div class="markdown">${markdown(comment.body)}</div>`;
  if (comment.minimizedReason === null) {
    return html`<article class="box comment" id="comment-${comment.id}"><h3 class="small">${head}</h3>${body}</article>`;
  }
  return html`<details class="box comment hidden-comment" id="comment-${comment.id}">
    <summary class="small muted">${head} · This comment was marked as ${comment.minimizedReason}.</summary>
    ${body}
  </details>`;
}
