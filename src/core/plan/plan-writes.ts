import type {
  Annotation,
  Observed,
  ObservedAnnotation,
  ObservedCheckRun,
  ObservedComment,
  ObservedLabels,
} from "../facts/observed.ts";
import type { Label } from "../follow-up/labels.ts";
import { findRecord, recordedNumbers } from "../follow-up/record.ts";
import type { CheckRunContent } from "../report/check-run.ts";
import { longestText } from "../report/cut.ts";
import { isPromise } from "../report/is-promise.ts";
import { conclusions } from "../verdict/verdict.ts";
import type { Desired, DesiredCheckRun, DesiredComment } from "./desired.ts";
import type { Write } from "./write.ts";

/** The difference between what GitHub shows and what it should show: [] when there is none. The check run comes first. */
export function planWrites(observed: Observed, desired: Desired, now: Date): readonly Write[] {
  return [
    ...planCheckRun(observed.checkRun, desired.checkRun),
    ...planRecordText(observed.checkRun, desired.recordText),
    ...desired.labels.flatMap((label) => planLabel(observed.labels, label)),
    ...planComment(observed.comment, desired.comment, now),
  ];
}

/** When the same plan would have something to write though nothing else happens; null when never. */
export function nextLook(observed: Observed, desired: Desired, now: Date): Date | null {
  const { comment } = desired;
  const waits = comment.kind === "shown" && comment.from > now && mayShow(observed.comment);
  const times = [...(waits ? [comment.from] : []), ...(desired.retryAt === null ? [] : [desired.retryAt])];
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function planCheckRun(observed: ObservedCheckRun | null, desired: DesiredCheckRun): readonly Write[] {
  if (desired.kind === "as-it-is") return [];
  if (desired.kind === "instead-of-promise" && !promises(observed)) return [];
  const { headSha } = desired;
  if (observed === null) return [{ kind: "create-check-run", headSha, content: desired.content }];
  if (desired.kind === "record" && isRecorded(observed, desired.content)) return [];
  const content = { ...desired.content, text: keepRecords(observed.text, desired.content.text) };
  // A record that has no room beside others' is left out: cut short, neither it nor they could be read again.
  if (desired.kind === "record" && content.text.length > longestText) return [];
  return planOwnRun(observed, desired, content);
}

/** What is recorded there is followed up, whatever the texts say by now. */
function promises(observed: ObservedCheckRun | null): boolean {
  return observed !== null && recordedNumbers(observed.text).length === 0 && isPromise(observed.title);
}

/**
 * GitHub adds the annotations of an update to those that stand there, and takes none off: what is new is sent alone, and
 * what must go is left behind with its run. A merge changes no line, so its record leaves them.
 */
function planOwnRun(
  observed: ObservedCheckRun,
  { kind, headSha }: Exclude<DesiredCheckRun, { kind: "as-it-is" }>,
  content: CheckRunContent,
): readonly Write[] {
  const [shown, wanted] = [observed.annotations ?? [], kind === "record" ? [] : (content.annotations ?? [])];
  const stale = kind === "set" && shown.some((one) => !wanted.some((other) => sameAnnotation(one, other)));
  if (stale) return [{ kind: "create-check-run", headSha, content }];
  const missing = wanted.filter((one) => !shown.some((other) => sameAnnotation(other, one)));
  if (missing.length === 0 && shows(observed, content)) return [];
  const { conclusion, title, summary, text } = content;
  const added = missing.length === 0 ? {} : { annotations: missing };
  return [{ kind: "update-check-run", id: observed.id, content: { conclusion, title, summary, text, ...added } }];
}

/** By words alone, whatever white space GitHub hands back: a difference that is none would give a new run at each look. */
function sameAnnotation(shown: ObservedAnnotation, wanted: Annotation): boolean {
  const sameLevel = shown.level === null || shown.level === wanted.level;
  const sameLine = shown.path === wanted.path && shown.line === wanted.line;
  return sameLevel && sameLine && wordsOf(shown.message) === wordsOf(wanted.message);
}

function wordsOf(message: string): string {
  return message.replaceAll(/\s+/g, " ").trim();
}

function planRecordText(observed: ObservedCheckRun | null, text: string | undefined): readonly Write[] {
  const conclusion = conclusions.find((one) => one === observed?.conclusion);
  if (observed === null || text === undefined || conclusion === undefined) return [];
  const { id, title, summary } = observed;
  return [{ kind: "update-check-run", id, content: { conclusion, title, summary, text } }];
}

/** What opted out may be linked after its merge, and is followed up then; what is followed up opts out no more. */
function isRecorded(observed: ObservedCheckRun, { text }: CheckRunContent): boolean {
  const recorded = recordedNumbers(observed.text);
  return recordedNumbers(text).every((number) =>
    findRecord(text, number) === null ? recorded.includes(number) : findRecord(observed.text, number) !== null,
  );
}

/** What was believed at a merge outlives every later answer, also that of another pull request with the same head. */
function keepRecords(observed: string, desired: string): string {
  if (recordedNumbers(observed).length === 0) return desired;
  return [normalise(observed), desired].filter((text) => text !== "").join("\n\n");
}

function shows(observed: ObservedCheckRun, content: CheckRunContent): boolean {
  return (
    observed.completed &&
    observed.conclusion === content.conclusion &&
    (["title", "summary", "text"] as const).every((part) => sameText(observed[part], content[part]))
  );
}

/** GitHub hands texts back with its own line ends and without white space at the end. */
export function sameText(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}

function planLabel(observed: ObservedLabels, label: Label): readonly Write[] {
  if (contains(observed.onThread, label.name) || contains(observed.removedByAPerson, label.name)) return [];
  const create: readonly Write[] = contains(observed.inRepository, label.name) ? [] : [{ kind: "create-label", label }];
  return [...create, { kind: "add-label", name: label.name }];
}

/** GitHub compares label names without regard to case. */
function contains(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase());
}

function planComment(observed: ObservedComment, desired: DesiredComment, now: Date): readonly Write[] {
  if (observed.kind === "deleted-by-a-person") return [];
  if (observed.kind === "none") {
    return desired.kind === "shown" && desired.from <= now ? [{ kind: "create-comment", body: desired.body }] : [];
  }
  const twins = observed.twins.map((id): Write => ({ kind: "delete-comment", id }));
  return [...planOwnComment(observed, desired, now), ...twins];
}

type Present = ObservedComment & { kind: "present" };

/** One that a person hid stays hidden, and unchanged. */
function planOwnComment(observed: Present, desired: DesiredComment, now: Date): readonly Write[] {
  const { id, nodeId, hidden } = observed;
  if (hidden === "by-a-person" || desired.kind === "as-it-is") return [];
  if (desired.kind === "settled") return hidden === "no" ? [{ kind: "minimise-comment", id, nodeId }] : [];
  if (hidden === "by-us" && desired.from > now) return [];
  const update: readonly Write[] = sameText(observed.body, desired.body)
    ? []
    : [{ kind: "update-comment", id, body: desired.body }];
  return hidden === "no" ? update : [...update, { kind: "restore-comment", id, nodeId }];
}

function mayShow(observed: ObservedComment): boolean {
  return observed.kind === "none" || (observed.kind === "present" && observed.hidden === "by-us");
}
