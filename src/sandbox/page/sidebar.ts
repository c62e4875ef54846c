import { html } from "hono/html";
import type { SimulatedGitHub } from "../github/simulated-github.ts";
import type { Issue, PullRequest } from "../github/state/model.ts";
import { closingIssuesOf } from "../github/state/references.ts";
import { actForm, actorField } from "./forms.ts";
import { stateIcon } from "./icons.ts";
import { label } from "./parts.ts";
import type { Html, Item } from "./view.ts";
import { pathOf } from "./view.ts";
import { maintainerOf } from "./who-acts.ts";

export function sidebar(github: SimulatedGitHub, item: Item): Html {
  return html`<aside>
    ${labels(item)} ${item.kind === "PullRequest" ? development(github, item) : family(item)}
  </aside>`;
}

function labels(item: Item): Html {
  const path = pathOf(item);
  const actor = actorField(item.repository, maintainerOf(item.repository) ?? item.author);
  const addable = item.repository.labels.filter((each) => !item.labels.includes(each));
  const remove = html`<select name="label" aria-label="Label">${item.labels.map(({ name }) => html`<option>${name}</option>`)}</select>`;
  return html`<section>
    <h2>Labels</h2>
    <p>${item.labels.length === 0 ? html`<span class="muted">None yet</span>` : item.labels.map(label)}</p>
    <details class="fold">
      <summary class="small">Change</summary>
      ${actForm(`${path}/label`, html`<input name="label" list="labels" placeholder="Label" aria-label="Label" required maxlength="50" /><datalist id="labels">${addable.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>${actor}<button class="small">Add</button>`)}
      ${item.labels.length === 0 ? "" : actForm(`${path}/unlabel`, html`${remove}${actor}<button class="small">Remove</button>`)}
    </details>
  </section>`;
}

function development(github: SimulatedGitHub, item: PullRequest): Html {
  const path = pathOf(item);
  const linked = closingIssuesOf(github.state, item);
  const closes = item.mergedAt === null ? "Merging closes" : "Merging closed";
  const choices = [...item.repository.items.values()].filter((each) => each.kind === "Issue");
  const choice = html`<select name="issue" aria-label="Issue">${choices.map(({ number, title }) => html`<option value="${number}">#${number} ${title}</option>`)}</select>`;
  return html`<section>
    <h2>Development</h2>
    ${linked.length === 0 ? html`<p class="muted">${closes} no issue</p>` : html`<p class="small">${closes}</p>${linked.map(issueLink)}`}
    <details class="fold">
      <summary class="small">Link an issue</summary>
      <p class="small muted">GitHub tells no app about a link made here: re-run the check afterwards.</p>
      ${actForm(`${path}/link`, html`${choice}<button class="small">Link</button>`)}
      ${item.developmentLinks.length === 0 ? "" : actForm(`${path}/unlink`, html`${choice}<button class="small">Unlink</button>`)}
    </details>
  </section>`;
}

function family({ parent, subIssues }: Issue): Html {
  return html`<section>
    <h2>Relationships</h2>
    ${parent === null ? "" : html`<p class="small">Parent</p>${issueLink(parent)}`}
    ${subIssues.length === 0 ? "" : html`<p class="small">Sub-issues</p>${subIssues.map(issueLink)}`}
    ${parent === null && subIssues.length === 0 ? html`<p class="muted">None yet</p>` : ""}
  </section>`;
}

function issueLink(issue: Issue): Html {
  return html`<p class="small">${stateIcon(issue)} <a href="${pathOf(issue)}">${issue.title} <span class="muted">#${issue.number}</span></a></p>`;
}
