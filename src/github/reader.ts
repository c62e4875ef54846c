import type { GitHubReader } from "../sources/ports.ts";
import { findWords, hasAnswer, hasComment } from "./find-answer.ts";
import { findBoard, readBoard } from "./find-board.ts";
import { findConfigured } from "./find-configured.ts";
import { findReleases } from "./find-releases.ts";
import { findRepository } from "./find-repository.ts";
import { listLabels } from "./list-labels.ts";
import { listMerged } from "./list-merged.ts";
import { listForSweep } from "./list-for-sweep.ts";
import { listOpenProblems } from "./list-open-problems.ts";
import { listOpenPullRequests } from "./list-open-pull-requests.ts";
import { listPullRequestsOfCommit } from "./list-pull-requests-of-commit.ts";
import { listRepositories } from "./list-repositories.ts";
import { readBoardFacts } from "./read-board-facts.ts";
import { configurationChangeReader } from "./read-configuration-change.ts";
import { readConfiguration } from "./read-configuration.ts";
import { readGroupRun } from "./read-group-run.ts";
import { readHeard } from "./read-heard.ts";
import { readHead } from "./read-head.ts";
import { readLearnings } from "./read-learnings.ts";
import { readMembers } from "./read-members.ts";
import { readMergeGroup, readMergeGroupPlace } from "./read-merge-group.ts";
import { findMerged, readMerge } from "./read-merge.ts";
import { readPaths } from "./read-paths.ts";
import { readProblem } from "./read-problem.ts";
import { readPullRequest } from "./read-pull-request.ts";
import { readReactions } from "./read-reactions.ts";
import { readReferences } from "./read-references.ts";
import { readReverting } from "./read-reverting.ts";
import { readServed } from "./read-served.ts";
import { readRunOfCommit } from "./read-run-of-commit.ts";
import { readRole } from "./read-role.ts";
import type { ReaderContext } from "./reader-context.ts";

export function createReader(context: ReaderContext): GitHubReader {
  const { client } = context;
  return {
    readPullRequest: (reference, comment, commands = []) => readPullRequest(context, reference, { comment, commands }),
    readProblem: (reference, comment, commands = []) => readProblem(context, reference, { comment, commands }),
    readReferences: (references, heard) => readReferences(context, references, heard),
    readHeard: (issues) => readHeard(context, issues),
    hasAnswer: (thread, given) => hasAnswer(context, thread, given),
    hasComment: (repository, id) => hasComment(context, repository, id),
    readLearnings: (problems) => readLearnings(context, problems),
    readRole: (repository, login) => readRole(client, repository, login),
    readPaths: (pullRequest) => readPaths(client, pullRequest),
    readMerge: (repository, sha) => readMerge(client, repository, sha),
    readServed: (repository, numbers) => readServed(context, repository, numbers),
    readReactions: (comment) => readReactions(client, comment),
    findWords: (thread, wanted) => findWords(context, thread, wanted),
    readReverting: (repository, number) => readReverting(client, repository, number),
    findMerged: (repository, sha) => findMerged(client, repository, sha),
    findReleases: (repository, merges) => findReleases(client, repository, merges),
    listMerged: (repository, wanted) => listMerged(context, repository, wanted),
    listLabels: (repository) => listLabels(client, repository),
    findBoard: (repository, label) => findBoard(context, repository, label),
    readBoard: (repository, number) => readBoard(context, repository, number),
    readBoardFacts: (repository, kinds) => readBoardFacts(context, repository, kinds),
    readConfigurationChange: configurationChangeReader(context),
    readConfiguration: (repository) => readConfiguration(context, repository),
    holds: (repositoryId) => client.isInstalledAt(repositoryId),
    findRepository: (repository) => findRepository(client, repository),
    listOpenPullRequests: async (repository) =>
      (await listOpenPullRequests(client, repository)).map((one) => one.number),
    listOpenProblems: (repository, kinds) => listOpenProblems(context, repository, kinds),
    listRepositories: () => listRepositories(client),
    findConfigured: (repositories) => findConfigured(client, repositories),
    readMergeGroup: (group) => readMergeGroup(context, group),
    readMergeGroupPlace: (group) => readMergeGroupPlace(context, group),
    readMembers: (group, commands) => readMembers(context, group, commands),
    readGroupRun: (group) => readGroupRun(context, group),
    readRunOfCommit: (repository, sha) => readRunOfCommit(context, { ...repository, sha }),
    readHead: (pullRequest) => readHead(client, pullRequest),
    listForSweep: (repository, since) => listForSweep(context, repository, since),
    listPullRequestsOfCommit: (repository, sha) => listPullRequestsOfCommit(client, repository, sha),
  };
}
