import { html } from "hono/html";
import type { Repository } from "../github/state/model.ts";
import { commitOf } from "../github/state/commits.ts";
import { actForm, actorField, bodyField, titleField } from "./forms.ts";
import { layout } from "./layout.ts";
import type { Html, View } from "./view.ts";
import { pathOfRepository } from "./view.ts";
import { actorsIn, maintainerOf } from "./who-acts.ts";

/** The description starts with the template that stands on the default branch, as on GitHub. */
export function newPullRequestPage(view: View, repository: Repository): Html {
  const fields = html`${titleField("")}${bodyField(templateOf(view, repository), 16)}${actor(repository)}
    <label class="check"><input type="checkbox" name="draft" value="yes" /> As a draft</label>
    <button class="primary">Open pull request</button>`;
  const content = html`<h1>New pull request</h1>
    <p class="muted">From a new branch with one small commit, into <code>${repository.defaultBranch}</code>.</p>
    ${actForm(`${pathOfRepository(repository)}/pulls/new`, fields)}`;
  return layout(view, { title: "New pull request", repository, tab: "pulls", content });
}

export function newIssuePage(view: View, repository: Repository): Html {
  const labels = html`<label>Label<select name="label"><option value="">none</option>${repository.labels.map(({ name }) => html`<option>${name}</option>`)}</select></label>`;
  const fields = html`${titleField("")}${bodyField("")}${labels}${actor(repository)}<button class="primary">Open issue</button>`;
  const content = html`<h1>New issue</h1>
    ${actForm(`${pathOfRepository(repository)}/issues/new`, fields)}`;
  return layout(view, { title: "New issue", repository, tab: "issues", content });
}

function actor(repository: Repository): Html {
  const preferred = maintainerOf(repository) ?? actorsIn(repository)[0] ?? repository.owner;
  return actorField(repository, preferred);
}

function templateOf({ github }: View, repository: Repository): string {
  const tip = repository.branches.get(repository.defaultBranch);
  return tip === undefined ? "" : (commitOf(github.state, tip).files.get(".github/pull_request_template.md") ?? "");
}
