import type { Actor } from "../../core/facts/actor.ts";
import { sameRepository } from "../../core/facts/reference.ts";
import type { RepositoryName } from "../../core/facts/reference.ts";
import { findCommand } from "../../core/commands/index.ts";
import { parseAnswer } from "../../core/commands/parse-answer.ts";
import type { CommandPolicy } from "../../core/commands/permit.ts";
import { mayGive, needsRole } from "../../core/commands/permit.ts";
import { findRecord } from "../../core/follow-up/record.ts";
import type { OutcomeRecord } from "../../core/follow-up/record.ts";
import type { GitHubReader, LearningReading } from "../ports.ts";

/** People whose role is read for one problem, the repository's own before others: everybody may write such a comment. */
const mostPeople = 5;
/** Merged pull requests that are looked at for who wrote what was merged for a problem: one query. */
const mostMerged = 10;

type Read = LearningReading & { readonly kind: "read" };

export interface LearntMeans {
  readonly github: Pick<GitHubReader, "readRole" | "readServed" | "holds">;
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
 * The latest word of somebody who may: by their role of now, or because they wrote what was merged for the problem. As
 * long as GitHub does not tell of one of them, nothing older counts either.
 */
export async function findLearnt(answer: Read, means: LearntMeans): Promise<Learnt | "unknown" | null> {
  const words = wordsIn(answer);
  if (words.length === 0 || !(await mayAskThere(answer, means))) return null;
  const ownFirst = words.toSorted((a, b) => Number(b.belongs) - Number(a.belongs));
  const people = new Set(peopleOf(ownFirst).slice(0, mostPeople));
  let servers: readonly string[] | null = null;
  for (const login of peopleOf(words)) {
    const byRole = await mayByRole(people.has(login) ? login : null, answer, means);
    if (byRole !== "yes") servers ??= await findServers(answer, words, means);
    const may = servers?.includes(login) === true ? mayGive(command, server, means.policy) : byRole;
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
function wordsIn({ comments }: Read): readonly Word[] {
  return comments.flatMap(({ id, author: by, edited, body, belongs }): readonly Word[] => {
    const said = edited ? null : parseAnswer(body);
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
 * Who of those that spoke wrote what was merged for the problem, by the records of that: everybody may write a pull request
 * that only names it. No request where none of them wrote one that does.
 */
async function findServers(answer: Read, words: readonly Word[], { github }: LearntMeans): Promise<readonly string[]> {
  const speakers = peopleOf(words);
  const theirs = answer.merged.filter(
    ({ author, repository }) =>
      author?.kind === "user" && speakers.includes(author.login) && sameRepository(repository, answer.repository),
  );
  const numbers = theirs.slice(0, mostMerged).map(({ reference }) => reference.number);
  const served = numbers.length === 0 ? [] : await github.readServed(answer.repository, numbers);
  return served.flatMap((one) => {
    const record = findRecord(one?.recordText ?? "", one?.reference.number ?? 0);
    const isTheirs = record !== null && isOf(record, answer.asked.number);
    return isTheirs && one?.author?.kind === "user" ? [one.author.login] : [];
  });
}

/** Whether a problem of the pull request's own repository was served, by its number, which outlives a rename. */
function isOf({ problem, pull_request: pullRequest }: OutcomeRecord, number: number): boolean {
  return problem === `${pullRequest.slice(0, pullRequest.lastIndexOf("#"))}#${number}`;
}
