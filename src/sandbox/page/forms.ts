import { html } from "hono/html";
import { roleOf } from "../github/state/association.ts";
import type { Account, Repository } from "../github/state/model.ts";
import type { Html, Item } from "./view.ts";
import { loginOf } from "./view.ts";

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

/** Who acts: the answers of the app may depend on it. */
export function actorField(repository: Repository, preferred: Account): Html {
  const people = actorsIn(repository);
  return html`<label class="actor"
    >as
    <select name="as">
      ${people.map((one) => html`<option value="${one.login}"${one === preferred ? " selected" : ""}>${one.login} (${roleWord(repository, one)})</option>`)}
    </select></label
  >`;
}

/** Everybody who has a role here, and whoever wrote something. */
export function actorsIn(repository: Repository): Account[] {
  const members = [...repository.owner.members, ...repository.roles.keys()];
  const writers = [...repository.items.values()].map(({ author }) => author);
  const people = writers.filter(({ kind, deleted }) => kind === "User" && !deleted);
  const byRole = new Set(members);
  return [...new Set(people)].toSorted(
    (a, b) => Number(byRole.has(b.login)) - Number(byRole.has(a.login)) || loginOf(a).localeCompare(loginOf(b)),
  );
}

/** Whoever wrote it, where a person did; else the first who may do everything here. */
export function authorOrMaintainer(item: Item): Account {
  const people = actorsIn(item.repository);
  return people.find((one) => one === item.author) ?? maintainerOf(item.repository) ?? item.author;
}

export function maintainerOf(repository: Repository): Account | undefined {
  return actorsIn(repository).find((one) => roleOf(repository, one) === "admin");
}

function roleWord(repository: Repository, account: Account): string {
  const role = roleOf(repository, account);
  return role === "none" ? "no role" : role;
}
