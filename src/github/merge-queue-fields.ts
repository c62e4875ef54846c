import { z } from "zod";
import type { MergeGroup } from "../core/facts/merge-group.ts";
import type { MergeGroupPlace } from "../sources/ports.ts";
import { pageInfo } from "./connection.ts";
import type { GraphqlError } from "./graphql.ts";
import { errorsUnder } from "./graphql.ts";

/**
 * On a repository: where a merge group stands. The payload names a commit and, in the ref, the pull request that was
 * queued last; `base_sha` is the commit of the one ahead of it, so that comparing the two shows that one alone
 * (webhooks: merge_group; agent-glovebox#3810). Nor do the commits tell: GitHub makes them, squashed or merged, and names
 * no pull request for them before the merge, and no fork's at all. The queue does: each entry stands on all those
 * ahead of it (agent-glovebox#3811, bernstein#5506).
 * The branch ends with the group, but some are left behind for weeks (agent-glovebox#5981): that it is there says little.
 */
export const placeSelection = `
groupBranch: ref(qualifiedName: $ref) { target { oid } }
newest: pullRequest(number: $number) { mergeQueueEntry { id } }
mergeQueue(branch: $base) {
  entries(first: 100, after: $after) {
    nodes { position headCommit { oid } pullRequest { number } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const placeParameters = "$ref: String!, $number: Int!, $base: String!, $after: String";

export function placeVariables({ ref, newest, baseBranch }: MergeGroup, after: string | null = null) {
  return { ref, number: newest, base: baseBranch, after };
}

const entry = z.object({
  position: z.number(),
  headCommit: z.object({ oid: z.string() }).nullish(),
  pullRequest: z.object({ number: z.number() }).nullish(),
});

export type QueueEntry = z.output<typeof entry>;

export const placeFields = z.object({
  groupBranch: z.object({ target: z.object({ oid: z.string() }).nullish() }).nullish(),
  newest: z.object({ mergeQueueEntry: z.object({ id: z.string() }).nullish() }).nullish(),
  mergeQueue: z
    .object({ entries: z.object({ nodes: z.array(entry.nullable()).nullish(), pageInfo }).nullish() })
    .nullish(),
});

export type PlaceFields = z.output<typeof placeFields>;

/** Where to go on reading: null where the group was found or the queue ends. */
export function nextEntries({ mergeQueue }: PlaceFields, { sha }: MergeGroup): string | null {
  const { nodes, pageInfo: page } = mergeQueue?.entries ?? {};
  if (page?.hasNextPage !== true || nodes?.some((one) => one?.headCommit?.oid === sha) === true) return null;
  return page.endCursor;
}

/** One that GitHub does not show may be ahead of everything. */
const hidden: QueueEntry = { position: 0 };

export function entriesOf({ mergeQueue }: PlaceFields): readonly QueueEntry[] {
  return (mergeQueue?.entries?.nodes ?? []).map((one) => one ?? hidden);
}

interface Place {
  readonly fields: PlaceFields;
  /** Of all pages. */
  readonly entries: readonly QueueEntry[];
  readonly errors: readonly GraphqlError[];
}

export function toPlace(group: MergeGroup, { fields, entries, errors }: Place): MergeGroupPlace {
  const own = entries.find(({ headCommit }) => headCommit?.oid === group.sha);
  if (own !== undefined) return toQueued(group, own, entries);
  // That we may not read the queue tells nothing of the group.
  const refused = errorsUnder(errors, ["repository"]).some(({ type }) => type === "FORBIDDEN");
  const ended = fields.groupBranch?.target?.oid !== group.sha || !(fields.newest?.mergeQueueEntry ?? refused);
  return ended ? { kind: "gone" } : { kind: "unlisted", numbers: [group.newest] };
}

function toQueued({ newest }: MergeGroup, own: QueueEntry, entries: readonly QueueEntry[]): MergeGroupPlace {
  const upTo = entries.filter(({ position }) => position <= own.position).toSorted((a, b) => a.position - b.position);
  const numbers = [...new Set([...upTo.flatMap(({ pullRequest }) => pullRequest?.number ?? []), newest])];
  // One that GitHub does not name would be merged unseen.
  const named = upTo.every(({ pullRequest }) => pullRequest);
  return { kind: named ? "queued" : "unlisted", numbers };
}
