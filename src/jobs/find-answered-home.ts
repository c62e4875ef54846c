import type { Command } from "../core/commands/command.ts";
import { labelKeys } from "../core/follow-up/labels.ts";
import type { LabelSettings } from "../core/follow-up/labels.ts";
import { readSummary } from "../core/follow-up/summary.ts";
import type { RoundSummary } from "../core/follow-up/summary.ts";
import type { Ended } from "../core/report/command-answer.ts";
import type { HomeRef } from "../queue/known-follow-ups.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { ThreadReading } from "../sources/ports.ts";
import { threadOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";

interface Asked {
  readonly job: JobOfKind["run-command"];
  readonly thread: Pick<ThreadReading, "labels">;
  readonly labels: LabelSettings;
  readonly tools: Pick<JobTools, "followUps">;
}

/** Whether a command answers what became of merged work: what it says counts only where that is followed up. */
export function isAnswer({ alsoMay }: Pick<Command, "alsoMay">): boolean {
  return alsoMay === "servers";
}

/** What a command answers for. */
export interface AnsweredFor {
  /** Where the merged work is followed up; null where none is, as far as is known. */
  readonly home: HomeRef | null;
  /** Whether there is something to answer for: what was learned before the app came is told below a label, too. */
  readonly followedUp: boolean;
  /** How it came to an end by the last look; null where somebody may still be asked. */
  readonly ended: Ended | null;
  /** Whether merged work may be followed up there that nobody knows of yet: the store may have been lost. */
  readonly mayBeUnknown: boolean;
}

export async function findAnswered({ job, thread, labels, tools }: Asked): Promise<AnsweredFor> {
  const repository = threadOf(job);
  const home = await tools.followUps.homeOf(repository, job.number);
  if (home !== null)
    return { home, followedUp: true, ended: await findEnd(home, tools.followUps), mayBeUnknown: false };
  const ours = new Set(labelKeys.map((key) => labels[key].name.toLowerCase()));
  const followedUp = thread.labels.some((label) => ours.has(label.toLowerCase()));
  return {
    home,
    followedUp,
    ended: null,
    mayBeUnknown: followedUp && (await tools.followUps.listedAt(repository)) === null,
  };
}

/** Who puts off what nobody answered in time is reminded once more: that is no end. */
const ends: Readonly<Partial<Record<RoundSummary["state"], Ended>>> = {
  validated: "answered",
  invalidated: "answered",
  inconclusive: "answered",
  reverted: "reverted",
  cancelled: "cancelled",
};

type FollowUps = Pick<JobTools["followUps"], "lastLook" | "servedBy">;

/** What was merged since the last look begins anew. */
async function findEnd(home: HomeRef, followUps: FollowUps): Promise<Ended | null> {
  const rounds = readSummary((await followUps.lastLook(home))?.summary)?.rounds ?? [];
  const state = rounds.at(-1)?.state;
  const end = state === undefined ? undefined : ends[state];
  if (end === undefined) return null;
  const seen = new Set(rounds.flatMap(({ served }) => served));
  return (await followUps.servedBy(home)).every(({ number }) => seen.has(number)) ? end : null;
}

/** Merged pull requests of one home whose authors are asked for, the newest. */
const mostServed = 20;

interface Answering {
  readonly login: string;
  readonly followUps: Pick<JobTools["followUps"], "servedBy">;
  readonly reader: Pick<Connection["reader"], "readServed">;
}

/** Whether somebody wrote one of the merged pull requests that are followed up there. */
export async function wroteServed(home: HomeRef, { login, followUps, reader }: Answering): Promise<boolean> {
  const served = await followUps.servedBy(home);
  const numbers = served.map(({ number }) => number).slice(-mostServed);
  const read = numbers.length === 0 ? [] : await reader.readServed(home.repository, numbers);
  return read.some((one) => one?.author?.kind === "user" && one.author.login.toLowerCase() === login.toLowerCase());
}
