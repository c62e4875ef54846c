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
  const own = readName(record.pull_request);
  if ((await followUps.homeOf(of, own.number)) !== null) return null;
  const itself: HomeRef = { installation, repository, number: own.number, on: "pull_request" };
  const problem = record.problem === null ? null : readName(record.problem);
  // By the names that both had then: a rename changes neither.
  const isHere = problem?.repository === own.repository;
  if (problem !== null && isHere) {
    const home: HomeRef = { ...itself, number: problem.number, on: "problem" };
    await followUps.noteServed(home, own.number);
    return home;
  }
  const about = record.problem ?? undefined;
  const home = about === undefined ? itself : ((await followUps.homeAbout(of, about)) ?? itself);
  await followUps.noteServed(home, own.number, about);
  return home;
}

/** "owner/name#12". */
function readName(written: string) {
  const at = written.lastIndexOf("#");
  return { repository: written.slice(0, at).toLowerCase(), number: Number(written.slice(at + 1)) };
}
