import { html } from "hono/html";
import { commitsOf } from "../github/state/commits.ts";
import type { PullRequest } from "../github/state/model.ts";
import { stateBadge } from "./parts.ts";
import type { Html, Item, View } from "./view.ts";
import { loginOf } from "./view.ts";
import { when } from "./when.ts";

/** Title, number, state, and who wants what merged where. */
export function itemHead(view: View, item: Item): Html {
  return html`<div class="item-head">
    <h1>${item.title} <span class="muted">#${item.number}</span></h1>
    <p>${stateBadge(item)} <span class="muted">${item.kind === "Issue" ? opened(view, item) : merges(view, item)}</span></p>
  </div>`;
}

function opened({ now }: View, { author, createdAt }: Item): Html {
  return html`<strong>${loginOf(author)}</strong> opened this issue ${when(createdAt, now)}`;
}

function merges({ github, now }: View, item: PullRequest): Html {
  const count = commitsOf(github.state, item).length;
  const commits = `${count} ${count === 1 ? "commit" : "commits"}`;
  const [base, head] = [item.base.ref, branchOf(item)];
  return item.mergedAt === null
    ? html`<strong>${loginOf(item.author)}</strong> wants to merge ${commits} into <code>${base}</code> from <code>${head}</code>`
    : html`<strong>${loginOf(item.mergedBy ?? item.author)}</strong> merged ${commits} into <code>${base}</code> from <code>${head}</code> ${when(item.mergedAt, now)}`;
}

/** With its owner when it stands in a fork. */
function branchOf({ head, repository }: PullRequest): string {
  return head.repository === repository ? head.ref : `${head.owner.login}:${head.ref}`;
}
