import { html } from "hono/html";
import type { IssueComment } from "../github/state/model.ts";
import { actForm, actorAmong, commentField } from "./forms.ts";
import type { Markdown } from "./markdown.ts";
import { avatar, person, rolePill } from "./parts.ts";
import { reactForm, reactions } from "./reactions.ts";
import type { Html } from "./view.ts";
import { anchorOf, loginOf, pathOf } from "./view.ts";
import { when } from "./when.ts";
import { actorsIn, editorsOf, maintainerOf } from "./who-acts.ts";

interface Drawing {
  readonly now: Date;
  readonly markdown: Markdown;
}

/** One comment with its reactions, and what may be done with it; folded where somebody hid it. */
export function commentBox(comment: IssueComment, { now, markdown }: Drawing): Html {
  const head = html`${avatar(comment.author)} ${person(comment.author)} ${rolePill(comment.on.repository, comment.author)} commented ${when(comment.createdAt, now)}${edited(comment, now)}`;
  const body = html`<div class="markdown">${markdown(comment.body)}</div>
    ${reactions(comment.reactions)} ${changes(comment)}`;
  if (comment.minimizedReason === null) {
    return html`<article class="box comment" id="${anchorOf(comment)}"><h3 class="small">${head}</h3>${body}</article>`;
  }
  return html`<details class="box comment hidden-comment" id="${anchorOf(comment)}">
    <summary class="small muted">${head} · This comment was marked as ${comment.minimizedReason}.</summary>
    ${body}
  </details>`;
}

function edited({ lastEditedAt, editor, author }: IssueComment, now: Date): Html {
  if (lastEditedAt === null) return html``;
  const by = editor === null || editor === author ? "" : ` by ${loginOf(editor)}`;
  return html` · edited${by} ${when(lastEditedAt, now)}`;
}

function changes(comment: IssueComment): Html {
  const { repository } = comment.on;
  const path = `${pathOf(comment.on)}/comment/${comment.id}`;
  const editors = editorsOf(comment);
  const editor = actorAmong(editors, { repository, preferred: comment.author });
  const anybody = actorAmong(actorsIn(repository), {
    repository,
    preferred: maintainerOf(repository) ?? comment.author,
  });
  return html`<details class="fold changes small">
    <summary>Edit, delete, react</summary>
    ${
      editors.length === 0
        ? ""
        : html`${actForm(`${path}/edit`, html`${commentField(comment.body)}${editor}<button class="small">Save</button>`)}
      <div class="inline">${actForm(`${path}/delete`, html`<span>Delete this comment</span>${editor}<button class="small">Delete</button>`)}</div>`
    }
    ${reactForm(`${path}/react`, anybody)}
  </details>`;
}
