import { sum } from "../present/pull-request.ts";
import { type ChangedFile, changedFilesOf, commitsOf } from "../state/commits.ts";
import type { PullRequest } from "../state/model.ts";
import { closingIssuesOf } from "../state/references.ts";
import { canSee } from "../server/access.ts";
import type { World } from "../world.ts";
import { commitSource, type RefSource } from "./commit-fields.ts";
import { connect, type Slice } from "./connection.ts";
import { discussionFields } from "./discussion-fields.ts";
import { actor, demand, type Fields, type GraphqlContext, inSight, type Registry, upper } from "./field.ts";
import { queueEntryOf } from "./merge-queue.ts";

const changeWords: Readonly<Record<ChangedFile["change"], string>> = {
  added: "ADDED",
  removed: "DELETED",
  modified: "MODIFIED",
};

const pullRequest: Fields<PullRequest> = {
  ...discussionFields,
  state: (source) => (source.mergedAt === null ? upper(source.state) : "MERGED"),
  isDraft: (source) => source.draft,
  merged: (source) => source.mergedAt !== null,
  mergedAt: (source) => source.mergedAt,
  mergedBy: (source) => actor(source.mergedBy),
  mergeCommit: (source, _, context) =>
    source.mergeCommitOid === null ? null : commitSource(context, source.repository, source.mergeCommitOid),
  mergeable: (source) => (source.state === "open" ? "MERGEABLE" : "UNKNOWN"),
  baseRefName: (source) => source.base.ref,
  baseRefOid: (source) => source.base.oid,
  baseRef: ({ repository, base }) =>
    repository.branches.has(base.ref) ? ({ kind: "Ref", repository, name: base.ref } satisfies RefSource) : null,
  baseRepository: (source) => source.repository,
  headRefName: (source) => source.head.ref,
  headRefOid: (source) => source.head.oid,
  headRepository: ({ head }, _, { caller }) => headRepository(head.repository, caller),
  headRepositoryOwner: (source) => actor(source.head.owner),
  isCrossRepository: (source) => source.head.repository !== source.repository,
  additions: (source, _, { world }) => sum(files(source, world), "additions"),
  deletions: (source, _, { world }) => sum(files(source, world), "deletions"),
  changedFiles: (source, _, { world }) => files(source, world).length,
  files: (source, args: Slice, { world }) => connect(files(source, world).map(fileValue), args),
  commits,
  closingIssuesReferences,
  reviews: (source, args: Slice) =>
    connect(
      source.reviews.map((each) => reviewValue(each)),
      args,
    ),
  mergeQueueEntry: (source) => queueEntryOf(source),
};

function headRepository(repository: PullRequest["head"]["repository"], caller: GraphqlContext["caller"]) {
  return repository === null || repository.deleted || !canSee(caller, repository) ? null : repository;
}

function files(source: PullRequest, world: World): readonly ChangedFile[] {
  return changedFilesOf(world.state, source);
}

function fileValue(file: ChangedFile): Record<string, unknown> {
  const { path, additions, deletions, change } = file;
  return { path, additions, deletions, changeType: changeWords[change], viewerViewedState: "UNVIEWED" };
}

function commits(source: PullRequest, args: Slice, context: GraphqlContext) {
  const own = commitsOf(context.world.state, source);
  return connect(
    own.map(({ oid }) => ({
      kind: "PullRequestCommit",
      id: `PURC_${source.id}_${oid.slice(0, 7)}`,
      commit: commitSource(context, source.repository, oid),
      pullRequest: source,
    })),
    args,
  );
}

/** Issues in repositories that the caller cannot see are left out. */
function closingIssuesReferences(
  source: PullRequest,
  args: Slice & { userLinkedOnly?: boolean },
  context: GraphqlContext,
) {
  demand(context, source.repository, [
    ["issues", "read"],
    ["pull_requests", "read"],
  ]);
  const linked = closingIssuesOf(context.world.state, source);
  const wanted =
    args.userLinkedOnly === true ? linked.filter((each) => source.developmentLinks.includes(each)) : linked;
  return connect(inSight(context, wanted), args);
}

function reviewValue(review: PullRequest["reviews"][number]): Record<string, unknown> {
  return {
    kind: review.kind,
    id: review.nodeId,
    databaseId: review.id,
    author: actor(review.author),
    state: upper(review.state),
    body: review.body ?? "",
    submittedAt: review.submittedAt,
  };
}

export const pullRequestTypes: Registry = { PullRequest: pullRequest };
