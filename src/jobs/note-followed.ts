import { problemHere, readName } from "../core/follow-up/record.ts";
import type { OutcomeRecord } from "../core/follow-up/record.ts";
import type { HomeRef } from "../queue/known-follow-ups.ts";
import { repositoryOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";

type Place = Pick<HomeRef, "installation" | "repository">;

/**
 * Notes where a merged pull request is followed up, by its record; the home, where that is news. What is known stays: the
 * record goes on naming a problem that has moved away since.
 */
export async function noteFollowed(
  { installation, repository }: Place,
  record: OutcomeRecord,
  followUps: Pick<JobTools["followUps"], "homeOf" | "homeAbout" | "noteServed">,
): Promise<HomeRef | null> {
  const of = repositoryOf({ installation, repository });
  const { number: own } = readName(record.pull_request);
  if ((await followUps.homeOf(of, own)) !== null) return null;
  const itself: HomeRef = { installation, repository, number: own, on: "pull_request" };
  const problem = problemHere(record);
  if (problem !== null) {
    const home: HomeRef = { ...itself, number: problem, on: "problem" };
    await followUps.noteServed(home, own);
    return home;
  }
  const about = record.problem ?? undefined;
  const home = about === undefined ? itself : ((await followUps.homeAbout(of, about)) ?? itself);
  await followUps.noteServed(home, own, about);
  return home;
}
