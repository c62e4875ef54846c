import { html } from "hono/html";
import type { CommandHint } from "./command-hints.ts";
import { commandHints } from "./command-hints.ts";
import { actForm, actorAmong, commentField } from "./forms.ts";
import type { Html, Item } from "./view.ts";
import { pathOf } from "./view.ts";
import { maintainerOf, speakersIn } from "./who-acts.ts";

/** Always open, as on GitHub. Each command to try is a link that puts it into the field: the page runs no script. */
export function commentForm(item: Item, draft: string): Html {
  const { repository } = item;
  const preferred = maintainerOf(repository) ?? item.author;
  const actor = actorAmong(speakersIn(repository), { repository, preferred });
  return html`<section class="box new-comment" id="new-comment" aria-label="Add a comment">
    ${actForm(`${pathOf(item)}/comment`, html`${commentField(draft)}<div class="send">${actor}<button class="primary">Comment</button></div>`)}
    <p class="small muted">Commands to try: choose one, and say as whom. Who may give it depends on the role.</p>
    <ul class="hints small">
      ${commandHints(item).map((hint) => shown(item, hint))}
    </ul>
  </section>`;
}

function shown(item: Item, { text, does }: CommandHint): Html {
  const href = `${pathOf(item)}?comment=${encodeURIComponent(text)}#new-comment`;
  return html`<li><a href="${href}"><code>${text}</code></a> <span class="muted">${does}</span></li>`;
}
