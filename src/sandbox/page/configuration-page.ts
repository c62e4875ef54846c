import { html } from "hono/html";
import { commitOf } from "../github/state/commits.ts";
import type { PullRequest, Repository } from "../github/state/model.ts";
import { latestChecks, pullRequestsOf } from "../shown-items.ts";
import { actForm, actorField } from "./forms.ts";
import { checkIcon } from "./icons.ts";
import { layout } from "./layout.ts";
import type { Html, View } from "./view.ts";
import { pathOf, pathOfRepository } from "./view.ts";
import { maintainerOf } from "./who-acts.ts";

export const configurationPath = ".github/outcome.yml";

/** The file on the default branch, to be changed by a push, and what the checks of the open pull requests say with it. */
export function configurationPage(view: View, repository: Repository): Html {
  const text = configurationOf(view, repository);
  const actor = actorField(repository, maintainerOf(repository) ?? repository.owner);
  const field = html`<label><span><code>${configurationPath}</code> on <code>${repository.defaultBranch}</code></span><textarea name="text" rows="10" class="code" spellcheck="false" maxlength="65536">${"\n"}${text ?? "{}\n"}</textarea></label>`;
  const content = html`<div class="settings"><h1>Configuration</h1>
    <p class="muted">
      ${text === null ? "There is none here, so the app says nothing. An empty one is a good start: {}" : "Saving pushes a commit to the default branch, and every open pull request is looked at again."}
    </p>
    ${actForm(`${pathOfRepository(repository)}/configuration`, html`${field}${actor}<button class="primary">${text === null ? "Add it" : "Save"}</button>`)}
    ${text === null ? "" : actForm(`${pathOfRepository(repository)}/configuration/remove`, html`<button class="small">Remove the file</button>`)}
    <h2>What the checks say with it</h2>
    <ul class="list">
      ${pullRequestsOf(repository)
        .filter(({ state }) => state === "open")
        .map(row)}
    </ul></div>`;
  return layout(view, { title: "Configuration", repository, tab: "configuration", content });
}

function row(item: PullRequest): Html {
  const checks = latestChecks(item);
  return html`<li>
    ${checks.map(checkIcon)}
    <p>
      <a href="${pathOf(item)}">#${item.number} ${item.title}</a><br /><span class="small"
        >${checks.length === 0 ? "No check" : checks.map(({ output }) => output.title ?? "").join(" · ")}</span
      >
    </p>
  </li>`;
}

function configurationOf({ github }: View, repository: Repository): string | null {
  const tip = repository.branches.get(repository.defaultBranch);
  return tip === undefined ? null : (commitOf(github.state, tip).files.get(configurationPath) ?? null);
}
