import type { GivenAnswer, Snooze } from "./follow-up.ts";

/** What happened in one round, each list in order of time. */
export interface RoundEvents {
  /** When our questions were written. */
  readonly asked: readonly Date[];
  /** Of those, the ones that a person deleted, hid or locked up. */
  readonly withdrawn: readonly Date[];
  readonly reminded: readonly Date[];
  readonly cancelled: readonly Date[];
  readonly snoozes: readonly Snooze[];
  readonly answers: readonly GivenAnswer[];
}
