import type { MergeQueueEntry, PullRequest, Repository } from "../state/model.ts";
import { type CommitSource, commitSource } from "./commit-fields.ts";
import { connect, type Slice } from "./connection.ts";
import type { Fields, GraphqlContext, Registry } from "./field.ts";

type QueueSource = { kind: "MergeQueue"; repository: Repository; branch: string };
type EntrySource = MergeQueueEntry & { kind: "MergeQueueEntry"; repository: Repository; position: number };

/** Null where nothing is queued: the simulation has no branch rules that would tell an empty queue from none. */
export function mergeQueue(repository: Repository, branch: string): QueueSource | null {
  const queued = { kind: "MergeQueue", repository, branch } as const;
  return entriesOf(queued).length === 0 ? null : queued;
}

export function queueEntryOf({ repository, number, base }: PullRequest): EntrySource | null {
  const entries = entriesOf({ kind: "MergeQueue", repository, branch: base.ref });
  return entries.findLast((each) => each.pullRequest.number === number) ?? null;
}

function entriesOf({ repository, branch }: QueueSource): EntrySource[] {
  return repository.mergeGroups
    .filter(({ baseRef }) => baseRef === branch)
    .flatMap(({ entries }) => entries)
    .map((each, index) => ({ kind: "MergeQueueEntry", repository, position: index + 1, ...each }));
}

const queue: Fields<QueueSource> = {
  id: (source) => `MQ_kw${source.repository.id}`,
  repository: (source) => source.repository,
  entries: (source, args: Slice) => connect(entriesOf(source), args),
};

const entry: Fields<EntrySource> = {
  id: (source) => `MQE_kw${source.pullRequest.id}`,
  pullRequest: (source) => source.pullRequest,
  position: (source) => source.position,
  state: () => "AWAITING_CHECKS",
  headCommit: (source, _, context) => (source.headSha === null ? null : commitIn(context, source, source.headSha)),
  baseCommit: (source, _, context) => commitIn(context, source, source.baseSha),
};

function commitIn(context: GraphqlContext, source: EntrySource, oid: string): CommitSource {
  return commitSource(context, source.repository, oid);
}

export const mergeQueueTypes: Registry = { MergeQueue: queue, MergeQueueEntry: entry };
