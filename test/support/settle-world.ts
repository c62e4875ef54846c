import { foldRounds } from "../../src/core/follow-up/fold-rounds.ts";
import type { FollowUpSettings } from "../../src/core/follow-up/follow-up-settings.ts";
import type { Round } from "../../src/core/follow-up/follow-up.ts";
import { nextLookAt } from "../../src/core/follow-up/next-look.ts";
import { desireFollowUp } from "../../src/core/plan/desire-follow-up.ts";
import { planFollowUp } from "../../src/core/plan/plan-follow-up.ts";
import type { ThreadWrites } from "../../src/core/plan/plan-follow-up.ts";
import { labels, look } from "./follow-up-world.ts";
import type { World } from "./follow-up-world.ts";

export interface Look {
  readonly plan: readonly ThreadWrites[];
  readonly rounds: readonly Round[];
  readonly nextAt: Date | null;
}

/** One look at a home, by the clock of whoever looks. */
export function planWorld(world: World, now: Date, settings: FollowUpSettings): Look {
  const { facts, observed } = look(world, now);
  const rounds = foldRounds(facts, settings);
  const desired = desireFollowUp(facts, rounds, { follow_up: settings, labels, commands: {} });
  const latest = rounds.at(-1);
  return {
    plan: planFollowUp(observed, desired),
    rounds,
    nextAt: latest === undefined ? null : nextLookAt(latest.state),
  };
}
