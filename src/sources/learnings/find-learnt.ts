import type { Actor } from "../../core/facts/actor.ts";
import { sameRepository } from "../../core/facts/reference.ts";
import type { Reference, RepositoryName } from "../../core/facts/reference.ts";
import { findCommand } from "../../core/commands/index.ts";
import { parseAnswer } from "../../core/commands/parse-answer.ts";
import type { CommandPolicy } from "../../core/commands/permit.ts";
import { mayGive, needsRole } from "../../core/commands/permit.ts";
import { findRecord } from "../../core/follow-up/record.ts";
import type { OutcomeRecord } from "../../core/follow-up/record.ts";
import type { HeardIndex } from "../heard-index.ts";
import type { CommandComment, GitHubReader, LearningReading, ServedReading } from "../ports.ts";

/** People whose role is read for one problem, the repository's own before others: everybody may write such a comment. */
const mostPeople = 5;
/** Merged pull requests that are looked at for what was said there, and for who wrote what was merged for a problem: one query. */
const mostMerged = 10;

type Read = LearningReading & { readonly kind: "read" };

export interface LearntMeans {
  readonly github: Pick<GitHubReader, "readRole" | "readServed" | "holds">;
  readonly heardIndex: Pick<HeardIndex, "homeOf">;
  readonly policy: CommandPolicy;
  /** Where the pull request is that builds on it. */
  readonly repository: RepositoryName;
}

export interface Learnt {
  /** The comment's id. */
  readonly comment: number;
  /** "" where only the outcome was said. */
  readonly note: string;
}

interface Word extends Learnt {
  readonly by: Actor;
  readonly belongs: boolean;
}

const command = findCommand("invalidated");

/**
 * The latest word of somebody who may, on the problem or on what was merged for it: by their role of now, or because they
 * wrote what was merged. As long as GitHub does not tell of one of them, nothing older counts either.
 */
export async function findLearnt(answer: Read, means: LearntMeans): Promise<Learnt | "unknown" | null> {
  const isSilent = answer.comments.length === 0 && answer.merged.length === 0;
  if (isSilent || !(await mayAskThere(answer, means))) return null;
  const served = await readServed(answer, means);
  const words = wordsIn([...answer.comments, ...served.flatMap(({ commandComments }) => commandComments)]);
  const servers = new Set(served.flatMap(({ author }) => (author?.kind === "user" ? [author.login] : [])));
  const ownFirst = words.toSorted((a, b) => Number(b.belongs) - Number(a.belongs));
  const people = new Set(peopleOf(ownFirst).slice(0, mostPeople));
  for (const login of peopleOf(words)) {
    const byRole = await mayByRole(people.has(login) ? login : null, answer, means);
    const may = byRole !== "yes" && servers.has(login) ? mayGive(command, server, means.policy) : byRole;
    if (may === "unknown") return "unknown";
    if (may === "yes") return words.find(({ by }) => by.login === login) ?? null;
  }
  return null;
}

const server = { role: "unread", isAuthor: false, serves: true } as const;

/** Of nobody, where too many spoke. */
async function mayByRole(login: string | null, { repository }: Read, { github, policy }: LearntMeans) {
  const isAsked = login !== null && needsRole(command, { isAuthor: false }, policy);
  const role = isAsked ? await github.readRole(repository, login) : "unread";
  return mayGive(command, { role, isAuthor: false }, policy);
}

/** The newest first. */
function wordsIn(comments: readonly CommandComment[]): readonly Word[] {
  const latestFirst = comments.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return latestFirst.flatMap(({ id, author: by, edited, hidden, body, belongs }): readonly Word[] => {
    const said = edited || hidden ? null : parseAnswer(body);
    return said?.outcome === "invalidated" && by?.kind === "user"
      ? [{ comment: id, note: said.note, by, belongs }]
      : [];
  });
}

function peopleOf(words: readonly Word[]): readonly string[] {
  return [...new Set(words.map(({ by }) => by.login))];
}

/** GitHub tells roles of repositories that the installation holds, and refuses to for others. */
async function mayAskThere({ repository: there }: Read, { repository, github }: LearntMeans): Promise<boolean> {
  return sameRepository(there, repository) || github.holds(there.id);
}

/**
 * What was merged for the problem: everybody may write a pull request that only names it. By the index, for GitHub deletes
 * checks after about 400 days, and one that is made anew tells of a text of after the fact; by its record where the index
 * knows nothing of it. No request where none of the same repository was.
 */
async function readServed(answer: Read, { github, heardIndex }: LearntMeans): Promise<readonly ServedReading[]> {
  const { repository, asked } = answer;
  const here = answer.merged.filter((one) => sameRepository(one.repository, repository)).slice(0, mostMerged);
  const homes = await Promise.all(
    here.map(async ({ reference: { number } }) => ({ number, home: await heardIndex.homeOf(repository.id, number) })),
  );
  const likely = homes.filter(({ home }) => home === null || home === asked.number);
  if (likely.length === 0) return [];
  const known = new Set(likely.flatMap(({ home, number }) => (home === null ? [] : [number])));
  const read = await github.readServed(
    repository,
    likely.map(({ number }) => number),
  );
  return read.flatMap((one) =>
    one !== null && (known.has(one.reference.number) || isServing(one, asked)) ? [one] : [],
  );
}

function isServing({ recordText, reference }: ServedReading, { number }: Reference): boolean {
  const record = findRecord(recordText ?? "", reference.number);
  return record !== null && isOf(record, number);
}

/** Whether a problem of the pull request's own repository was served, by its number, which outlives a rename. */
function isOf({ problem, pull_request: pullRequest }: OutcomeRecord, number: number): boolean {
  return problem === `${pullRequest.slice(0, pullRequest.lastIndexOf("#"))}#${number}`;
}
