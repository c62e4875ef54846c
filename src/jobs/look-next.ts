import type { FollowUpSettings } from "../core/follow-up/follow-up-settings.ts";
import type { Round } from "../core/follow-up/follow-up.ts";
import { nextLookAt, waitsForRelease } from "../core/follow-up/next-look.ts";
import { slotFrom } from "../core/follow-up/slot.ts";
import type { HomeLook } from "../queue/known-follow-ups.ts";

interface Looked {
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
export function lookNext(
  { rounds, at, postponedTo }: Looked,
  settings: FollowUpSettings,
): Pick<HomeLook, "nextAt" | "waits"> {
  const round = rounds.at(-1);
  if (round === undefined) return { nextAt: postponedTo, waits: false };
  const waits = waitsForRelease(round);
  const dueAt = nextLookAt(round.state);
  const isLater = !waits && (dueAt === null || dueAt > at);
  const nextAt = isLater ? dueAt : slotFrom(new Date(at.getTime() + 1), settings);
  return { nextAt: postponedTo ?? nextAt, waits };
}
