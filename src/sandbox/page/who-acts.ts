import { roleOf } from "../github/state/association.ts";
import type { Account, IssueComment, Repository } from "../github/state/model.ts";
import type { Item } from "./view.ts";
import { loginOf } from "./view.ts";

/** Everybody who wrote something here, first those who have a role. */
export function actorsIn(repository: Repository): Account[] {
  return writersIn(repository).filter(({ kind }) => kind === "User");
}

/** Bots write comments too, and must not be taken for people. Not the app itself: it speaks for itself. */
export function speakersIn(repository: Repository): Account[] {
  const ownWriting = textsIn(repository).filter(({ viaApp }) => viaApp);
  const app = new Set(ownWriting.map(({ author }) => author));
  const bots = writersIn(repository).filter((one) => one.kind === "Bot" && !app.has(one));
  return [...actorsIn(repository), ...bots];
}

/** GitHub lets the author change a comment, and everybody who may write. */
export function editorsOf({ author, on: { repository } }: IssueComment): Account[] {
  return actorsIn(repository).filter((one) => one === author || mayWrite(repository, one));
}

/** Whoever wrote it, where a person did; else the first who may do everything here. */
export function authorOrMaintainer(item: Item): Account {
  const people = actorsIn(item.repository);
  return people.find((one) => one === item.author) ?? maintainerOf(item.repository) ?? item.author;
}

export function maintainerOf(repository: Repository): Account | undefined {
  return actorsIn(repository).find((one) => roleOf(repository, one) === "admin");
}

export function roleWord(repository: Repository, account: Account): string {
  const role = roleOf(repository, account);
  return role === "none" ? "no role" : role;
}

function mayWrite(repository: Repository, one: Account): boolean {
  return ["write", "maintain", "admin"].includes(roleOf(repository, one));
}

function writersIn(repository: Repository): Account[] {
  const roles = new Set([...repository.owner.members, ...repository.roles.keys()]);
  const there = textsIn(repository)
    .map(({ author }) => author)
    .filter(({ deleted }) => !deleted);
  return [...new Set(there)].toSorted(
    (a, b) => Number(roles.has(b.login)) - Number(roles.has(a.login)) || loginOf(a).localeCompare(loginOf(b)),
  );
}

function textsIn(repository: Repository): readonly { readonly author: Account; readonly viaApp: boolean }[] {
  return [...repository.items.values()].flatMap((item) => [item, ...item.comments]);
}
