import { html, raw } from "hono/html";
import type { Repository } from "../github/state/model.ts";
import { issuesOf, pullRequestsOf, repositoriesOf } from "../shown-items.ts";
import type { Html, View } from "./view.ts";
import { pathOfRepository } from "./view.ts";

export type Tab = "pulls" | "issues" | "configuration" | null;

interface Framed {
  readonly title: string;
  readonly repository: Repository | null;
  readonly tab: Tab;
  readonly content: Html;
}

/** The whole page around its content. */
export function layout(view: View, { title, repository, tab, content }: Framed): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Outcome Link sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        ${bar(view)} ${repository === null ? "" : header(view, repository, tab)}
        <main>${view.notice === null ? "" : html`<p class="notice" role="status">${view.notice}</p>`}${content}</main>
      </body>
    </html>`;
}

function bar({ now }: View): Html {
  const clock = now.toISOString().slice(0, 16).replace("T", " ");
  return html`<div class="bar">
    <p>
      <strong>A simulated GitHub in this process.</strong> Nothing leaves this machine.
      <a href="/about">How to connect the real one</a>
    </p>
    <form method="post" action="/clock">
      <span title="The clock of the simulation and of the app">${clock} UTC</span>
      <button class="small" title="Lets the grace pass after which the app comments">3 minutes later</button>
      <button class="small" formaction="/clock/due" title="Lets the time pass until merged work is asked about, or somebody is reminded">To the next question</button>
    </form>
  </div>`;
}

function header(view: View, repository: Repository, tab: Tab): Html {
  const path = pathOfRepository(repository);
  const tabs = [
    ["pulls", "Pull requests", `${path}/pulls`, openCount(pullRequestsOf(repository))],
    ["issues", "Issues", `${path}/issues`, openCount(issuesOf(repository))],
    ["configuration", "Configuration", `${path}/configuration`, null],
  ] as const;
  return html`<header>
    <div class="repository">
      <a href="${path}/pulls">${repository.owner.login}<span class="muted"> / </span><strong>${repository.name}</strong></a>
      <span class="pill">${repository.visibility}</span>
      <span class="others">${others(view, repository)}</span>
    </div>
    <nav aria-label="Repository">
      ${tabs.map(([id, name, href, count]) => {
        const current = id === tab ? raw(' aria-current="page"') : "";
        return html`<a href="${href}"${current}>${name}${count === null ? "" : html` <span class="count">${count}</span>`}</a>`;
      })}
    </nav>
  </header>`;
}

function others({ github }: View, repository: Repository): Html {
  const rest = repositoriesOf(github).filter((each) => each !== repository);
  return html`${rest.map((each) => html`<a href="${pathOfRepository(each)}/issues">${each.name}</a> <span class="pill">${each.visibility}</span> `)}`;
}

function openCount(items: readonly { readonly state: "open" | "closed" }[]): number {
  return items.filter(({ state }) => state === "open").length;
}
