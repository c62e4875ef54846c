import { html } from "hono/html";
import type { Annotation, CheckAction, CheckRun, PullRequest } from "../github/state/model.ts";
import { latestChecks, queueChecks } from "../shown-items.ts";
import { actForm, actorField } from "./forms.ts";
import { checkIcon } from "./icons.ts";
import type { Markdown } from "./markdown.ts";
import type { Html } from "./view.ts";
import { pathOf } from "./view.ts";
import { authorOrMaintainer } from "./who-acts.ts";

/** What GitHub shows beside the merge button, with each check's own page unfolded below it. */
export function checkBox(pullRequest: PullRequest, markdown: Markdown): Html {
  const runs = latestChecks(pullRequest);
  const inQueue = queueChecks(pullRequest);
  return html`<section class="box checks" id="checks" aria-label="Checks">
    <h2>${runs.length === 0 ? "No checks on this commit" : "Checks"} <code class="muted">${pullRequest.head.oid.slice(0, 7)}</code></h2>
    ${runs.map((run) => checkRun(pullRequest, run, markdown))}
    ${inQueue.length === 0 ? "" : html`<h2>In the merge queue</h2>${inQueue.map((run) => checkRun(pullRequest, run, markdown))}`}
  </section>`;
}

function checkRun(pullRequest: PullRequest, run: CheckRun, markdown: Markdown): Html {
  const { title, summary, text } = run.output;
  const conclusion = (run.conclusion ?? run.status).replace("_", " ");
  return html`<details open>
    <summary>
      ${checkIcon(run)} <strong>${run.name}</strong> <span>${title ?? ""}</span>
      <span class="muted conclusion">${conclusion}</span>
    </summary>
    <div class="markdown">${markdown(summary ?? "")} ${text === null || text === "" ? "" : markdown(text)}</div>
    ${run.annotations.length === 0 ? "" : html`<ul class="annotations">${run.annotations.map(annotation)}</ul>`}
    <div class="inline">
      ${run.actions.map((action) => actionForm(pullRequest, run, action))}
      ${actForm(`${pathOf(pullRequest)}/recheck`, html`<button class="small" title="GitHub's own, for who may write">Re-run</button>`)}
    </div>
  </details>`;
}

/**
 * GitHub shows an app's buttons to people with write access (probot/wip#102). Here anybody may press one, to see that the
 * app decides for itself whose press counts.
 */
function actionForm(pullRequest: PullRequest, run: CheckRun, action: CheckAction): Html {
  const fields = html`<input type="hidden" name="run" value="${run.id}" /><input type="hidden" name="identifier" value="${action.identifier}" />
    <button class="small" title="${action.description}">${action.label}</button>${actorField(pullRequest.repository, authorOrMaintainer(pullRequest))}`;
  return actForm(`${pathOf(pullRequest)}/press`, fields);
}

function annotation({ path, start_line: line, annotation_level: level, message }: Annotation): Html {
  return html`<li><code>${path}</code>, line ${line} (${level}): ${message}</li>`;
}
