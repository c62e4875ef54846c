import { beginnings } from "./beginnings.ts";
import { aftermath, changes } from "./changes.ts";
import type { Moment, People } from "./moment.ts";
import { discussions, problems } from "./problems.ts";

export interface Planting {
  readonly people: People;
  /** When the past that is told here ends. */
  readonly now: Date;
  /** Sets the simulation's clock. */
  readonly travelTo: (time: Date) => void;
}

const dayInMs = 24 * 60 * 60 * 1000;

/** Lets the seed's past happen in the simulation, in its order and at its times. */
export function plant({ people, now, travelTo }: Planting): void {
  for (const { daysAgo, happens } of history()) {
    travelTo(new Date(now.getTime() - daysAgo * dayInMs));
    happens(people);
  }
}

/** All that happened, from the first day on. */
export function history(): readonly Moment[] {
  return [...beginnings, ...problems, ...discussions, ...changes, ...aftermath].toSorted(
    (a, b) => b.daysAgo - a.daysAgo,
  );
}
