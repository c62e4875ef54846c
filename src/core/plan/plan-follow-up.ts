import type { Reference } from "../facts/reference.ts";
import type { ObservedFollowUp } from "../follow-up/observed-follow-up.ts";
import type { DesiredFollowUp } from "./desire-follow-up.ts";
import type { Write } from "./write.ts";

/** What is to be written on one thread, in this order. */
export interface ThreadWrites {
  readonly thread: Reference;
  readonly writes: readonly Write[];
}

/** The difference between what stands there and what should: [] when there is none. */
export function planFollowUp(_observed: ObservedFollowUp, _desired: DesiredFollowUp): readonly ThreadWrites[] {
  throw new Error("not written yet");
}
