import type { FollowUpFacts, Round } from "../core/follow-up/follow-up.ts";
import { problemHere, readKept } from "../core/follow-up/record.ts";
import { nameAnew } from "../core/follow-up/summarise.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { FollowUpSummary } from "../core/follow-up/summary.ts";
import type { HomeRef, KnownServed } from "../queue/known-follow-ups.ts";
import { hasLeft } from "../sources/follow-up/left-words.ts";
import type { GitHubReader } from "../sources/ports.ts";
import { askAgainLater, isIncomplete } from "./ask-follow-up-again.ts";
import { boardChanged } from "./board-changed.ts";
import { settleOf } from "./settle-of.ts";
import type { JobTools } from "./tools.ts";

interface Tools extends Pick<JobTools, "followUps"> {
  readonly queue: Pick<JobTools["queue"], "send">;
}

/**
 * The thread is gone, or in another repository: what was merged for a problem is followed up on the first of it from now
 * on. The record still names the problem, so that is known by the index alone; with a new one it is found out once more.
 */
export async function leaveHome(
  home: HomeRef,
  tools: Tools & Pick<JobTools, "now"> & { readonly reader: Pick<GitHubReader, "readServed"> },
): Promise<void> {
  const known = await tools.followUps.servedBy(home);
  const numbers = known.map(({ number }) => number).filter((number) => number !== home.number);
  const read = await tools.reader.readServed(home.repository, numbers);
  const served = read.flatMap((one) => (one === null ? [] : [one]));
  const [first] = served.toSorted((a, b) => a.mergedAt.getTime() - b.mergedAt.getTime());
  if (first !== undefined) {
    const { title, reference } = first;
    const to = { kind: "pull_request", number: reference.number, title } as const;
    return moveHome(home, to, tools);
  }
  // The whole repository may be hidden for a moment: nothing would ever list again what did not change since.
  const last = await tools.followUps.lastLook(home);
  if (isIncomplete({ undetermined: false, served }, { known, last, now: tools.now() })) {
    return askAgainLater(home, tools, last);
  }
  await tools.followUps.forgetHome(home);
  await boardChanged(home, tools.queue);
}

/**
 * The problem that the work was merged for, once it is back: GitHub was in trouble, or issues were switched off for a while.
 * Answers whether it was. One query at each look, but only where a problem was left.
 */
export async function returnHome(
  home: HomeRef,
  served: readonly KnownServed[],
  tools: Tools & { readonly reader: Pick<GitHubReader, "readProblem"> },
): Promise<boolean> {
  if (home.on === "problem") return false;
  const [number] = served.flatMap(({ record }) => problemOf(record) ?? []);
  if (number === undefined) return false;
  const { owner, name, id: repositoryId } = home.repository;
  const reading = await tools.reader.readProblem({ owner, name, repositoryId, number }, { kind: "none" });
  if (reading === null) return false;
  const to = { kind: "problem", number, title: reading.issue.title } as const;
  await moveHome(home, to, tools);
  return true;
}

function problemOf(record: unknown): number | null {
  const kept = readKept(record);
  return kept && problemHere(kept);
}

interface Looked {
  readonly facts: Pick<FollowUpFacts, "home" | "served">;
  readonly latest: Round | undefined;
}

/**
 * What was merged after an outcome is followed up on itself, once the problem is gone: a label there cannot tell of both.
 * Answers whether it was moved.
 */
export async function moveToLatest(home: HomeRef, { facts, latest }: Looked, tools: Tools): Promise<boolean> {
  const [first] = latest?.served ?? [];
  const isThere = latest?.served.some(({ reference }) => reference.number === home.number);
  if (first === undefined || isThere || !hasLeft(facts.home, facts.served)) return false;
  const to = { kind: "pull_request", number: first.reference.number, title: first.title } as const;
  await moveHome(home, to, tools);
  return true;
}

type Named = Pick<FollowUpSummary, "kind" | "number" | "title">;

/** With what is known of it: nobody is asked a second time, and what was learned is told on. */
async function moveHome(home: HomeRef, to: Named, { followUps, queue }: Tools): Promise<void> {
  const next: HomeRef = { ...home, on: to.kind, number: to.number };
  const summary = readSummary((await followUps.lastLook(home))?.summary);
  // Whoever deletes a problem wants its title gone.
  await followUps.moveHome(home, next, summary && nameAnew(summary, to));
  await queue.send([settleOf(next)]);
  await boardChanged(home, queue);
}
