import type { Database } from "./database.ts";
import { buildingOn, writeBases } from "./known-bases.ts";
import type { BaseName, ConfiguredRepository } from "./known-bases.ts";
import { forgetComment, readComment, writeComment } from "./known-comments.ts";
import type { KnownComment } from "./known-comments.ts";
import { forgetHead, forgetHeadAt, knownOpen, othersAt, readHead, writeHead } from "./known-heads.ts";
import type { OfRepository } from "./known-heads.ts";
import { forgetLinks, linkingInto, linkingTo, readLinks, writeLinks } from "./known-links.ts";
import type { LinkedIssue, LinkedRepository, LinkTarget } from "./known-links.ts";
import { ofThread, threadKey } from "./thread-ref.ts";
import type { ThreadRef } from "./thread-ref.ts";

export type { KnownComment, LinkedIssue, LinkedRepository, LinkTarget, ThreadRef };

/** What we wrote, what links where, which commit is whose head, and whose configuration builds on whose. It holds nothing that GitHub does not: losing it costs extra reads, no more. */
export interface ThreadIndex {
  /** undefined: nothing is known, look on GitHub. */
  comment(thread: ThreadRef): Promise<KnownComment | undefined>;
  rememberComment(thread: ThreadRef, known: KnownComment): Promise<void>;
  /** To be called before a create whose fate may become unknown. */
  forgetComment(thread: ThreadRef): Promise<void>;
  /** The targets recorded for this pull request, owner and name in lower case. */
  links(pullRequest: ThreadRef): Promise<readonly LinkTarget[]>;
  /** Writes only when the targets, or the pull request's own name, changed. */
  replaceLinks(pullRequest: ThreadRef, targets: readonly LinkTarget[]): Promise<void>;
  /** Of every installation, by repository id or by name in any case. The newest pull requests first. */
  pullRequestsLinkingTo(issue: LinkedIssue): Promise<readonly ThreadRef[]>;
  /** The same for all issues of a repository. */
  pullRequestsLinkingInto(repository: LinkedRepository): Promise<readonly ThreadRef[]>;
  /** The open pull requests of a repository that were looked at, at most 1,000. */
  pullRequestsOf(repository: OfRepository): Promise<readonly number[]>;
  /** The commit that was noted last as the head of this pull request, while it was open; null: none. */
  head(pullRequest: ThreadRef): Promise<string | null>;
  noteHead(pullRequest: ThreadRef, sha: string): Promise<void>;
  /** Nothing changes where another head was noted in the meantime. */
  forgetHead(pullRequest: ThreadRef, sha: string): Promise<void>;
  /** The others of the repository whose head was noted to be `sha`, forks included, the lowest numbers first, at most 100. */
  othersWithHead(pullRequest: ThreadRef, sha: string): Promise<readonly number[]>;
  forgetThread(thread: ThreadRef): Promise<void>;
  /** Writes only when what the repository's configuration builds on changed. */
  replaceBases(repository: ConfiguredRepository, bases: readonly BaseName[]): Promise<void>;
  /** Those whose configuration builds on this repository's, by name in any case, at most 1,000. */
  repositoriesBuildingOn(base: BaseName): Promise<readonly ConfiguredRepository[]>;
  forgetRepository(repository: OfRepository): Promise<void>;
  forgetInstallation(installation: number): Promise<void>;
}

const tables = [
  "thread_comments",
  "commands",
  "links",
  "heads",
  "bases",
  "merge_groups",
  "looks",
  "policies",
  "problems",
  "follow_ups",
  "served",
  "reverts",
  "boards",
  "opt_outs",
] as const;

export function threadIndex(database: Database): ThreadIndex {
  return {
    comment: (thread) => readComment(database, thread),
    rememberComment: (thread, known) => writeComment(database, thread, known),
    forgetComment: (thread) => forgetComment(database, thread),
    links: (pullRequest) => readLinks(database, pullRequest),
    replaceLinks: (pullRequest, targets) => writeLinks(database, pullRequest, targets),
    pullRequestsLinkingTo: (issue) => linkingTo(database, issue),
    pullRequestsLinkingInto: (repository) => linkingInto(database, repository),
    pullRequestsOf: (repository) => knownOpen(database, repository),
    head: (pullRequest) => readHead(database, pullRequest),
    noteHead: (pullRequest, sha) => writeHead(database, pullRequest, sha),
    forgetHead: (pullRequest, sha) => forgetHeadAt(database, pullRequest, sha),
    othersWithHead: (pullRequest, sha) => othersAt(database, pullRequest, sha),
    replaceBases: (repository, bases) => writeBases(database, repository, bases),
    repositoriesBuildingOn: (base) => buildingOn(database, base),
    forgetThread: (thread) =>
      database.transaction(async (statements) => {
        await forgetComment(statements, thread);
        await statements.query(`DELETE FROM outcome.commands WHERE ${ofThread}`, threadKey(thread));
        await statements.query(`DELETE FROM outcome.problems WHERE ${ofThread}`, threadKey(thread));
        await forgetLinks(statements, thread);
        await forgetHead(statements, thread);
      }),
    forgetRepository: ({ installation, repositoryId }) =>
      database.transaction(async (statements) => {
        for (const table of tables) {
          const where = "installation = $1 AND repository_id = $2";
          await statements.query(`DELETE FROM outcome.${table} WHERE ${where}`, [installation, repositoryId]);
        }
      }),
    forgetInstallation: (installation) =>
      database.transaction(async (statements) => {
        for (const table of tables) {
          await statements.query(`DELETE FROM outcome.${table} WHERE installation = $1`, [installation]);
        }
      }),
  };
}
