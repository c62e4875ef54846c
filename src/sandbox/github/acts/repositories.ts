import type { JsonObject } from "../json.ts";
import { presentAccount, presentOrganization } from "../present/account.ts";
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
  by: Account;
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
  // From now on the name leads here, and no longer to what was called so before.
  world.state.formerNames.delete(fullName(repository).toLowerCase());
  if (input.parent === null) {
    const first = writeCommit(world, [], { files: input.files, by: input.owner, message: "First commit" });
    repository.branches.set(input.defaultBranch, first.oid);
  }
  tell(world, repository, { action: "created", by: input.by });
  return repository;
}

export function renameRepository(world: World, repository: Repository, given: { name: string; by: Account }): void {
  const from = repository.name;
  world.state.formerNames.set(fullName(repository).toLowerCase(), repository);
  repository.name = given.name;
  world.state.formerNames.delete(fullName(repository).toLowerCase());
  tell(world, repository, { action: "renamed", by: given.by, extra: { changes: { repository: { name: { from } } } } });
}

/** The event goes to the new owner only, who must have the app installed. */
export function transferRepository(world: World, repository: Repository, given: { to: Account; by: Account }): void {
  const { owner: former } = repository;
  const from =
    former.kind === "Organization"
      ? { organization: presentOrganization(world.site, former) }
      : { user: presentAccount(world.site, former) };
  world.state.formerNames.set(fullName(repository).toLowerCase(), repository);
  for (const each of world.state.installations) each.selected.delete(repository);
  repository.owner = given.to;
  const changes = { owner: { from } };
  tell(world, repository, { action: "transferred", by: given.by, extra: { changes } });
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
  tell(world, repository, { action, by: given.by });
}

export function setDefaultBranch(world: World, repository: Repository, given: { branch: string; by: Account }): void {
  const from = repository.defaultBranch;
  if (!repository.branches.has(given.branch)) throw new Error(`${repository.name} has no branch ${given.branch}`);
  repository.defaultBranch = given.branch;
  tell(world, repository, { action: "edited", by: given.by, extra: { changes: { default_branch: { from } } } });
}

export function setArchived(
  world: World,
  repository: Repository,
  given: { to: "archived" | "unarchived"; by: Account },
): void {
  repository.archived = given.to === "archived";
  tell(world, repository, { action: given.to, by: given.by });
}

export function deleteRepository(world: World, repository: Repository, by: Account): void {
  // Told first: afterwards no installation holds it.
  tell(world, repository, { action: "deleted", by });
  repository.deleted = true;
}

type Told = { action: string; by: Account; extra?: JsonObject };

function tell(world: World, repository: Repository, { action, by, extra = {} }: Told): void {
  emit(world, { event: "repository", action, repository, sender: by, payload: () => extra });
}
