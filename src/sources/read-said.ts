import { isWork } from "../core/commands/command.ts";
import { foldSaid } from "../core/commands/fold-said.ts";
import type { Said } from "../core/facts/said.ts";
import { readGiven } from "./read-given.ts";
import type { SaidMeans, SpokenThread } from "./read-given.ts";

/**
 * What people said of a thread by commands whose comments stand and were never edited. No request where there are none,
 * and none for who answers what became of merged work: no verdict depends on that.
 */
export async function readSaid(thread: SpokenThread, means: SaidMeans): Promise<Said> {
  const given = await readGiven(thread, means, isWork);
  // The last word counts.
  return foldSaid([...given.filter(({ yields }) => yields), ...given.filter(({ yields }) => !yields)]);
}
