import { html } from "hono/html";
import type { Html } from "./view.ts";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const steps = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "12 days ago", with the exact time to hover over. */
export function when(at: string, now: Date): Html {
  return html`<time datetime="${at}" title="${at}">${ago(new Date(at), now)}</time>`;
}

function ago(then: Date, now: Date): string {
  const passed = then.getTime() - now.getTime();
  const step = steps.find(([, ms]) => Math.abs(passed) >= ms);
  return step === undefined ? "now" : relative.format(Math.round(passed / step[1]), step[0]);
}
