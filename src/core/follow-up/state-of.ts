import type { FollowUpSettings } from "./follow-up-settings.ts";
import type { FollowUpState, Served, Snooze } from "./follow-up.ts";
import type { RoundEvents } from "./round-events.ts";
import { slotFrom } from "./slot.ts";

const day = 86_400_000;

/** In milliseconds: nobody is reminded, or given up on, sooner than this after being asked. Half of what lies between two slots. */
const shortestWait = 3.5 * day;

/**
 * In milliseconds. What could not be asked for so long, because the app was away or switched off, is not asked any more:
 * people would be asked about all of that at once, and of changes that they have forgotten.
 */
const longestDelay = 90 * day;

interface When {
  readonly settings: FollowUpSettings;
  readonly now: Date;
}

/** How far the follow-up of these merged pull requests is. People's words come before everything that happens by itself. */
export function stateOf(served: readonly Served[], events: RoundEvents, when: When): FollowUpState {
  const answer = events.answers.at(-1);
  // Who answers by hand puts one label on and takes the other off, in whatever order: that cancels nothing.
  if (answer !== undefined) return { kind: "settled", outcome: answer.outcome, at: answer.at, answer };
  const cancelledAt = events.cancelled.at(-1);
  if (cancelledAt !== undefined) return { kind: "cancelled", at: cancelledAt };
  const kept = served.filter((one) => one.cancelledAt === null);
  if (kept.length === 0) return { kind: "cancelled", at: latest(served.map((one) => one.cancelledAt)) ?? when.now };
  const standing = kept.filter((one) => one.revertedAt === null);
  if (standing.length === 0) {
    const at = latest(kept.map((one) => one.revertedAt)) ?? when.now;
    return { kind: "settled", outcome: "reverted", at, answer: null };
  }
  // What seemed to be two follow-ups may turn out to be one, when a revert or an answer is taken back: the later question counts.
  const asked = events.asked.at(-1);
  return asked === undefined ? beforeQuestion(standing, events, when) : afterQuestion(asked, events, when);
}

function beforeQuestion(standing: readonly Served[], { snoozes }: RoundEvents, when: When): FollowUpState {
  const due = dueOf(standing);
  if (due === null) return { kind: "waiting" };
  const { dueAt, lastDueAt } = due;
  const askAt = slotFrom(latest([dueAt, snoozes.at(-1)?.until ?? null]) ?? dueAt, when.settings);
  if (when.now < askAt) return { kind: "pending", dueAt, askAt };
  // What was merged while nobody could ask is given as long.
  const lapsedAt = after(latest([askAt, lastDueAt]) ?? askAt, longestDelay);
  if (when.now < lapsedAt) return { kind: "due", dueAt, askAt };
  return { kind: "settled", outcome: "unmeasured", at: lapsedAt, answer: null };
}

interface Due {
  readonly dueAt: Date;
  /** When it would be if there were no end to waiting for the last of them. */
  readonly lastDueAt: Date;
}

/** The window starts at the last of them, and is over at the latest two windows after the first; the longest window counts. */
function dueOf(standing: readonly Served[]): Due | null {
  const starts = standing.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt.getTime()]));
  if (starts.length === 0) return null;
  const window = Math.max(...standing.map(({ record }) => record.window_days)) * day;
  const [last, atLatest] = [Math.max(...starts) + window, Math.min(...starts) + 2 * window];
  const isWhole = starts.length === standing.length;
  return { dueAt: new Date(isWhole ? Math.min(last, atLatest) : atLatest), lastDueAt: new Date(last) };
}

function afterQuestion(asked: Date, events: RoundEvents, { settings, now }: When): FollowUpState {
  const snooze = events.snoozes.findLast(({ at }) => at >= asked);
  // Who asks to be asked later is reminded once more.
  const reminder = reminderOf(asked, snooze, events);
  if (reminder === undefined) {
    const remindAt = slotFrom(latest([after(asked, shortestWait), snooze?.until ?? null]) ?? asked, settings);
    return { kind: "asked", at: asked, remindAt };
  }
  const lapsesAt = latest([after(asked, settings.grace.milliseconds), after(reminder, shortestWait)]) ?? reminder;
  if (now < lapsesAt) return { kind: "reminded", at: reminder, lapsesAt };
  return { kind: "settled", outcome: "unmeasured", at: lapsesAt, answer: null };
}

/** A question that a person took away stands for its own reminder: it is waited for, and nobody is asked again. */
function reminderOf(asked: Date, snooze: Snooze | undefined, { reminded, withdrawn }: RoundEvents): Date | undefined {
  const isWithdrawn = withdrawn.some((at) => at.getTime() === asked.getTime());
  const reminder = reminded.findLast((at) => at >= (snooze?.at ?? asked));
  return reminder ?? (isWithdrawn ? (snooze?.until ?? asked) : undefined);
}

function after(date: Date, milliseconds: number): Date {
  return new Date(date.getTime() + milliseconds);
}

function latest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce<Date | null>((last, one) => (one !== null && (last === null || one > last) ? one : last), null);
}
