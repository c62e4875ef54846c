import type { MergeGroup, PullRequest, Repository } from "../state/model.ts";
import { type CommitSource, commitSource } from "./commit-fields.ts";
import { connect, type Slice } from "./connection.ts";
import type { Fields, GraphqlContext, Registry } from "./field.ts";

type QueueSource = { kind: "MergeQueue"; repository: Repository; groups: readonly MergeGroup[] };
type EntrySource = { kind: "MergeQueueEntry"; repository: Repository; group: MergeGroup; pullRequest: PullRequest };

/** Null where nothing is queued: the simulation has no branch rules that would tell an empty queue from none. */
export function mergeQueue(repository: Repository, branch: string): QueueSource | null {
  const groups = repository.mergeGroups.filter((each) => each.baseRef === branch);
  return groups.length === 0 ? null : { kind: "MergeQueue", repository, groups };
}

export function queueEntryOf(pullRequest: PullRequest): EntrySource | null {
  const { repository } = pullRequest;
  const group = repository.mergeGroups.find((each) => each.pullRequests.includes(pullRequest));
  return group === undefined ? null : { kind: "MergeQueueEntry", repository, group, pullRequest };
}

function entriesOf({ repository, groups }: QueueSource): EntrySource[] {
  return groups.flatMap((group) =>
    group.pullRequests.map((pullRequest): EntrySource => ({ kind: "MergeQueueEntry", repository, group, pullRequest })),
  );
}

const queue: Fields<QueueSource> = {
  id: (source) => `MQ_kw${source.repository.id}`,
  repository: (source) => source.repository,
  entries: (source, args: Slice) => connect(entriesOf(source), args),
};

const entry: Fields<EntrySource> = {
  id: (source) => `MQE_kw${source.pullRequest.id}`,
  pullRequest: (source) => source.pullRequest,
  position: (source) => source.group.pullRequests.indexOf(source.pullRequest) + 1,
  state: () => "AWAITING_CHECKS",
  headCommit: (source, _, context) => commitIn(context, source, source.group.headSha),
  baseCommit: (source, _, context) => commitIn(context, source, source.group.baseSha),
};

function commitIn(context: GraphqlContext, source: EntrySource, oid: string): CommitSource {
  return commitSource(context, source.repository, oid);
}

export const mergeQueueTypes: Registry = { MergeQueue: queue, MergeQueueEntry: entry };
