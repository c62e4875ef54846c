import { html, raw } from "hono/html";
import type { CheckRun } from "../github/state/model.ts";
import type { Html, Item } from "./view.ts";

/** Drawn here, so that the page asks nobody for a picture. Each on a field of 16 by 16. */
const shapes = {
  tick: '<circle cx="8" cy="8" r="7"/><path d="M4.8 8.3l2.2 2.2 4.3-4.6" class="line"/>',
  cross: '<circle cx="8" cy="8" r="7"/><path d="M5.5 5.5l5 5m0-5l-5 5" class="line"/>',
  square: '<rect x="2.5" y="2.5" width="11" height="11" rx="2"/>',
  slash: '<circle cx="8" cy="8" r="6.2" class="ring"/><path d="M4 12L12 4" class="stroke"/>',
  alert: '<circle cx="8" cy="8" r="7"/><path d="M8 4.3v4.4m0 2.6v.2" class="line"/>',
  dot: '<circle cx="8" cy="8" r="4"/>',
  ring: '<circle cx="8" cy="8" r="6.2" class="ring"/><circle cx="8" cy="8" r="2"/>',
  done: '<circle cx="8" cy="8" r="6.2" class="ring"/><path d="M5.2 8.2l2 2 3.6-3.9" class="stroke"/>',
  branch:
    '<path d="M4.5 5v6m7 0V8.5a2.5 2.5 0 0 0-2.5-2.5H8" class="stroke"/><circle cx="4.5" cy="3.5" r="1.6" class="ring"/><circle cx="4.5" cy="12.5" r="1.6" class="ring"/><circle cx="11.5" cy="12.5" r="1.6" class="ring"/>',
  merged:
    '<path d="M4.5 5v6M5 5.2c.6 2 2.4 3.2 5 3.2" class="stroke"/><circle cx="4.5" cy="3.5" r="1.6" class="ring"/><circle cx="4.5" cy="12.5" r="1.6" class="ring"/><circle cx="11.5" cy="8.5" r="1.6" class="ring"/>',
} as const;

function icon(shape: keyof typeof shapes, colour: string, name: string): Html {
  return html`<svg class="icon ${colour}" viewBox="0 0 16 16" role="img" aria-label="${name}"><title>${name}</title>${raw(shapes[shape])}</svg>`;
}

export function checkIcon({ conclusion, status }: CheckRun): Html {
  switch (conclusion) {
    case "success":
      return icon("tick", "green", "success");
    case "failure":
    case "timed_out":
      return icon("cross", "red", conclusion.replace("_", " "));
    case "action_required":
      return icon("alert", "amber", "action required");
    case "neutral":
      return icon("square", "grey", "neutral");
    case "skipped":
    case "cancelled":
      return icon("slash", "grey", conclusion);
    case null:
      return icon("dot", "amber", status.replace("_", " "));
  }
}

export function stateIcon(item: Item): Html {
  const state = stateOf(item);
  switch (state) {
    case "merged":
      return icon("merged", "purple", "merged pull request");
    case "draft":
      return icon("branch", "grey", "draft pull request");
    case "open":
      return item.kind === "Issue" ? icon("ring", "green", "open issue") : icon("branch", "green", "open pull request");
    case "closed":
      return item.kind === "Issue"
        ? icon("done", "purple", "closed issue")
        : icon("branch", "red", "closed pull request");
  }
}

export type ShownState = "open" | "closed" | "merged" | "draft";

export function stateOf(item: Item): ShownState {
  if (item.kind === "Issue") return item.state;
  if (item.mergedAt !== null) return "merged";
  return item.state === "open" && item.draft ? "draft" : item.state;
}
