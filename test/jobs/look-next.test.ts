import { expect, test } from "vitest";
import type { FollowUpState, Round } from "../../src/core/follow-up/follow-up.ts";
import { lookNext } from "../../src/jobs/look-next.ts";
import { settings } from "../support/follow-ups.ts";

/** A Tuesday, at the slot. */
const SLOT = new Date("2026-03-03T10:00:00Z");
const NEXT_SLOT = new Date("2026-03-10T10:00:00Z");
const LATER = new Date("2026-03-05T12:00:00Z");

function roundThatIs(state: FollowUpState): Round {
  return { served: [], state, answers: [], askedAt: null, snoozedAt: null, remindedAt: null };
}

const over = roundThatIs({ kind: "cancelled", at: SLOT });
const waiting = roundThatIs({ kind: "waiting" });

test.each([
  ["when the next thing becomes due", { nextAt: LATER, rounds: [over] }, LATER],
  ["when there is room again for what was left out", { nextAt: SLOT, rounds: [over], postponedTo: LATER }, LATER],
  ["at the next slot where what is due was refused", { nextAt: SLOT, rounds: [over] }, NEXT_SLOT],
  ["at the next slot where a release is waited for", { nextAt: null, rounds: [over, waiting] }, NEXT_SLOT],
  ["never where all is over", { nextAt: null, rounds: [over] }, null],
])("a follow-up is looked at again %s", (_, looked, expected) => {
  expect(lookNext({ at: SLOT, postponedTo: null, ...looked }, settings())).toEqual(expected);
});
