import { createAccount } from "../acts/repositories.ts";
import type { Installation } from "../state/installation.ts";
import type { Account, Issue, PullRequest, Repository } from "../state/model.ts";
import { findAccount, repositoryNamed } from "../state/state.ts";
import type { World } from "../world.ts";

/** Where something is: "owner/name" and a number there; or the thing itself, as the acts return it. */
export type Place = { repository: string; number: number };
export type RepositoryLike = string | Repository;
export type IssueLike = Place | Issue;
export type PullRequestLike = Place | PullRequest;
export type ItemLike = Place | Issue | PullRequest;

/** People are made at their first act, so that a story need not introduce them. */
export function person(world: World, login: string): Account {
  if (login === world.state.app.slug) return world.state.app.bot;
  const isBot = login.endsWith("[bot]");
  const name = login.replace(/\[bot\]$/, "");
  return findAccount(world.state, name) ?? createAccount(world, { login: name, kind: isBot ? "Bot" : "User" });
}

export function repositoryOf(world: World, like: RepositoryLike): Repository {
  return typeof like === "string" ? repositoryNamed(world.state, like) : like;
}

export function itemOf(world: World, like: ItemLike): Issue | PullRequest {
  if ("kind" in like) return like;
  const found = repositoryNamed(world.state, like.repository).items.get(like.number);
  if (found === undefined) throw new Error(`${like.repository} has nothing numbered ${like.number}`);
  return found;
}

export function issueOf(world: World, like: IssueLike): Issue {
  const found = itemOf(world, like);
  if (found.kind !== "Issue") throw new Error(`Number ${found.number} is a pull request`);
  return found;
}

export function pullRequestOf(world: World, like: PullRequestLike): PullRequest {
  const found = itemOf(world, like);
  if (found.kind !== "PullRequest") throw new Error(`Number ${found.number} is an issue`);
  return found;
}

export function installationOf(world: World, login: string): Installation {
  const found = world.state.installations.find((each) => each.account.login === login);
  if (found === undefined) throw new Error(`The app is not installed for ${login}`);
  return found;
}
