import type { Random } from "../random.ts";
import type { Appointment } from "./street.ts";

/** What happens at a time. Looks are all that is left where nothing else does: then the app works, and time passes. */
export type Happening =
  | { readonly kind: "look" }
  | { readonly kind: "open" | "merge" | "answer"; readonly appointment: Appointment }
  /** In the midst of what it does. */
  | { readonly kind: "kill"; readonly store: "kept" | "lost" }
  | { readonly kind: "start" }
  | { readonly kind: "clock"; readonly wrongBy: number };

export interface Planned {
  readonly at: number;
  readonly happening: Happening;
}

export interface Troubles {
  readonly restarts: number;
  /** Every so many restarts the store is lost. */
  readonly lossEvery: number;
  readonly clockSteps: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const week = 7 * 24 * hour;

/** In seconds after a moment at which something may become due. */
const looks = [5, 10, 20, 40, 70, 100, 160, 220, 280, 340];

/** In seconds after somebody did something: nothing else is waited for then. */
const shortLooks = [5, 70];

/** Longer than a question, its reminder and its grace. */
const weeksAfter = 4;

/** Everything that happens, in order of time. */
export function planPassage(
  appointments: readonly Appointment[],
  troubles: Troubles,
  random: Random,
): readonly Planned[] {
  const slots = slotsOf(appointments);
  const happen = appointments.flatMap((appointment): readonly Planned[] => [
    { at: appointment.openAt.getTime(), happening: { kind: "open", appointment } },
    { at: appointment.mergeAt.getTime(), happening: { kind: "merge", appointment } },
    ...(appointment.answerAt === null
      ? []
      : [{ at: appointment.answerAt.getTime(), happening: { kind: "answer", appointment } } as const]),
  ]);
  const steps = planSteps(slots, troubles, random);
  const restarts = planRestarts(slots, troubles, random);
  const due = slots.flatMap((slot) =>
    [-hour, 0, hour].map((wrongBy) => slot - wrongBy).filter((at) => at + wrongByAt(steps, at) === slot),
  );
  const begun = restarts.filter(({ happening }) => happening.kind === "start");
  const long = [...due, ...[...steps, ...begun].map(({ at }) => at)];
  const short = happen.map(({ at }) => at);
  const looking = [...lookAfter(long, looks), ...lookAfter(short, shortLooks)];
  return [...happen, ...steps, ...restarts, ...onceEach(looking)].toSorted((a, b) => a.at - b.at);
}

/** By a clock that is an hour wrong a slot is an hour earlier or later. */
function wrongByAt(steps: readonly Planned[], at: number): number {
  const last = steps
    .filter((step) => step.at <= at)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  return last?.happening.kind === "clock" ? last.happening.wrongBy : 0;
}

function lookAfter(moments: readonly number[], seconds: readonly number[]): readonly Planned[] {
  return moments.flatMap((at) =>
    seconds.map((after): Planned => ({ at: at + after * second, happening: { kind: "look" } })),
  );
}

function onceEach(looking: readonly Planned[]): readonly Planned[] {
  return [...new Map(looking.map((one) => [one.at, one])).values()];
}

/** Questions, reminders and what lapses belong to the weekly slots, until long after the last question. */
function slotsOf(appointments: readonly Appointment[]): readonly number[] {
  const asked = [...new Set(appointments.map(({ askAt }) => askAt.getTime()))];
  const all = asked.flatMap((at) => Array.from({ length: weeksAfter }, (_, weeks) => at + weeks * week));
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** Half of them when there is the most to do. */
function someTime(slots: readonly number[], random: Random): number {
  const slot = random.pick(slots);
  if (random.chance(0.5)) return slot + random.whole(4 * 60) * second;
  return slot - random.whole(week / second) * second;
}

function planSteps(slots: readonly number[], { clockSteps }: Troubles, random: Random): readonly Planned[] {
  return Array.from({ length: clockSteps }, () => {
    const at = someTime(slots, random) - (random.chance(0.5) ? random.whole(3600) * second : 0);
    return { at, happening: { kind: "clock", wrongBy: random.pick([-hour, 0, hour]) } };
  });
}

/** From a second to a quarter of an hour: mostly it is at once started again. */
function planRestarts(slots: readonly number[], troubles: Troubles, random: Random): readonly Planned[] {
  const { restarts, lossEvery } = troubles;
  const times = Array.from({ length: restarts }, () => someTime(slots, random)).toSorted((a, b) => a - b);
  return times.flatMap((at, index): readonly Planned[] => {
    const store = index % lossEvery === lossEvery - 1 ? "lost" : "kept";
    const next = times[index + 1] ?? Number.POSITIVE_INFINITY;
    const down = random.chance(0.7) ? 1 + random.whole(20) : random.whole(15 * 60);
    // The next one is killed while it runs, and not while it is away.
    const back = Math.max(at + second, Math.min(at + down * second, next - 30 * second));
    return [
      { at, happening: { kind: "kill", store } },
      { at: back, happening: { kind: "start" } },
    ];
  });
}
