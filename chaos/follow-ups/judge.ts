import type { SimulatedGitHub } from "../../src/sandbox/github/simulated-github.ts";
import type { IssueComment, Repository } from "../../src/sandbox/github/state/model.ts";
import { isQuestion } from "../../test/support/three-months/witness.ts";
import type { Bar } from "../load/bars.ts";
import { percentile } from "../load/percentile.ts";
import { couldSince } from "./passage.ts";
import type { Stretch } from "./passage.ts";
import type { Appointment, Street } from "./street.ts";

/** In milliseconds. */
const ALLOWED_MS = 5 * 60_000;

/** What the app may create for one installation, in a window that is a second longer than GitHub's (`src/github/budget.ts`). */
const createdAMinute = { most: 60, withinMs: 61_000 };
const createdAnHour = { most: 400, withinMs: 3_601_000 };

export interface Seen {
  readonly look: () => void;
  /** Of the app, also those that were deleted since. */
  readonly comments: () => readonly IssueComment[];
}

export function watchComments(repositories: readonly Repository[]): Seen {
  const seen = new Map<number, IssueComment>();
  const look = () => {
    for (const { items } of repositories) {
      for (const { comments } of items.values()) {
        for (const comment of comments) if (comment.viaApp) seen.set(comment.id, comment);
      }
    }
  };
  return { look, comments: () => [...seen.values()] };
}

interface Asked {
  readonly appointment: Appointment;
  readonly times: readonly Date[];
  /** In milliseconds after it could have been asked; null where it was not due by any clock. */
  readonly late: number | null;
  /** What of that GitHub's limits on what is created account for. */
  readonly demanded: number;
}

/** How the questions came, against when they had to. */
export function judge(street: Street, seen: Seen, stretches: readonly Stretch[]): readonly Bar[] {
  const comments = seen.comments();
  const questions = Map.groupBy(comments.filter(isQuestion), ({ on }) => on);
  const created = Map.groupBy(comments, ({ on }) => on.repository);
  const asked = street.appointments.map((appointment): Asked => {
    const { repository, askAt } = appointment;
    const issue = street.opened.get(appointment)?.issue;
    const times = (issue === undefined ? [] : (questions.get(issue) ?? [])).map(({ createdAt }) => new Date(createdAt));
    const [at] = times;
    const since = at === undefined ? null : couldSince(stretches, { dueAt: askAt, doneAt: at });
    const late = at === undefined || since === null ? null : at.getTime() - since;
    const mine = (created.get(repository) ?? []).map(({ createdAt }) => new Date(createdAt).getTime());
    return { appointment, times, late, demanded: at === undefined ? 0 : demandedBefore(mine, at.getTime()) };
  });
  return [
    ...barsOf(asked, questions.size - asked.filter(({ times }) => times.length > 0).length),
    ...latenessOf(asked),
  ];
}

/** How long whoever creates one more at that time had to wait, were all of them wanted at once. */
function demandedBefore(created: readonly number[], at: number): number {
  const within = (ms: number) => created.filter((one) => one <= at && one > at - ms).length;
  const minutes = Math.floor(within(10 * 60_000) / createdAMinute.most) * createdAMinute.withinMs;
  const hours = within(createdAnHour.withinMs) > createdAnHour.most ? createdAnHour.withinMs : 0;
  return minutes + hours;
}

function barsOf(asked: readonly Asked[], elsewhere: number): readonly Bar[] {
  const once = asked.filter(({ times }) => times.length === 1);
  const isEarly = ({ times, late }: Asked) => times.length > 0 && late === null;
  return [
    { what: "follow-ups", value: asked.length },
    { what: "asked exactly once", value: once.length, atLeast: asked.length },
    { what: "never asked", value: asked.filter(({ times }) => times.length === 0).length, atMost: 0 },
    { what: "asked twice or more", value: asked.filter(({ times }) => times.length > 1).length, atMost: 0 },
    { what: "asked where nothing was to be asked", value: elsewhere, atMost: 0 },
    { what: "asked early by the app's own clock", value: asked.filter(isEarly).length, atMost: 0 },
    {
      what: "asked more than 5 minutes late, beyond what GitHub's limits demand",
      value: asked.filter(({ late, demanded }) => late !== null && late > ALLOWED_MS + demanded).length,
      atMost: 0,
    },
  ];
}

function latenessOf(asked: readonly Asked[]): readonly Bar[] {
  const late = asked.flatMap((one) => (one.late === null ? [] : [one.late / 1000]));
  return [
    { what: "after the slot, or the start that came after it: median", value: percentile(late, 0.5), unit: "s" },
    { what: "after the slot, or the start that came after it: p99", value: percentile(late, 0.99), unit: "s" },
    { what: "after the slot, or the start that came after it: at the latest", value: percentile(late, 1), unit: "s" },
  ];
}

/** The most that one installation created in any minute and hour. */
export function peaksOf({ limits, state }: SimulatedGitHub): readonly Bar[] {
  const peaks = state.installations.map(({ id }) => limits.peaks(id));
  const most = (of: "createdAMinute" | "createdAnHour") => Math.max(...peaks.map((peak) => peak[of]));
  return [
    { what: "most created in any minute by one installation (GitHub allows 80)", value: most("createdAMinute") },
    { what: "most created in any hour by one installation (GitHub allows 500)", value: most("createdAnHour") },
  ];
}
