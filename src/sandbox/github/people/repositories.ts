import { commitAt } from "../acts/checks.ts";
import { publishRelease } from "../acts/releases.ts";
import { commitFiles, type FileChanges } from "../acts/commits.ts";
import { createLabel, type LabelInput } from "../acts/labels.ts";
import {
  createAccount,
  createRepository,
  deleteRepository,
  renameRepository,
  setArchived,
  setDefaultBranch,
  setVisibility,
  transferRepository,
} from "../acts/repositories.ts";
import type { Account, Commit, Label, Release, Repository, Role, Visibility } from "../state/model.ts";
import { findAccount } from "../state/state.ts";
import type { World } from "../world.ts";
import { person, repositoryOf, type RepositoryLike } from "./cast.ts";

export type NewRepository = {
  /** "owner/name"; an owner that is not there yet becomes an organisation. */
  name: string;
  visibility?: Visibility;
  defaultBranch?: string;
  files?: Readonly<Record<string, string>>;
};
export type NewRelease = {
  repository: RepositoryLike;
  tag: string;
  name?: string;
  body?: string;
  /** A branch or commit; the default branch unless told. */
  target?: string;
  isPrerelease?: boolean;
};
type By = { by: string };

export function repositoryActs(world: World) {
  return {
    createOrganization: (given: {
      login: string;
      members?: readonly string[];
      issueTypes?: readonly string[];
    }): Account => {
      const made = createAccount(world, { login: given.login, kind: "Organization" });
      made.members = new Set(given.members);
      made.issueTypes = [...(given.issueTypes ?? [])];
      return made;
    },
    createUser: (login: string): Account => person(world, login),
    /** What they wrote stays: REST shows it as the ghost's, GraphQL as nobody's. */
    deleteUser: (login: string): void => void (person(world, login).deleted = true),
    createRepository: (given: NewRepository): Repository => newRepository(world, given),
    commitFiles: (
      given: By & { repository: RepositoryLike; files: FileChanges; branch?: string; message?: string },
    ): Commit => {
      const repository = repositoryOf(world, given.repository);
      const { files, branch = repository.defaultBranch, message } = given;
      return commitFiles(world, repository, {
        files,
        branch,
        by: person(world, given.by),
        ...(message === undefined ? {} : { message }),
      });
    },
    createLabel: (given: By & LabelInput & { repository: RepositoryLike }): Label =>
      createLabel(world, repositoryOf(world, given.repository), { ...given, by: person(world, given.by) }),
    setRole: (given: { repository: RepositoryLike; user: string; role: Role }): void =>
      void repositoryOf(world, given.repository).roles.set(person(world, given.user).login, given.role),
    setVisibility: (given: By & { repository: RepositoryLike; visibility: Visibility }): void =>
      setVisibility(world, repositoryOf(world, given.repository), {
        visibility: given.visibility,
        by: person(world, given.by),
      }),
    renameRepository: (given: By & { repository: RepositoryLike; name: string }): void =>
      renameRepository(world, repositoryOf(world, given.repository), { name: given.name, by: person(world, given.by) }),
    transferRepository: (given: By & { repository: RepositoryLike; to: string }): void =>
      transferRepository(world, repositoryOf(world, given.repository), {
        to: person(world, given.to),
        by: person(world, given.by),
      }),
    publishRelease: (given: By & NewRelease): Release => release(world, given),
    ...lifeActs(world),
  };
}

/** Done by the owner, who need not be named. */
function lifeActs(world: World) {
  return {
    setDefaultBranch: (given: By & { repository: RepositoryLike; branch: string }): void =>
      setDefaultBranch(world, repositoryOf(world, given.repository), { ...given, by: person(world, given.by) }),
    archiveRepository: (like: RepositoryLike): void => archive(world, like, "archived"),
    unarchiveRepository: (like: RepositoryLike): void => archive(world, like, "unarchived"),
    /** Of a fork: its pull requests stay, without a head repository. */
    deleteRepository: (like: RepositoryLike): void => {
      const repository = repositoryOf(world, like);
      deleteRepository(world, repository, repository.owner);
    },
  };
}

function archive(world: World, like: RepositoryLike, to: "archived" | "unarchived"): void {
  const repository = repositoryOf(world, like);
  setArchived(world, repository, { to, by: repository.owner });
}

function release(world: World, given: By & NewRelease): Release {
  const repository = repositoryOf(world, given.repository);
  const { tag, name = tag, body = "", target = "HEAD", isPrerelease = false } = given;
  const targetOid = commitAt(world, repository, target);
  if (targetOid === undefined) throw new Error(`${repository.name} has no commit ${target}`);
  return publishRelease(world, repository, {
    tagName: tag,
    name,
    body,
    targetOid,
    isPrerelease,
    by: person(world, given.by),
  });
}

function newRepository(world: World, given: NewRepository): Repository {
  const [login = "", name = ""] = given.name.split("/");
  const owner = findAccount(world.state, login) ?? createAccount(world, { login, kind: "Organization" });
  return createRepository(world, {
    owner,
    by: owner,
    name,
    visibility: given.visibility ?? "public",
    defaultBranch: given.defaultBranch ?? "main",
    parent: null,
    files: given.files ?? { "README.md": `# ${name}\n` },
  });
}
