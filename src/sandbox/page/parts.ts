import { html } from "hono/html";
import { roleOf } from "../github/state/association.ts";
import type { Account, Label, Repository } from "../github/state/model.ts";
import type { ShownState } from "./icons.ts";
import { stateIcon, stateOf } from "./icons.ts";
import type { Html, Item } from "./view.ts";
import { loginOf } from "./view.ts";

export function person(account: Account): Html {
  const bot = account.kind === "Bot" ? html` <span class="pill">bot</span>` : "";
  return html`<span class="person"><strong>${loginOf(account)}</strong>${bot}</span>`;
}

/** What somebody may do here decides what their commands may do; who has no role gets no pill. */
export function rolePill(repository: Repository, account: Account): Html {
  const role = account.kind === "User" ? roleOf(repository, account) : "none";
  return role === "none" ? html`` : html`<span class="pill">${role}</span>`;
}

/** A circle with the first letter: pictures would have to be fetched. */
export function avatar(account: Account): Html {
  const hue = Array.from(account.login).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0);
  const style = `background:hsl(${hue} 40% 45%)`;
  return html`<span class="avatar${account.kind === "Bot" ? " bot" : ""}" style="${style}" aria-hidden="true">${loginOf(account).charAt(0).toUpperCase()}</span>`;
}

export function label({ name, color, description }: Label): Html {
  const safe = /^[0-9a-f]{6}$/i.test(color) ? color : "ededed";
  const style = `--r:${part(safe, 0)};--g:${part(safe, 2)};--b:${part(safe, 4)}`;
  return html`<span class="label" style="${style}" title="${description ?? ""}">${name}</span>`;
}

function part(color: string, from: number): number {
  return Number.parseInt(color.slice(from, from + 2), 16);
}

const stateWords: Readonly<Record<ShownState, string>> = {
  open: "Open",
  closed: "Closed",
  merged: "Merged",
  draft: "Draft",
};

export function stateBadge(item: Item): Html {
  const state = stateOf(item);
  const kind = item.kind === "Issue" && state === "closed" ? "done" : state;
  return html`<span class="state ${kind}">${stateIcon(item)} ${stateWords[state]}</span>`;
}
