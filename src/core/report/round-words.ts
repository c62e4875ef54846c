import { formatReference, sameReference } from "../facts/reference.ts";
import type { FollowUpFacts, Round, Served } from "../follow-up/follow-up.ts";
import { keptOf } from "../follow-up/kept-of.ts";
import type { OutcomeRecord } from "../follow-up/record.ts";
import { join, md, quote } from "../markdown/markdown.ts";
import type { Markdown } from "../markdown/markdown.ts";
import { formatDay } from "./dates.ts";
import type { QuestionSettings } from "./question-settings.ts";

/** How many beliefs are quoted, and pull requests named: who wants more finds it there. */
const [mostBeliefs, mostServed] = [5, 10];

/** In characters, of each. */
const longestBelief = 600;

/** Whether all that is known of its purpose is a question that somebody wanted to find an answer to. */
export function isExploration({ served }: Pick<Round, "served">): boolean {
  const kept = keptOf(served);
  return kept.some(({ record }) => record.exploring !== null) && kept.every(({ record }) => record.believed === null);
}

/** "Merged for this problem: #12 on 2 March 2026, #14 on 9 March 2026 (taken back by #20)." */
export function describeShipped(
  { home, repository }: FollowUpFacts,
  { served }: Pick<Round, "served">,
  { follow_up: { time_zone: zone } }: QuestionSettings,
): Markdown {
  const kept = keptOf(served);
  const each = kept.slice(0, mostServed).map((one): Markdown => {
    const name = sameReference(one.reference, home.reference)
      ? "this pull request"
      : formatReference(one.reference, repository);
    return md`${{ markdown: name }} on ${dayOf(one.mergedAt, zone)}${describeFate(one, zone)}`;
  });
  const more = kept.length - each.length;
  const lead = home.kind === "problem" ? md`Merged for this problem` : md`Merged`;
  return md`${lead}: ${join(each, ", ")}${more === 0 ? md`` : md`, and ${more} more`}.`;
}

/**
 * What became of it before anybody could look. Not when it was released: that is asked of GitHub until people are asked and
 * no longer (`sources/follow-up/find-starts.ts`), and would leave the question again.
 */
function describeFate({ revertedAt, revertedBy, restoredAt }: Served, zone: string): Markdown {
  if (revertedAt !== null) return revertedBy === null ? md` (taken back)` : md` (taken back by #${revertedBy})`;
  return restoredAt === null ? md`` : md` (taken back, and there again since ${dayOf(restoredAt, zone)})`;
}

function dayOf(date: Date, zone: string): Markdown {
  return { markdown: formatDay(date, zone) };
}

/** Each distinct belief once, as it was written at its merge; what was asked where that was an exploration. */
export function describeBeliefs({ served }: Pick<Round, "served">): readonly string[] {
  const kept = keptOf(served);
  return [
    ...describeQuotes("What was believed:", kept, ({ believed }) => believed),
    ...describeQuotes("What was to be found out:", kept, ({ exploring }) => exploring),
  ];
}

function describeQuotes(
  lead: string,
  kept: readonly Served[],
  told: (record: OutcomeRecord) => string | null,
): readonly string[] {
  const texts = [...new Set(kept.flatMap(({ record }) => told(record) ?? []))];
  if (texts.length === 0) return [];
  const shown = texts.slice(0, mostBeliefs).map((text) => {
    const same = kept.filter(({ record }) => told(record) === text);
    return `> ${quote(text, longestBelief).markdown}${describeEdit(same)}`;
  });
  const more = texts.length - shown.length;
  const rest = more === 0 ? [] : [`> _and ${more} more, in what was merged_`];
  return [lead, [...shown, ...rest].join("\n>\n")];
}

/** Whether the words are of after the merge is not the same as whether others stand there by now. */
function describeEdit(same: readonly Served[]): string {
  if (same.some(({ record }) => record.edited_after_merge)) return " _(edited after the merge)_";
  const isEdited = same.some(({ editedAt, mergedAt }) => editedAt !== null && editedAt > mergedAt);
  return isEdited ? " _(the description was edited after the merge; this is what was read then)_" : "";
}

/** In counts, of those who reported the problem; null where none of them reacted. */
export function describeReactions({ reactions }: FollowUpFacts): Markdown | null {
  if (reactions === null || reactions.solved + reactions.notSolved === 0) return null;
  return md`Of those who reported it: 👍 ${reactions.solved}, 👎 ${reactions.notSolved}.`;
}
