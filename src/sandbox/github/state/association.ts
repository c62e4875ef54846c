import type { Account, Repository } from "./model.ts";

export type Association = "OWNER" | "MEMBER" | "COLLABORATOR" | "CONTRIBUTOR" | "NONE";

/** What GitHub says about a text's author. It says nothing about rights: for those, `roleOf`. */
export function associationOf(repository: Repository, author: Account): Association {
  if (repository.owner === author) return "OWNER";
  if (repository.owner.members.has(author.login)) return "MEMBER";
  if (roleOf(repository, author) !== "none") return "COLLABORATOR";
  const merged = [...repository.items.values()].some(
    (each) => each.kind === "PullRequest" && each.mergedAt !== null && each.author === author,
  );
  return merged ? "CONTRIBUTOR" : "NONE";
}

/** The role that was given; the owner of a personal repository is its admin. */
export function roleOf(
  repository: Repository,
  account: Account,
): "none" | "read" | "triage" | "write" | "maintain" | "admin" {
  if (account.deleted) return "none";
  if (repository.owner === account) return "admin";
  return repository.roles.get(account.login) ?? "none";
}
