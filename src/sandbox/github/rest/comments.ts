import { createComment, deleteComment, editComment, react } from "../acts/comments.ts";
import { presentComment, presentReaction } from "../present/issue.ts";
import type { IssueComment, Reaction, ReactionContent } from "../state/model.ts";
import { presenting } from "../world.ts";
import { discussed, type IssuePath, readsDiscussion, refuseLongBody, writesDiscussion } from "./issues.ts";
import {
  notFound,
  ok,
  type Operation,
  refuse,
  type RepositoryRequest,
  type RestAnswer,
  RestRefusal,
} from "./operation.ts";
import { paged } from "./pagination.ts";

type CommentPath = RepositoryRequest & { path: { comment_id: number } };
type Reacting = { body: { content: ReactionContent } };

export const commentOperations: readonly Operation[] = [
  { id: "issues/list-comments", for: "repository", needs: readsDiscussion, run: list },
  { id: "issues/create-comment", for: "repository", needs: writesDiscussion, run: create },
  {
    id: "issues/get-comment",
    for: "repository",
    needs: readsDiscussion,
    run: (request: CommentPath) => presented(request, found(request)),
  },
  { id: "issues/update-comment", for: "repository", needs: writesDiscussion, run: update },
  { id: "issues/delete-comment", for: "repository", needs: writesDiscussion, run: remove },
  {
    id: "reactions/list-for-issue-comment",
    for: "repository",
    needs: readsDiscussion,
    run: (request: CommentPath) => listReactions(request, found(request)),
  },
  {
    id: "reactions/create-for-issue-comment",
    for: "repository",
    needs: writesDiscussion,
    run: (request: CommentPath & Reacting) => addReaction(request, found(request)),
  },
  {
    id: "reactions/list-for-issue",
    for: "repository",
    needs: readsDiscussion,
    run: (request: IssuePath) => listReactions(request, discussed(request)),
  },
  {
    id: "reactions/create-for-issue",
    for: "repository",
    needs: writesDiscussion,
    run: (request: IssuePath & Reacting) => addReaction(request, discussed(request)),
  },
];

function found({ world, repository, path }: CommentPath): IssueComment {
  const comment = world.state.comments.get(path.comment_id);
  if (comment?.on.repository !== repository) throw notFound();
  return comment;
}

function presented({ world }: RepositoryRequest, comment: IssueComment): RestAnswer {
  return ok(presentComment(presenting(world), comment));
}

function list(request: IssuePath & { query: { since?: string } }): RestAnswer {
  const { since = "" } = request.query;
  const { copies, now } = request.world;
  const shown = now().getTime() - copies.listsBehindMs;
  const comments = discussed(request).comments.filter((each) => {
    return each.updatedAt >= since && Date.parse(each.createdAt) <= shown;
  });
  return paged(request, comments, (each) => presentComment(presenting(request.world), each));
}

function create(request: IssuePath & { body: { body: string } }): RestAnswer {
  const { world, body } = request;
  const item = discussed(request);
  refuseBlankBody(body.body);
  refuseLongBody(body.body);
  if (item.locked) throw refuse(403, "Unable to create comment because issue is locked.");
  const comment = createComment(world, item, { body: body.body, by: world.state.app.bot });
  return { status: 201, body: presentComment(presenting(world), comment) };
}

function update(request: CommentPath & { body: { body: string } }): RestAnswer {
  const comment = found(request);
  refuseBlankBody(request.body.body);
  refuseLongBody(request.body.body);
  editComment(request.world, comment, { body: request.body.body, by: request.world.state.app.bot });
  return presented(request, comment);
}

/** An issue may be without text, a comment not. */
function refuseBlankBody(body: string): void {
  if (body.trim() !== "") return;
  const errors = [{ resource: "IssueComment", code: "unprocessable", field: "data", message: "Body cannot be blank" }];
  throw new RestRefusal({ status: 422, message: "Validation Failed", errors });
}

function remove(request: CommentPath): RestAnswer {
  deleteComment(request.world, found(request), request.world.state.app.bot);
  return { status: 204 };
}

function listReactions(request: RepositoryRequest, on: { reactions: readonly Reaction[] }): RestAnswer {
  return paged(request, on.reactions, (each) => presentReaction(request.world.site, each));
}

function addReaction({ world, body }: RepositoryRequest & Reacting, on: { reactions: Reaction[] }): RestAnswer {
  const { reaction, isNew } = react(world, on, { content: body.content, by: world.state.app.bot });
  return { status: isNew ? 201 : 200, body: presentReaction(world.site, reaction) };
}
