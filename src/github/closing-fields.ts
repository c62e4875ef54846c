import { z } from "zod";
import { actor, actorFields } from "./actor.ts";
import { connection, date } from "./connection.ts";

/**
 * Closing and comments from one connection, of which GitHub charges each. The texts are asked for afterwards, of the few
 * that count: those of all of them, which anybody may write, could be more than an answer may hold.
 */
export const closingSelection = `
closedAt
closing: timelineItems(last: 30, itemTypes: [CLOSED_EVENT, ISSUE_COMMENT]) {
  nodes {
    kind: __typename
    ... on ClosedEvent { createdAt actor { ${actorFields} } }
    ... on IssueComment { id createdAt isMinimized author { ${actorFields} } }
  }
}`;

const event = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ClosedEvent"), createdAt: date, actor }),
  z.object({
    kind: z.literal("IssueComment"),
    id: z.string(),
    createdAt: date,
    isMinimized: z.boolean(),
    author: actor,
  }),
]);

export const closingFields = { closedAt: date.nullish(), closing: connection(event) };

/** In milliseconds, before or after: GitHub's button writes the comment first, people often second. */
const near = 10 * 60 * 1000;

/** The last comment of whoever closed it last, written about then and shown to everybody; null where there is none. */
export function closingComment(events: z.output<typeof closingFields.closing>): string | null {
  const closed = events.findLast((one) => one.kind === "ClosedEvent");
  const by = closed?.kind === "ClosedEvent" ? closed.actor : null;
  if (closed === undefined || by?.kind !== "user") return null;
  const said = events.findLast(
    (one) =>
      one.kind === "IssueComment" &&
      !one.isMinimized &&
      one.author?.kind === "user" &&
      one.author.login === by.login &&
      Math.abs(one.createdAt.getTime() - closed.createdAt.getTime()) <= near,
  );
  return said?.kind === "IssueComment" ? said.id : null;
}
