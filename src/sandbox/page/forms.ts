import { html } from "hono/html";
import type { Account, Repository } from "../github/state/model.ts";
import type { Html } from "./view.ts";
import { actorsIn, roleWord } from "./who-acts.ts";

export function actForm(action: string, fields: Html): Html {
  return html`<form method="post" action="${action}">${fields}</form>`;
}

/** Behind its name until somebody opens it. */
export function foldedForm(name: string, action: string, fields: Html): Html {
  return html`<details class="fold">
    <summary class="button">${name}</summary>
    ${actForm(action, fields)}
  </details>`;
}

export function titleField(value: string): Html {
  return html`<label>Title<input name="title" value="${value}" required maxlength="256" autocomplete="off" /></label>`;
}

/** A line end follows the opening tag because browsers drop the first one of the text. */
export function bodyField(value: string, rows = 12): Html {
  return html`<label>Description<textarea name="body" rows="${rows}" maxlength="65536">${"\n"}${value}</textarea></label>`;
}

export function commentField(value: string): Html {
  return html`<label>Comment<textarea name="body" rows="4" maxlength="65536" required>${"\n"}${value}</textarea></label>`;
}

/** Who acts: the answers of the app may depend on it. */
export function actorField(repository: Repository, preferred: Account): Html {
  return actorAmong(actorsIn(repository), { repository, preferred });
}

interface Choosing {
  readonly repository: Repository;
  readonly preferred: Account;
}

export function actorAmong(people: readonly Account[], { repository, preferred }: Choosing): Html {
  return html`<label class="actor"
    >as
    <select name="as">
      ${people.map((one) => html`<option value="${one.login}"${one === preferred ? " selected" : ""}>${one.login} (${one.kind === "Bot" ? "bot" : roleWord(repository, one)})</option>`)}
    </select></label
  >`;
}
