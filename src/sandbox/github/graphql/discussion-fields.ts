import { commentUrl, htmlUrl, presentIssueType } from "../present/issue.ts";
import { associationOf } from "../state/association.ts";
import type { Account, Issue, IssueComment, PullRequest, TimelineEvent } from "../state/model.ts";
import { canSee } from "../server/access.ts";
import type { World } from "../world.ts";
import { connect, connectOrCount, counting, type Slice } from "./connection.ts";
import { reactionGroup, reactionGroupsOf, reactionsOf } from "./reaction-fields.ts";
import { commitSource } from "./commit-fields.ts";
import { actor, type Fields, type GraphqlContext, inSight, type Registry, upper } from "./field.ts";

/** What issues and pull requests answer alike. */
export const discussionFields: Fields<Issue | PullRequest> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  fullDatabaseId: (source) => String(source.id),
  number: (source) => source.number,
  title: (source) => source.title,
  body: (source) => source.body ?? "",
  bodyText: (source) => source.body ?? "",
  url: (source, _, { world }) => htmlUrl(world.site, source),
  author: (source) => actor(source.author),
  authorAssociation: (source) => associationOf(source.repository, source.author),
  editor: (source) => actor(source.editor),
  createdAt: (source) => source.createdAt,
  updatedAt: (source) => source.updatedAt,
  closedAt: (source) => source.closedAt,
  closed: (source) => source.state === "closed",
  lastEditedAt: (source) => source.lastEditedAt,
  locked: (source) => source.locked,
  repository: (source) => source.repository,
  labels: (source, args: Slice) => connect(source.labels, args),
  comments: (source, args: Slice, { world }) => connectOrCount(commentsOnCopies(source, world), args),
  reactions: (source, args: Slice) => reactionsOf(source.reactions, args),
  reactionGroups: (source) => reactionGroupsOf(source.reactions),
  participants: (source, args: Slice) => connect(participantsOf(source), counting(args)),
  viewerDidAuthor: (source, _, { world }) => source.author === world.state.app.bot,
  timelineItems,
};

function commentsOnCopies({ comments }: Issue | PullRequest, { copies, now }: World): readonly IssueComment[] {
  if (copies.behindMs === 0) return comments;
  return comments.filter(({ createdAt }) => Date.parse(createdAt) <= now().getTime() - copies.behindMs);
}

/** Whoever wrote it or below it; apps do not take part. */
function participantsOf({ author, comments }: Issue | PullRequest): readonly Account[] {
  const writers = [author, ...comments.map((each) => each.author)].map(actor);
  return [...new Set(writers)].filter((each) => each !== null).filter(({ kind }) => kind === "User");
}

const issue: Fields<Issue> = {
  ...discussionFields,
  state: (source) => upper(source.state),
  stateReason: (source, args: { enableDuplicate?: boolean | null }) => reasonWord(source, args),
  isPinned: (source, _, { world }) => world.state.pinned.includes(source),
  issueType: (source) => (source.issueType === null ? null : issueType(source.issueType)),
  parent: ({ parent }, _, { caller }) => (parent !== null && canSee(caller, parent.repository) ? parent : null),
  subIssues: (source, args: Slice, context) => connect(inSight(context, source.subIssues), args),
  subIssuesSummary: ({ subIssues }) => {
    const completed = subIssues.filter((each) => each.state === "closed").length;
    const percentCompleted = subIssues.length === 0 ? 0 : Math.floor((100 * completed) / subIssues.length);
    return { total: subIssues.length, completed, percentCompleted };
  },
  closedByPullRequestsReferences: (source, args: Slice, context) =>
    connect(
      inSight(
        context,
        source.timeline.flatMap((each) =>
          each.kind === "CrossReferencedEvent" && each.willCloseTarget && each.source.kind === "PullRequest"
            ? [each.source]
            : [],
        ),
      ),
      args,
    ),
};

/** Duplicates were "not planned" before GitHub had a word for them, and are to those who do not ask for it. */
function reasonWord({ stateReason }: Issue, { enableDuplicate }: { enableDuplicate?: boolean | null }): string | null {
  if (stateReason === null) return null;
  return stateReason === "duplicate" && enableDuplicate !== true ? "NOT_PLANNED" : upper(stateReason);
}

function issueType(name: string) {
  const { node_id: id, description } = presentIssueType(name);
  return { id, name, description, isEnabled: true };
}

const comment: Fields<IssueComment> = {
  id: (source) => source.nodeId,
  databaseId: (source) => source.id,
  fullDatabaseId: (source) => String(source.id),
  body: (source) => source.body,
  bodyText: (source) => source.body,
  author: (source) => actor(source.author),
  authorAssociation: (source) => associationOf(source.on.repository, source.author),
  editor: (source) => actor(source.editor),
  createdAt: (source) => source.createdAt,
  updatedAt: (source) => source.updatedAt,
  lastEditedAt: (source) => source.lastEditedAt,
  includesCreatedEdit: (source) => source.lastEditedAt !== null,
  isMinimized: (source) => source.minimizedReason !== null,
  minimizedReason: (source) => source.minimizedReason,
  viewerDidAuthor: (source, _, { world }) => source.author === world.state.app.bot,
  url: (source, _, { world }) => commentUrl(world.site, source),
  issue: (source) => (source.on.kind === "Issue" ? source.on : null),
  pullRequest: (source) => (source.on.kind === "PullRequest" ? source.on : null),
  repository: (source) => source.on.repository,
  reactions: (source, args: Slice) => reactionsOf(source.reactions, args),
  reactionGroups: (source) => reactionGroupsOf(source.reactions),
};

type TimelineArguments = Slice & { itemTypes?: readonly string[] | null; since?: string | null };

function timelineItems(source: Issue | PullRequest, args: TimelineArguments, context: GraphqlContext) {
  const events = source.timeline.map((each) => ({
    order: each.id,
    kind: each.kind,
    at: each.createdAt,
    item: eventValue(each, context, source),
  }));
  const comments = source.comments.map((each) => ({ order: each.id, kind: each.kind, at: each.createdAt, item: each }));
  const all = [...events, ...comments].toSorted((a, b) => a.order - b.order);
  const wanted = all
    .filter((each) => each.item !== undefined)
    .filter(
      (each) => args.itemTypes === undefined || args.itemTypes === null || args.itemTypes.includes(itemType(each.kind)),
    )
    .filter((each) => typeof args.since !== "string" || each.at >= args.since);
  const items = wanted.map((each) => each.item);
  return connect(items, args, { filteredCount: items.length, pageCount: items.length, updatedAt: source.updatedAt });
}

/** `LabeledEvent` is asked for as LABELED_EVENT. */
function itemType(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}

/** A value whose fields are read as they are; undefined for what the caller cannot see. */
function eventValue(
  event: TimelineEvent,
  context: GraphqlContext,
  on: Issue | PullRequest,
): Record<string, unknown> | undefined {
  const common = { kind: event.kind, id: event.nodeId, actor: actor(event.actor), createdAt: event.createdAt };
  switch (event.kind) {
    case "LabeledEvent":
    case "UnlabeledEvent":
      return { ...common, label: event.label, labelable: on };
    case "CommentDeletedEvent":
      return { ...common, databaseId: event.id, deletedCommentAuthor: actor(event.deletedCommentAuthor) };
    case "ClosedEvent":
      return {
        ...common,
        closer: event.closer,
        closable: on,
        stateReason: event.stateReason === null ? null : upper(event.stateReason),
      };
    case "MergedEvent":
      return {
        ...common,
        commit: commitSource(context, on.repository, event.commitOid),
        mergeRefName: event.mergeRefName,
        pullRequest: on,
      };
    case "AddedToMergeQueueEvent":
      return { ...common, pullRequest: on };
    case "RemovedFromMergeQueueEvent":
      return {
        ...common,
        reason: event.reason,
        beforeCommit: commitSource(context, on.repository, event.before),
        pullRequest: on,
      };
    case "HeadRefForcePushedEvent":
      return {
        ...common,
        beforeCommit: commitSource(context, on.repository, event.before),
        afterCommit: commitSource(context, on.repository, event.after),
        pullRequest: on,
      };
    case "RenamedTitleEvent":
      return { ...common, previousTitle: event.previousTitle, currentTitle: event.currentTitle, subject: on };
    case "BaseRefChangedEvent":
      return {
        ...common,
        previousRefName: event.previousRefName,
        currentRefName: event.currentRefName,
        pullRequest: on,
      };
    case "CrossReferencedEvent":
      return crossReferenceValue(event, context, on);
    case "ReadyForReviewEvent":
    case "ConvertToDraftEvent":
      return { ...common, pullRequest: on };
    case "ReopenedEvent":
      return { ...common, closable: on };
    case "MarkedAsDuplicateEvent":
    case "UnmarkedAsDuplicateEvent": {
      const { canonical, duplicate } = event;
      const seen = [canonical, duplicate].map((each) => (canSee(context.caller, each.repository) ? each : null));
      const isCrossRepository = canonical.repository !== duplicate.repository;
      return { ...common, canonical: seen[0], duplicate: seen[1], isCrossRepository };
    }
    default:
      return event satisfies never;
  }
}

type CrossReference = Extract<TimelineEvent, { kind: "CrossReferencedEvent" }>;

function crossReferenceValue(event: CrossReference, context: GraphqlContext, on: Issue | PullRequest) {
  const { source } = event;
  if (!canSee(context.caller, source.repository)) return undefined;
  return {
    kind: event.kind,
    id: event.nodeId,
    actor: actor(event.actor),
    createdAt: event.createdAt,
    referencedAt: event.createdAt,
    source,
    target: on,
    willCloseTarget: event.willCloseTarget,
    isCrossRepository: source.repository !== on.repository,
    url: htmlUrl(context.world.site, source),
  };
}

export const discussionTypes: Registry = { Issue: issue, IssueComment: comment, ReactionGroup: reactionGroup };
