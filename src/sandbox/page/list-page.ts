import { html } from "hono/html";
import type { PullRequest, Repository } from "../github/state/model.ts";
import { issuesOf, latestChecks, pullRequestsOf } from "../shown-items.ts";
import { checkIcon, stateIcon } from "./icons.ts";
import { layout } from "./layout.ts";
import { label } from "./parts.ts";
import type { Html, Item, View } from "./view.ts";
import { loginOf, pathOf, pathOfRepository } from "./view.ts";
import { when } from "./when.ts";

export function pullRequestsPage(view: View, repository: Repository): Html {
  const items = pullRequestsOf(repository);
  const content = html`${heading("Pull requests", `${pathOfRepository(repository)}/pulls/new`, "New pull request")}
  ${list(view, items, "No pull requests yet.")}`;
  return layout(view, { title: `Pull requests · ${repository.name}`, repository, tab: "pulls", content });
}

export function issuesPage(view: View, repository: Repository): Html {
  const items = issuesOf(repository);
  const content = html`${heading("Issues", `${pathOfRepository(repository)}/issues/new`, "New issue")}
  ${list(view, items, "No issues yet.")}`;
  return layout(view, { title: `Issues · ${repository.name}`, repository, tab: "issues", content });
}

function heading(title: string, href: string, action: string): Html {
  return html`<div class="heading">
    <h1>${title}</h1>
    <a class="button primary" href="${href}">${action}</a>
  </div>`;
}

function list(view: View, items: readonly Item[], none: string): Html {
  if (items.length === 0) return html`<p class="muted">${none}</p>`;
  return html`<ul class="list">
    ${items.map((item) => row(view, item))}
  </ul>`;
}

function row({ now, github }: View, item: Item): Html {
  const pinned =
    item.kind === "Issue" && github.state.pinned.includes(item) ? html`<span class="pill">pinned</span>` : "";
  return html`<li>
    ${stateIcon(item)}
    <div>
      <p class="title"><a href="${pathOf(item)}">${item.title}</a> ${item.labels.map(label)} ${pinned}</p>
      <p class="muted small">
        #${item.number} opened ${when(item.createdAt, now)} by ${loginOf(item.author)}${
          item.comments.length === 0
            ? ""
            : ` · ${item.comments.length} ${item.comments.length === 1 ? "comment" : "comments"}`
        }
      </p>
      ${item.kind === "PullRequest" ? checkLine(item) : ""}
    </div>
  </li>`;
}

function checkLine(item: PullRequest): Html {
  return html`${latestChecks(item).map(
    (run) => html`<p class="check-line small">
      ${checkIcon(run)} <a href="${pathOf(item)}#checks">${run.name}</a> <span>${run.output.title ?? ""}</span>
    </p>`,
  )}`;
}
