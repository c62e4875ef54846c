import { z } from "zod";
import { md } from "../markdown/markdown.ts";
import { mayQuote } from "./policy.ts";
import type { Policy } from "./policy.ts";

/** A day as ISO 8601 writes it. YAML's core schema leaves it text, so that `2026-3-1` is not guessed at. */
export const requireFromSchema = z
  .string()
  .refine(isDay, { error: "must be a day, written as year, month and day such as `2026-03-01`" });

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

interface Dated extends Pick<Policy, "mode" | "heldBack" | "sources"> {
  readonly require_from?: string | undefined;
  readonly follow_up: { readonly time_zone: string };
}

/**
 * The policy as it holds for one pull request: before `require_from`, `mode: require` raises nothing. Rules that are
 * themselves at level `require` stay there: who wrote that asked for it by name.
 */
export function policyFor<Settings extends Dated>(settings: Settings, createdAt: Date): Settings {
  const { mode, require_from: from, follow_up: followUp } = settings;
  if (mode !== "require" || from === undefined || dayOf(createdAt, followUp.time_zone) >= from) return settings;
  const why = mayQuote(settings)
    ? md`holds for pull requests opened from ${{ markdown: inWords(from) }} on. This one was opened before, so`
    : md`does not hold yet for pull requests opened as early as this one, so`;
  const heldBack = md`${"mode: require"} ${why} what that mode raises is only advised.`;
  return { ...settings, mode: "advise", heldBack };
}

/** "2026-03-01": days of four-digit years sort as text. */
function dayOf(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(date);
  const part = (wanted: "year" | "month" | "day"): string => parts.find(({ type }) => type === wanted)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function inWords(day: string): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(new Date(`${day}T00:00:00Z`));
}
