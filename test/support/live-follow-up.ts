import type { FollowUpSettings } from "../../src/core/follow-up/follow-up-settings.ts";
import type { Round } from "../../src/core/follow-up/follow-up.ts";
import type { ThreadWrites } from "../../src/core/plan/plan-follow-up.ts";
import { followUpKind } from "../../src/core/report/marker.ts";
import { clockAt, nextTurn } from "./clock-spans.ts";
import type { Span } from "./clock-spans.ts";
import type { WorldEvent } from "./follow-up-events.ts";
import { applyAll, emptyWorld } from "./follow-up-world.ts";
import type { World } from "./follow-up-world.ts";
import { planWorld } from "./settle-world.ts";

/** A question or reminder at the moment at which it was written. */
export interface Written {
  readonly kind: "question" | "reminder" | "quote";
  readonly at: number;
  /** What the clock of whoever wrote it showed. */
  readonly clock: number;
  readonly round: Round;
  readonly world: World;
}

/** One look: who wakes for nothing twice in a row would never sleep. */
interface Looked {
  readonly by: "event" | "wake";
  readonly writes: number;
  readonly state: string;
  readonly wrote: readonly string[];
}

export interface Life {
  readonly world: World;
  readonly rounds: readonly Round[];
  readonly written: readonly Written[];
  readonly looks: readonly Looked[];
  readonly settings: FollowUpSettings;
}

interface Given {
  readonly events: readonly WorldEvent[];
  readonly spans: readonly Span[];
  readonly settings: FollowUpSettings;
  /** Whether a create fails after it was applied. */
  readonly isLost: () => boolean;
}

/** In milliseconds: who is due is looked for each minute. */
const minute = 60_000;

/** Everything that happens to one home, until nothing is to come. */
export function live({ events, spans, settings, isLost }: Given): Life {
  let [world, now, wakeAt, calledAt] = [emptyWorld, 0, Infinity, Infinity];
  const [written, looks, coming]: [Written[], Looked[], WorldEvent[]] = [[], [], [...events]];
  while (looks.length < 300) {
    const lookAt = Math.min(wakeAt, calledAt);
    const event = coming[0];
    if (event !== undefined && event.at <= lookAt) {
      coming.shift();
      world = event.happen(world);
      calledAt = Math.min(calledAt, nextTurn(spans, event.at, 0));
      continue;
    }
    if (lookAt === Infinity) break;
    now = lookAt;
    const clock = clockAt(spans, now);
    const { plan, rounds, nextAt } = planWorld(world, new Date(clock), settings);
    const [round, wrote] = [rounds.at(-1), createdBy(plan)];
    if (round !== undefined) written.push(...wrote.map((kind) => ({ kind, at: now, clock, round, world })));
    const writes = plan.reduce((sum, one) => sum + one.writes.length, 0);
    looks.push({ by: calledAt <= wakeAt ? "event" : "wake", writes, state: round?.state.kind ?? "", wrote });
    world = applyAll(world, plan, new Date(now));
    if (isLost()) world = applyAll(world, onlyCreates(plan), new Date(now + 2_000));
    wakeAt = nextAt === null ? Infinity : nextTurn(spans, now + minute, nextAt.getTime());
    calledAt = Infinity;
  }
  return { world, rounds: planWorld(world, new Date(clockAt(spans, now)), settings).rounds, written, looks, settings };
}

function createdBy(plan: readonly ThreadWrites[]): readonly Written["kind"][] {
  return onlyCreates(plan).flatMap(({ writes }) =>
    writes.flatMap((write) => (write.kind === "create-comment" ? (followUpKind(write.body) ?? []) : [])),
  );
}

function onlyCreates(plan: readonly ThreadWrites[]): readonly ThreadWrites[] {
  return plan.map(({ thread, writes }) => ({
    thread,
    writes: writes.filter(({ kind }) => kind === "create-comment"),
  }));
}
