import type { Context, Hono } from "hono";
import { touchedSince } from "../shown-items.ts";
import { showAfter } from "./answer-acts.ts";
import type { PageOptions } from "./page-options.ts";
import { anchorOf, pathOf } from "./view.ts";

/** In milliseconds: longer than the grace after which the app comments. */
const graceMs = 3 * 60 * 1000;

/** In milliseconds: longer than the app waits between two looks at what is due. */
const wokenMs = 70 * 1000;

/** Lets time pass, for the simulation and the app. */
export function skipTime(app: Hono, options: PageOptions): void {
  app.post("/clock", async (c) => {
    await options.clock.advance(graceMs);
    return showAfter(c, options, pathBefore(c));
  });
  app.post("/clock/due", async (c) => {
    const { clock, nextDue } = options;
    const due = await nextDue();
    if (due === null) return c.redirect(`${pathBefore(c)}?app=nothing-due`, 303);
    const before = new Date(clock.now());
    await clock.advance(Math.max(0, due.getTime() - before.getTime()) + wokenMs);
    return showAfter(c, options, () => whatCame(options, before) ?? pathBefore(c));
  });
}

/** Where the app has written what a visitor waited for: its newest comment, else what it put a label on. */
function whatCame({ github }: PageOptions, since: Date): string | null {
  const touched = touchedSince(github, since);
  if (touched === null) return null;
  const { item, comment } = touched;
  return comment === null ? pathOf(item) : `${pathOf(item)}#${anchorOf(comment)}`;
}

/** The page whose button was pressed. */
function pathBefore(c: Context): string {
  const referer = c.req.header("referer");
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).pathname : "/";
}
