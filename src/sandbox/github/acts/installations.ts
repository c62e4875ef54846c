import type { JsonObject } from "../json.ts";
import { presentAccount } from "../present/account.ts";
import { presentInstallation } from "../present/app.ts";
import { identityOf } from "../present/repository.ts";
import type { Installation } from "../state/installation.ts";
import type { Account, Permissions, Repository } from "../state/model.ts";
import { covers, identify } from "../state/state.ts";
import { emitInstallation, timestamp, type World } from "../world.ts";

export type InstallInput = { account: Account; repositories: "all" | readonly Repository[]; by: Account };

/** Every permission and event that the app asks for now is granted. */
export function install(world: World, input: InstallInput): Installation {
  const at = timestamp(world);
  const { app } = world.state;
  const installation: Installation = {
    id: identify(world.state, "").id,
    account: input.account,
    repositorySelection: input.repositories === "all" ? "all" : "selected",
    selected: new Set(input.repositories === "all" ? [] : input.repositories),
    permissions: app.permissions,
    events: app.events,
    createdAt: at,
    updatedAt: at,
    suspendedAt: null,
    suspendedBy: null,
  };
  world.state.installations.push(installation);
  const repositories = coveredRepositories(world, installation).map(identityOf);
  tell(world, installation, { action: "created", by: input.by, extra: { repositories, requester: null } });
  return installation;
}

export function coveredRepositories(world: World, installation: Installation): Repository[] {
  return world.state.repositories.filter((each) => covers(installation, each));
}

export function uninstall(world: World, installation: Installation, by: Account): void {
  const repositories = coveredRepositories(world, installation).map(identityOf);
  world.state.installations = world.state.installations.filter((each) => each !== installation);
  tell(world, installation, { action: "deleted", by, extra: { repositories, requester: null } });
}

export function suspend(world: World, installation: Installation, by: Account): void {
  installation.suspendedAt = timestamp(world);
  installation.suspendedBy = by;
  tell(world, installation, { action: "suspend", by });
}

export function unsuspend(world: World, installation: Installation, by: Account): void {
  installation.suspendedAt = null;
  installation.suspendedBy = null;
  tell(world, installation, { action: "unsuspend", by });
}

/** The app asks for something new: installations go on with the old until their owner accepts. */
export function acceptNewPermissions(
  world: World,
  installation: Installation,
  given: { by: Account; permissions: Permissions },
): void {
  installation.permissions = given.permissions;
  installation.events = world.state.app.events;
  tell(world, installation, { action: "new_permissions_accepted", by: given.by });
}

export type SelectionChange = { added: readonly Repository[]; removed: readonly Repository[]; by: Account };

export function changeSelection(world: World, installation: Installation, change: SelectionChange): void {
  for (const each of change.added) installation.selected.add(each);
  for (const each of change.removed) installation.selected.delete(each);
  emitInstallation(world, installation, {
    event: "installation_repositories",
    action: change.added.length > 0 ? "added" : "removed",
    payload: {
      installation: presentInstallation(world.site, world.state.app, installation),
      repository_selection: installation.repositorySelection,
      repositories_added: change.added.map(identityOf),
      repositories_removed: change.removed.map(identityOf),
      requester: null,
      sender: presentAccount(world.site, change.by),
    },
  });
}

function tell(
  world: World,
  installation: Installation,
  act: { action: string; by: Account; extra?: JsonObject },
): void {
  emitInstallation(world, installation, {
    event: "installation",
    action: act.action,
    payload: {
      installation: presentInstallation(world.site, world.state.app, installation),
      ...act.extra,
      sender: presentAccount(world.site, act.by),
    },
  });
}
