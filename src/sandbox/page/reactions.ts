import { html } from "hono/html";
import type { Reaction, ReactionContent } from "../github/state/model.ts";
import { actForm } from "./forms.ts";
import type { Html } from "./view.ts";
import { loginOf } from "./view.ts";

const faces: Readonly<Record<ReactionContent, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  confused: "😕",
  heart: "❤️",
  hooray: "🎉",
  rocket: "🚀",
  eyes: "👀",
};

/** One pill for each kind, with its number, and who it was to hover over. */
export function reactions(given: readonly Reaction[]): Html {
  const kinds = [...new Set(given.map(({ content }) => content))];
  if (kinds.length === 0) return html``;
  return html`<p class="reactions">
    ${kinds.map((kind) => {
      const people = given.filter(({ content }) => content === kind).map(({ user }) => loginOf(user));
      return html`<span class="pill reaction" title="${people.join(", ")} reacted with ${kind}">${faces[kind]} ${people.length}</span>`;
    })}
  </p>`;
}

/** GitHub tells no app of a reaction. */
export function reactForm(action: string, actor: Html): Html {
  const kinds = Object.entries(faces);
  const choice = html`<select name="content" aria-label="Reaction">${kinds.map(([kind, face]) => html`<option value="${kind}">${face}</option>`)}</select>`;
  return html`<div class="inline">${actForm(action, html`${choice}${actor}<button class="small">React</button>`)}</div>`;
}

export function readReaction(text: string): ReactionContent {
  const found = reactionContents.find((content) => content === text);
  if (found === undefined) throw new Error(`There is no reaction ${text}`);
  return found;
}

const reactionContents: readonly ReactionContent[] = [
  "+1",
  "-1",
  "laugh",
  "confused",
  "heart",
  "hooray",
  "rocket",
  "eyes",
];
