import { z } from "zod";
import type { CommandComment, CommentReading } from "../sources/ports.ts";
import { actor, actorFields } from "./actor.ts";
import { date, pageInfo } from "./connection.ts";

/**
 * `fullDatabaseId`, because comment ids have outgrown GraphQL's 32-bit `databaseId`. `lastEditedAt` is null for as long
 * as nobody edited the comment, also somebody who may edit other people's; `updatedAt` changes with less.
 */
export const commentSelection = `
  id fullDatabaseId body createdAt lastEditedAt isMinimized minimizedReason authorAssociation
  author { ${actorFields} }
`;

export const commentFragment = `
fragment Comment on IssueComment {${commentSelection}}`;

const comment = z.object({
  id: z.string(),
  fullDatabaseId: z.union([z.string(), z.number()]).transform(Number),
  body: z.string(),
  createdAt: date,
  lastEditedAt: date.nullish(),
  isMinimized: z.boolean(),
  minimizedReason: z.string().nullish(),
  authorAssociation: z.string(),
  author: actor,
});

export type Comment = z.output<typeof comment>;

/** Null for what is no comment any more: a node of another type comes without these fields. */
export const commentNode = z.union([comment, z.object({}).transform(() => null)]).nullish();
export const commentPage = z.object({ nodes: z.array(comment.nullable()).nullish(), pageInfo });

export type CommentPage = z.output<typeof commentPage>;

export function toCommentReading(one: Comment): CommentReading {
  return {
    id: one.fullDatabaseId,
    nodeId: one.id,
    body: one.body,
    minimised: one.isMinimized,
    minimisedReason: one.isMinimized ? (one.minimizedReason?.toLowerCase() ?? null) : null,
  };
}

export function toCommandComment(one: Comment): CommandComment {
  const { body, author, createdAt } = one;
  return {
    id: one.fullDatabaseId,
    nodeId: one.id,
    body,
    author,
    createdAt,
    edited: (one.lastEditedAt ?? null) !== null,
    hidden: one.isMinimized,
    belongs: people.has(one.authorAssociation),
  };
}

const people: ReadonlySet<string> = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
