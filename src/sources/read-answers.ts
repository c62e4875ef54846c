import type { Actor } from "../core/facts/actor.ts";
import { isFollowUp } from "../core/commands/command.ts";
import { foldAnswers } from "../core/commands/fold-answers.ts";
import type { SaidAnswers } from "../core/follow-up/said-answers.ts";
import { readGiven } from "./read-given.ts";
import type { SaidMeans, SpokenThread } from "./read-given.ts";

/** A home, or a merged pull request that is followed up there. */
export interface AnsweredThread extends SpokenThread {
  readonly servers: readonly Actor[];
}

/** What people answered on one thread by comments that stand and were never edited. No request where there are none. */
export async function readAnswers(thread: AnsweredThread, means: SaidMeans): Promise<SaidAnswers> {
  return foldAnswers(await readGiven(thread, means, isFollowUp));
}
