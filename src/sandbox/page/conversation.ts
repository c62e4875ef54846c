import { html } from "hono/html";
import { commentBox } from "./comment-box.ts";
import { describeEvent } from "./describe-event.ts";
import { actorField } from "./forms.ts";
import type { Markdown } from "./markdown.ts";
import { avatar, person, rolePill } from "./parts.ts";
import { reactForm, reactions } from "./reactions.ts";
import type { Html, Item, View } from "./view.ts";
import { pathOf } from "./view.ts";
import { when } from "./when.ts";
import { maintainerOf } from "./who-acts.ts";

interface Entry {
  readonly at: string;
  readonly id: number;
  readonly shown: Html;
}

/** The description, and below it what was said and what happened, in its order. */
export function conversation({ now }: View, item: Item, markdown: Markdown): Html {
  const comments = item.comments.map((comment): Entry => {
    return { at: comment.createdAt, id: comment.id, shown: commentBox(comment, { now, markdown }) };
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
  const anybody = actorField(item.repository, maintainerOf(item.repository) ?? item.author);
  return html`<article class="box comment">
    <h3 class="small">${avatar(item.author)} ${person(item.author)} ${rolePill(item.repository, item.author)} opened this ${when(item.createdAt, now)}${edited}</h3>
    <div class="markdown">${body === "" ? html`<p class="muted"><em>No description provided.</em></p>` : markdown(body)}</div>
    ${reactions(item.reactions)}
    <details class="fold changes small">
      <summary>React</summary>
      ${reactForm(`${pathOf(item)}/react`, anybody)}
    </details>
  </article>`;
}
