import type { ObservedFollowUp, ObservedWord } from "../follow-up/observed-follow-up.ts";
import type { DesiredQuestion, DesiredQuote, DesiredReminder, DesiredWords } from "./desire-words.ts";
import { sameText } from "./plan-writes.ts";
import type { Write } from "./write.ts";

/**
 * In milliseconds. A create that failed after it was applied leaves a twin soon after; what is further away was asked for
 * another time, and people may have answered below it.
 */
const longestTwin = 86_400_000;

type ObservedWords = Pick<ObservedFollowUp, "comments" | "deletions">;

/** What is to be written, edited, hidden and deleted of our words in one round. */
export function planWords(observed: ObservedWords, desired: DesiredWords): readonly Write[] {
  const isWithin = (at: Date) => at >= desired.from && (desired.until === null || at < desired.until);
  const within = observed.comments.filter(({ createdAt }) => isWithin(createdAt));
  const wasDeleted = observed.deletions.some(isWithin);
  return [
    ...planOf(within, "question", (shown) => planQuestion(shown, desired.question)),
    ...planOf(within, "reminder", (shown) => planReminder(shown, desired.reminder)),
    ...planOf(within, "quote", (shown) => planQuote(shown, desired.quote, wasDeleted)),
  ];
}

function planOf(
  observed: readonly ObservedWord[],
  kind: ObservedWord["kind"],
  plan: (shown: readonly ObservedWord[]) => readonly Write[],
): readonly Write[] {
  const all = observed.filter((one) => one.kind === kind);
  const shown = withoutTwins(all);
  const twins = all.filter((one) => !shown.includes(one));
  return [...plan(shown), ...twins.map(({ id }): Write => ({ kind: "delete-comment", id }))];
}

/** The oldest of each that were written together. */
function withoutTwins(comments: readonly ObservedWord[]): readonly ObservedWord[] {
  const kept: ObservedWord[] = [];
  for (const one of comments) {
    const before = kept.at(-1);
    if (before === undefined || one.createdAt.getTime() - before.createdAt.getTime() > longestTwin) kept.push(one);
  }
  return kept;
}

/** We never hide it: one that is hidden, a person hid. */
function planQuestion(shown: readonly ObservedWord[], desired: DesiredQuestion): readonly Write[] {
  const latest = shown.at(-1);
  if (desired.kind === "as-it-is" || latest?.minimised === true) return [];
  if (latest !== undefined) return desired.kind === "kept" && isKept(latest, desired) ? [] : edit(latest, desired.body);
  return desired.kind === "written" ? [{ kind: "create-comment", body: desired.body }] : [];
}

function planReminder(shown: readonly ObservedWord[], desired: DesiredReminder): readonly Write[] {
  if (desired.kind === "hidden") return shown.flatMap(hide);
  const over = shown.filter(({ createdAt }) => createdAt < desired.since);
  const isMissing = desired.kind === "written" && over.length === shown.length;
  return [...(isMissing ? [{ kind: "create-comment", body: desired.body } as const] : []), ...over.flatMap(hide)];
}

/** Facts know of no deleted one: where a person deleted any comment of ours since, none is written again. */
function planQuote(shown: readonly ObservedWord[], desired: DesiredQuote, wasDeleted: boolean): readonly Write[] {
  if (desired.kind === "as-it-is") return [];
  if (desired.kind === "hidden") return shown.flatMap(hide);
  const latest = shown.at(-1);
  if (latest === undefined) return wasDeleted ? [] : [{ kind: "create-comment", body: desired.body }];
  const { id, nodeId, minimised, minimisedReason } = latest;
  if (minimised && minimisedReason !== "resolved") return [];
  return [...edit(latest, desired.body), ...(minimised ? [{ kind: "restore-comment", id, nodeId } as const] : [])];
}

function isKept({ body: shown }: ObservedWord, { body, hidden }: DesiredQuestion & { readonly kind: "kept" }): boolean {
  return headingOf(shown) === headingOf(body) && !hidden.some((text) => shown.includes(text));
}

/** The line behind the marker. */
function headingOf(body: string): string {
  return body.split(/\r?\n/, 2).join("\n").trimEnd();
}

function edit({ id, body }: ObservedWord, wanted: string): readonly Write[] {
  return sameText(body, wanted) ? [] : [{ kind: "update-comment", id, body: wanted }];
}

function hide({ id, nodeId, minimised }: ObservedWord): readonly Write[] {
  return minimised ? [] : [{ kind: "minimise-comment", id, nodeId }];
}
