import { html } from "hono/html";
import type { PullRequest } from "../github/state/model.ts";
import { latestChecks } from "../shown-items.ts";
import { checkBox } from "./check-box.ts";
import { commentForm } from "./comment-form.ts";
import { conversation } from "./conversation.ts";
import { actorField, bodyField, foldedForm, titleField } from "./forms.ts";
import { checkIcon } from "./icons.ts";
import { itemHead } from "./item-head.ts";
import { layout } from "./layout.ts";
import { linkingIn } from "./linking-in.ts";
import { markdownWith } from "./markdown.ts";
import { sidebar } from "./sidebar.ts";
import type { Html, Item, View } from "./view.ts";
import { pathOf } from "./view.ts";
import { authorOrMaintainer, maintainerOf } from "./who-acts.ts";

/** An issue or a pull request, drawn much as GitHub draws it. */
export function itemPage(view: View, item: Item): Html {
  const { repository } = item;
  const markdown = markdownWith(linkingIn(view.github, repository));
  const content = html`${itemHead(view, item)} ${item.kind === "PullRequest" ? checkLine(item) : ""}
    <div class="columns">
      <div class="conversation">
        ${conversation(view, item, markdown)} ${item.kind === "PullRequest" ? checkBox(item, markdown) : ""}
        ${commentForm(item, view.draft)} ${acts(item)}
      </div>
      ${sidebar(view.github, item)}
    </div>`;
  const tab = item.kind === "Issue" ? "issues" : "pulls";
  return layout(view, { title: `${item.title} #${item.number}`, repository, tab, content });
}

function checkLine(item: PullRequest): Html {
  return html`${latestChecks(item).map(
    (run) =>
      html`<p class="check-line">${checkIcon(run)} <a href="#checks">${run.name}</a> <span>${run.output.title ?? ""}</span></p>`,
  )}`;
}

/** What a visitor may do: each form says as whom. */
function acts(item: Item): Html {
  const path = pathOf(item);
  const author = actorField(item.repository, authorOrMaintainer(item));
  const maintainer = actorField(item.repository, maintainerOf(item.repository) ?? item.author);
  return html`<section class="acts" aria-label="What you can do">
    ${foldedForm("Edit", `${path}/edit`, html`${titleField(item.title)}${bodyField(item.body ?? "")}${author}<button class="primary">Save</button>`)}
    ${item.kind === "PullRequest" ? pullRequestActs(item, { author, maintainer }) : openOrClosed(item, maintainer)}
  </section>`;
}

type Actors = { readonly author: Html; readonly maintainer: Html };

function pullRequestActs(item: PullRequest, { author, maintainer }: Actors): Html {
  const path = pathOf(item);
  if (item.mergedAt !== null)
    return foldedForm(
      "Revert",
      `${path}/revert`,
      html`${maintainer}<button>Open a pull request that takes it back</button>`,
    );
  if (item.state === "closed") return openOrClosed(item, maintainer);
  const draft = item.draft ? ["ready", "Ready for review"] : ["draft", "Make it a draft"];
  const message = html`<label>Commit message<input name="message" value="Go on" required maxlength="200" autocomplete="off" /></label>`;
  return html`${foldedForm("Push a commit", `${path}/push`, html`${message}${author}<button class="primary">Push</button>`)}
    ${foldedForm(draft[1] ?? "", `${path}/${draft[0]}`, html`${author}<button class="primary">${draft[1]}</button>`)}
    ${item.draft ? "" : foldedForm("Merge", `${path}/merge`, html`${maintainer}<button class="merge">Merge into ${item.base.ref}</button>`)}
    ${item.draft ? "" : foldedForm("Merge when ready", `${path}/queue`, html`${maintainer}<button class="merge">Add to the merge queue</button>`)}
    ${openOrClosed(item, maintainer)}`;
}

function openOrClosed(item: Item, actor: Html): Html {
  const [act, name] = item.state === "open" ? (["close", "Close"] as const) : (["reopen", "Reopen"] as const);
  return foldedForm(name, `${pathOf(item)}/${act}`, html`${actor}<button>${name}</button>`);
}
