import { z } from "zod";
import type { Actor } from "../core/facts/actor.ts";
import type { WeightOnGitHub } from "../core/facts/weight.ts";
import { actor, actorFields } from "./actor.ts";
import { connection } from "./connection.ts";

/** Counts alone: without `first` they are no further connection that GitHub charges for. */
export const weightSelection = "reactionGroups { content reactors { totalCount } }";

/**
 * People and duplicates from one connection, the newest hundred: another one would cost a pull request's query a point
 * more. Not `participants`: GitHub gives them all as users, where a bot cannot be told from a person
 * (https://docs.github.com/en/graphql/reference/issues#issue), and an author of a comment with its type. GitHub tells of
 * a mark on both issues, which one is meant by `canonical`. Groups of reactions are no connection either: each command is
 * answered by a reaction of ours, and is told by that from what people say of the problem without anybody's words being read.
 */
export const joinedSelection = `
issueId: id
joined: timelineItems(last: 100, itemTypes: [ISSUE_COMMENT, MARKED_AS_DUPLICATE_EVENT, UNMARKED_AS_DUPLICATE_EVENT]) {
  nodes {
    kind: __typename
    ... on IssueComment { isMinimized author { ${actorFields} } reactionGroups { viewerHasReacted } }
    ... on MarkedAsDuplicateEvent {
      isCrossRepository canonical { ...NodeId } duplicate { ...NodeId ... on Issue { author { ${actorFields} } } }
    }
    ... on UnmarkedAsDuplicateEvent { isCrossRepository canonical { ...NodeId } duplicate { ...NodeId } }
  }
}`;

export const weightFragment = "fragment NodeId on Node { id }";

/** Of a connection without `first`, whose nodes nobody asks for. */
export const total = z
  .object({ totalCount: z.number() })
  .nullish()
  .transform((value) => value?.totalCount ?? 0);

const node = z.object({ id: z.string() });

const mark = {
  isCrossRepository: z.boolean(),
  canonical: node.nullish(),
  duplicate: node.extend({ author: actor.optional() }).nullish(),
};

const joining = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("IssueComment"),
    isMinimized: z.boolean(),
    author: actor,
    reactionGroups: z.array(z.object({ viewerHasReacted: z.boolean() })).nullish(),
  }),
  z.object({ kind: z.literal("MarkedAsDuplicateEvent"), ...mark }),
  z.object({ kind: z.literal("UnmarkedAsDuplicateEvent"), ...mark }),
]);

export const weightFields = {
  reactionGroups: z.array(z.object({ content: z.string(), reactors: total })).nullish(),
  /** Not asked for of parents. */
  issueId: z.string().nullish(),
  joined: connection(joining),
};

interface WeightFields extends z.output<z.ZodObject<typeof weightFields>> {
  readonly author: Actor | null;
}

const disagreeing: ReadonlySet<string> = new Set(["THUMBS_DOWN", "CONFUSED"]);

export function toWeight(fields: WeightFields): WeightOnGitHub {
  const groups = (fields.reactionGroups ?? []).filter(({ content }) => !disagreeing.has(content));
  return {
    reactions: groups.reduce((sum, { reactors }) => sum + reactors, 0),
    people: countPeople(fields),
    duplicates: findDuplicates(fields).size,
  };
}

/**
 * Whoever wrote it or below it, each once. What somebody hid is not counted, and neither is a bot, this app among them, nor
 * a command: who answers what became of the work on it need not have the problem.
 */
function countPeople({ author, joined }: WeightFields): number {
  const remarks = joined.flatMap((one) => (one.kind === "IssueComment" && isRemark(one) ? [one.author] : []));
  const people = [author, ...remarks].filter((one) => one?.kind === "user");
  return new Set(people.map((one) => one?.login)).size;
}

function isRemark({ isMinimized, reactionGroups }: z.output<typeof joining> & { readonly kind: "IssueComment" }) {
  return !isMinimized && reactionGroups?.some(({ viewerHasReacted }) => viewerHasReacted) !== true;
}

/** Whoever reported the same. Of a deleted account nobody is told. */
export function authorsOfDuplicates(fields: Pick<WeightFields, "issueId" | "joined">): readonly Actor[] {
  return [...findDuplicates(fields).values()].flatMap((author) => author ?? []);
}

/**
 * Who wrote each, by its id. The last word on each counts. What stands in another repository may be hidden from those who
 * see this one.
 */
function findDuplicates({
  issueId,
  joined,
}: Pick<WeightFields, "issueId" | "joined">): ReadonlyMap<string, Actor | null> {
  const marked = new Map<string, Actor | null>();
  for (const one of joined) {
    if (one.kind === "IssueComment" || one.isCrossRepository || one.canonical?.id !== issueId) continue;
    if (!one.duplicate) continue;
    if (one.kind === "MarkedAsDuplicateEvent") marked.set(one.duplicate.id, one.duplicate.author ?? null);
    else marked.delete(one.duplicate.id);
  }
  return marked;
}
