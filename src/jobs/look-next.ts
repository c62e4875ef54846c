import type { FollowUpSettings } from "../core/follow-up/follow-up-settings.ts";
import type { Round } from "../core/follow-up/follow-up.ts";
import { slotFrom } from "../core/follow-up/slot.ts";

interface Looked {
  /** When something becomes due by itself. */
  readonly nextAt: Date | null;
  readonly rounds: readonly Round[];
  /** As of when all this was found. */
  readonly at: Date;
  /** When there is room for what was left out; null: nothing was. */
  readonly postponedTo: Date | null;
}

/**
 * When a follow-up is looked at again though nobody tells of a change. What is still due after all was written that may be
 * was refused, and waits for the next slot; so does what waits for a release, should the delivery about it be lost.
 */
export function lookNext({ nextAt, rounds, at, postponedTo }: Looked, settings: FollowUpSettings): Date | null {
  if (postponedTo !== null) return postponedTo;
  if (nextAt !== null && nextAt > at) return nextAt;
  const waits = rounds.some(({ state }) => state.kind === "waiting");
  return nextAt === null && !waits ? null : slotFrom(new Date(at.getTime() + 1), settings);
}
