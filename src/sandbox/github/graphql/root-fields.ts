import { minimizeComment, unminimizeComment } from "../acts/comments.ts";
import { pinIssue } from "../acts/pins.ts";
import type { IssueComment, Node, Repository } from "../state/model.ts";
import { findAccount, findRepository } from "../state/state.ts";
import { canSee, reaches } from "../server/access.ts";
import { demand, type Fields, forbidden, graphqlError, type GraphqlContext, type Registry } from "./field.ts";

type RepositoryArguments = { owner: string; name: string; followRenames?: boolean | null };
type MinimizeArguments = { input: { subjectId: string; classifier: string; clientMutationId?: string | null } };
type UnminimizeArguments = { input: { subjectId: string; clientMutationId?: string | null } };
type PinArguments = { input: { issueId: string; clientMutationId?: string | null } };

const writesDiscussion = [
  ["issues", "write"],
  ["pull_requests", "write"],
] as const;

const query: Fields<undefined> = {
  repository: (_, args: RepositoryArguments, context) => repositoryNamed(context, args),
  node: (_, args: { id: string }, context) => nodeWith(context, args.id),
  // Each is resolved on its own, so that one that is gone leaves the others.
  nodes: (_, args: { ids: readonly string[] }, context) => args.ids.map((id) => nodeOrError(context, id)),
  rateLimit: (_, __, { world, cost }) => ({
    cost: cost.points,
    limit: 5000,
    remaining: 4999,
    used: 1,
    nodeCount: cost.nodes,
    resetAt: new Date(world.now().getTime() + 3_600_000).toISOString(),
  }),
  viewer: (_, __, { world }) => ({ ...world.state.app.bot, login: `${world.state.app.slug}[bot]`, kind: "User" }),
  repositoryOwner: (_, args: { login: string }, { world }) => findAccount(world.state, args.login) ?? null,
};

const mutation: Fields<undefined> = {
  pinIssue: (_, { input }: PinArguments, context) => {
    const issue = nodeWith(context, input.issueId);
    if (issue.kind !== "Issue") throw graphqlError("NOT_FOUND", `Could not resolve to Issue node '${input.issueId}'.`);
    if (!reaches(context.caller, issue.repository)) throw forbidden();
    demand(context, issue.repository, [["issues", "write"]]);
    const refused = pinIssue(context.world, issue);
    if (refused !== null) throw graphqlError("UNPROCESSABLE", refused);
    return { issue, clientMutationId: input.clientMutationId ?? null };
  },
  minimizeComment: (_, { input }: MinimizeArguments, context) => {
    const comment = commentToHide(context, input.subjectId);
    const reason = input.classifier.toLowerCase().replaceAll("_", "-");
    minimizeComment(comment, { reason, by: context.world.state.app.bot });
    return { minimizedComment: comment, clientMutationId: input.clientMutationId ?? null };
  },
  unminimizeComment: (_, { input }: UnminimizeArguments, context) => {
    const comment = commentToHide(context, input.subjectId);
    unminimizeComment(comment);
    return { unminimizedComment: comment, clientMutationId: input.clientMutationId ?? null };
  },
};

function repositoryNamed(context: GraphqlContext, args: RepositoryArguments): Repository {
  const { state } = context.world;
  const name = `${args.owner}/${args.name}`;
  const moved = args.followRenames === false ? undefined : state.formerNames.get(name.toLowerCase());
  const found = findRepository(state, name) ?? moved;
  if (found !== undefined && canSee(context.caller, found)) return found;
  throw graphqlError("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
}

function nodeWith(context: GraphqlContext, id: string): Node {
  const found = context.world.state.nodes.get(id);
  const repository = found === undefined ? undefined : repositoryOf(found);
  const isVisible = repository === undefined || canSee(context.caller, repository);
  if (found === undefined || !isVisible)
    throw graphqlError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
  return found;
}

function nodeOrError(context: GraphqlContext, id: string): Node | Error {
  try {
    return nodeWith(context, id);
  } catch (error) {
    // graphql-js makes a returned error one of the answer's partial errors.
    return error instanceof Error ? error : new Error(String(error));
  }
}

function repositoryOf(node: Node): Repository | undefined {
  switch (node.kind) {
    case "Repository":
      return node;
    case "Issue":
    case "PullRequest":
    case "CheckSuite":
      return node.repository;
    case "IssueComment":
      return node.on.repository;
    case "CheckRun":
      return node.suite.repository;
    case "User":
    case "Organization":
    case "Bot":
    case "Label":
      return undefined;
    default:
      return node satisfies never;
  }
}

function commentToHide(context: GraphqlContext, id: string): IssueComment {
  const found = nodeWith(context, id);
  if (found.kind !== "IssueComment")
    throw graphqlError("NOT_FOUND", `Could not resolve to Minimizable node with the global id of '${id}'.`);
  if (!reaches(context.caller, found.on.repository)) throw forbidden();
  demand(context, found.on.repository, writesDiscussion);
  return found;
}

export const rootTypes: Registry = { Query: query, Mutation: mutation };
