import { z } from "zod";
import type { WeightOnGitHub } from "../core/facts/weight.ts";
import { connection } from "./connection.ts";

/** Counts alone: without `first` they are no further connection that GitHub charges for. */
export const weightSelection = `
reactionGroups { content reactors { totalCount } }
participants { totalCount }`;

/** GitHub tells of a mark on both issues, which one is meant by `canonical`. The newest hundred. */
export const duplicatesSelection = `
issueId: id
duplicateMarks: timelineItems(last: 100, itemTypes: [MARKED_AS_DUPLICATE_EVENT, UNMARKED_AS_DUPLICATE_EVENT]) {
  nodes {
    kind: __typename
    ... on MarkedAsDuplicateEvent { isCrossRepository canonical { ...NodeId } duplicate { ...NodeId } }
    ... on UnmarkedAsDuplicateEvent { isCrossRepository canonical { ...NodeId } duplicate { ...NodeId } }
  }
}`;

export const weightFragment = "fragment NodeId on Node { id }";

const total = z
  .object({ totalCount: z.number() })
  .nullish()
  .transform((value) => value?.totalCount ?? 0);

const node = z.object({ id: z.string() }).nullish();

const mark = z.object({
  kind: z.enum(["MarkedAsDuplicateEvent", "UnmarkedAsDuplicateEvent"]),
  isCrossRepository: z.boolean(),
  canonical: node,
  duplicate: node,
});

export const weightFields = {
  reactionGroups: z.array(z.object({ content: z.string(), reactors: total })).nullish(),
  participants: total,
  /** Not asked for of parents. */
  issueId: z.string().nullish(),
  duplicateMarks: connection(mark),
};

type WeightFields = z.output<z.ZodObject<typeof weightFields>>;

const disagreeing: ReadonlySet<string> = new Set(["THUMBS_DOWN", "CONFUSED"]);

export function toWeight(fields: WeightFields): WeightOnGitHub {
  const groups = (fields.reactionGroups ?? []).filter(({ content }) => !disagreeing.has(content));
  return {
    reactions: groups.reduce((sum, { reactors }) => sum + reactors, 0),
    people: fields.participants,
    duplicates: countDuplicates(fields),
  };
}

/** The last word on each counts. What stands in another repository may be hidden from those who see this one. */
function countDuplicates({ issueId, duplicateMarks }: WeightFields): number {
  const marked = new Set<string>();
  for (const { kind, isCrossRepository, canonical, duplicate } of duplicateMarks) {
    if (isCrossRepository || canonical?.id !== issueId || !duplicate) continue;
    if (kind === "MarkedAsDuplicateEvent") marked.add(duplicate.id);
    else marked.delete(duplicate.id);
  }
  return marked.size;
}
