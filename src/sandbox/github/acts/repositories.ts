import { presentAccount } from "../present/account.ts";
import type { Account, Repository, Visibility } from "../state/model.ts";
import { account, findAccount, fullName, identify, remember } from "../state/state.ts";
import { emit, timestamp, type World } from "../world.ts";
import { writeCommit } from "./commits.ts";

export function createAccount(world: World, given: { login: string; kind: Account["kind"] }): Account {
  if (findAccount(world.state, given.login) !== undefined) throw new Error(`There is a ${given.login} already`);
  const made = account({ ...identify(world.state, given.kind === "User" ? "U" : "O"), ...given });
  world.state.accounts.push(made);
  return remember(world.state, made);
}

export type RepositoryInput = {
  owner: Account;
  name: string;
  visibility: Visibility;
  defaultBranch: string;
  parent: Repository | null;
  files: Readonly<Record<string, string>>;
};

export function createRepository(world: World, input: RepositoryInput): Repository {
  const at = timestamp(world);
  const repository: Repository = {
    kind: "Repository",
    ...identify(world.state, "R"),
    owner: input.owner,
    name: input.name,
    description: null,
    visibility: input.visibility,
    archived: false,
    deleted: false,
    defaultBranch: input.defaultBranch,
    parent: input.parent,
    branches: new Map(input.parent?.branches),
    labels: [],
    items: new Map(),
    gone: new Map(),
    lastNumber: 0,
    roles: new Map(),
    suites: new Map(),
    mergeGroups: [],
    releases: [],
    createdAt: at,
    pushedAt: at,
  };
  world.state.repositories.push(remember(world.state, repository));
  if (input.parent === null) {
    const first = writeCommit(world, [], { files: input.files, by: input.owner, message: "First commit" });
    repository.branches.set(input.defaultBranch, first.oid);
  }
  return repository;
}

export function renameRepository(world: World, repository: Repository, given: { name: string; by: Account }): void {
  const from = repository.name;
  world.state.formerNames.set(fullName(repository).toLowerCase(), repository);
  repository.name = given.name;
  const changes = { repository: { name: { from } } };
  emit(world, { event: "repository", action: "renamed", repository, sender: given.by, payload: () => ({ changes }) });
}

/** The event goes to the new owner only, who must have the app installed. */
export function transferRepository(world: World, repository: Repository, given: { to: Account; by: Account }): void {
  const former = presentAccount(world.site, repository.owner);
  const kind = repository.owner.kind === "Organization" ? "organization" : "user";
  world.state.formerNames.set(fullName(repository).toLowerCase(), repository);
  for (const each of world.state.installations) each.selected.delete(repository);
  repository.owner = given.to;
  const changes = { owner: { from: { [kind]: former } } };
  emit(world, {
    event: "repository",
    action: "transferred",
    repository,
    sender: given.by,
    payload: () => ({ changes }),
  });
}

export function setVisibility(
  world: World,
  repository: Repository,
  given: { visibility: Visibility; by: Account },
): void {
  const before = repository.visibility;
  repository.visibility = given.visibility;
  if ((before === "public") === (given.visibility === "public")) return;
  const action = given.visibility === "public" ? "publicized" : "privatized";
  emit(world, { event: "repository", action, repository, sender: given.by, payload: () => ({}) });
}
