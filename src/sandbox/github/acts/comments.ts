import type { JsonObject } from "../json.ts";
import { presentComment, presentIssue } from "../present/issue.ts";
import type { Account, Issue, IssueComment, PullRequest, Reaction, ReactionContent } from "../state/model.ts";
import { identify, remember } from "../state/state.ts";
import { emit, presenting, timestamp, type World } from "../world.ts";
import { crossReference, record } from "./timeline.ts";

export function createComment(
  world: World,
  item: Issue | PullRequest,
  given: { body: string; by: Account },
): IssueComment {
  const at = timestamp(world);
  const comment: IssueComment = {
    kind: "IssueComment",
    ...identify(world.state, "IC"),
    on: item,
    author: given.by,
    body: given.body,
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
    minimizedReason: null,
    minimizedBy: null,
    reactions: [],
    viaApp: given.by === world.state.app.bot,
  };
  item.comments.push(remember(world.state, comment));
  item.updatedAt = at;
  world.state.comments.set(comment.id, comment);
  crossReference(world, item, given);
  emitComment(world, comment, { action: "created", by: given.by });
  return comment;
}

export function editComment(world: World, comment: IssueComment, given: { body: string; by: Account }): void {
  const changes = { body: { from: comment.body } };
  const at = timestamp(world);
  comment.body = given.body;
  comment.updatedAt = at;
  comment.lastEditedAt = at;
  comment.editor = given.by;
  crossReference(world, comment.on, given);
  emitComment(world, comment, { action: "edited", by: given.by, changes });
}

export function deleteComment(world: World, comment: IssueComment, by: Account): void {
  comment.on.comments = comment.on.comments.filter((each) => each !== comment);
  world.state.comments.delete(comment.id);
  world.state.nodes.delete(comment.nodeId);
  record(world, comment.on, { kind: "CommentDeletedEvent", actor: by, deletedCommentAuthor: comment.author });
  emitComment(world, comment, { action: "deleted", by });
}

/** Hiding sends no webhook that apps can rely on; it is a matter of GraphQL alone. */
export function minimizeComment(comment: IssueComment, given: { reason: string; by: Account }): void {
  comment.minimizedReason = given.reason;
  comment.minimizedBy = given.by;
}

export function unminimizeComment(comment: IssueComment): void {
  comment.minimizedReason = null;
  comment.minimizedBy = null;
}

type CommentEvent = { action: string; by: Account; changes?: JsonObject };

function emitComment(world: World, comment: IssueComment, event: CommentEvent): void {
  const { changes } = event;
  emit(world, {
    event: "issue_comment",
    action: event.action,
    repository: comment.on.repository,
    sender: event.by,
    payload: () => ({
      issue: presentIssue(presenting(world), comment.on),
      comment: presentComment(presenting(world), comment),
      ...(changes === undefined ? {} : { changes }),
    }),
  });
}

/** A second reaction of the same kind by the same person is the first one. Reactions send no webhook. */
export function react(
  world: World,
  on: { reactions: Reaction[] },
  given: { content: ReactionContent; by: Account },
): { reaction: Reaction; isNew: boolean } {
  const known = on.reactions.find((each) => each.content === given.content && each.user === given.by);
  if (known !== undefined) return { reaction: known, isNew: false };
  const reaction: Reaction = {
    ...identify(world.state, "REA"),
    content: given.content,
    user: given.by,
    createdAt: timestamp(world),
  };
  on.reactions.push(reaction);
  return { reaction, isNew: true };
}
