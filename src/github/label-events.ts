import { z } from "zod";
import type { LabelEventReading } from "../sources/ports.ts";
import { actor, actorFields, isOurselves } from "./actor.ts";
import { date } from "./connection.ts";
import { readAnswer, throwFailures } from "./graphql.ts";
import type { OwnApp } from "./own-app.ts";
import type { ReaderContext } from "./reader-context.ts";

/** The latest hundred, oldest first: GitHub tells no more at once, and does not look for the events of one label. */
export const labelEventSelection = selectionOf("last: 100");

function selectionOf(which: string): string {
  return `
labelEvents: timelineItems(${which}, itemTypes: [LABELED_EVENT, UNLABELED_EVENT]) {
  nodes {
    kind: __typename
    ... on LabeledEvent { createdAt actor { ${actorFields} } label { name } }
    ... on UnlabeledEvent { createdAt actor { ${actorFields} } label { name } }
  }
  pageInfo { hasPreviousPage startCursor }
}`;
}

const event = z.object({
  kind: z.enum(["LabeledEvent", "UnlabeledEvent"]),
  createdAt: date,
  actor,
  label: z.object({ name: z.string() }),
});

/** GitHub leaves null where it may not show one, and for all of them too. */
export const labelEvents = z
  .object({
    nodes: z.array(event.nullable()).nullish(),
    pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullable() }),
  })
  .nullish();

type Page = z.output<typeof labelEvents>;

/** No person labels one thread so often. Where bots do, what is older is not read. */
const MOST = 2_500;

/**
 * All of a thread, the latest of which are read: an answer or a cancellation by label would be forgotten once bots had put
 * a hundred others on and off. A request for each hundred more.
 */
export async function allLabelEvents(
  context: ReaderContext,
  { id, labelEvents: latest }: { readonly id: string; readonly labelEvents?: Page },
): Promise<readonly LabelEventReading[]> {
  let page = latest;
  let events: readonly LabelEventReading[] = [];
  while (page) {
    const { nodes, pageInfo } = page;
    events = [...(nodes ?? []).filter((one) => one !== null).map((one) => toReading(one, context.app)), ...events];
    const isWhole = !pageInfo.hasPreviousPage || events.length >= MOST;
    page = isWhole ? null : await readBefore(context, id, pageInfo.startCursor);
  }
  return events;
}

const earlier = selectionOf("last: 100, before: $before");

const earlierQuery = `
query EarlierLabels($thread: ID!, $before: String) {
  thread: node(id: $thread) {
    ... on PullRequest { ${earlier} }
    ... on Issue { ${earlier} }
  }
}`;

/** Null where the thread is gone by now. */
async function readBefore({ client }: ReaderContext, thread: string, before: string | null): Promise<Page> {
  const { data, errors } = await client.graphql(earlierQuery, { thread, before });
  throwFailures(errors);
  return readAnswer(z.object({ thread: z.object({ labelEvents }).nullable() }), data).thread?.labelEvents;
}

function toReading({ kind, createdAt, actor: by, label }: z.output<typeof event>, app: OwnApp): LabelEventReading {
  return {
    kind: kind === "LabeledEvent" ? "labelled" : "unlabelled",
    name: label.name,
    at: createdAt,
    by,
    ours: isOurselves(by, app),
  };
}
