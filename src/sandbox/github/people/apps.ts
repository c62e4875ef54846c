import {
  createCheckRun,
  type CheckRunInput,
  requestAction,
  type Rerun,
  rerequestRun,
  rerequestSuite,
} from "../acts/checks.ts";
import {
  acceptNewPermissions,
  changeSelection,
  install,
  suspend,
  uninstall,
  unsuspend,
} from "../acts/installations.ts";
import type { Installation } from "../state/installation.ts";
import type { App, CheckRun, CheckSuite, Permissions } from "../state/model.ts";
import { findAccount, identify } from "../state/state.ts";
import type { World } from "../world.ts";
import { installationOf, person, repositoryOf, type RepositoryLike } from "./cast.ts";

/** See `Rerun` for what GitHub does to the run itself. */
type RunAgain = { by: string; runBecomes?: Rerun["runBecomes"] };
type OnInstallation = { account: string; by: string };

/** What owners do with installations, and people with check runs. */
export function appActs(world: World) {
  const on = (given: OnInstallation) => [installationOf(world, given.account), person(world, given.by)] as const;
  return {
    install: (given: OnInstallation & { repositories?: "all" | readonly RepositoryLike[] }): Installation => {
      const { repositories = "all" } = given;
      const chosen = repositories === "all" ? "all" : repositories.map((each) => repositoryOf(world, each));
      return install(world, {
        account: person(world, given.account),
        repositories: chosen,
        by: person(world, given.by),
      });
    },
    uninstall: (given: OnInstallation): void => uninstall(world, ...on(given)),
    suspend: (given: OnInstallation): void => suspend(world, ...on(given)),
    unsuspend: (given: OnInstallation): void => unsuspend(world, ...on(given)),
    addRepositoriesToInstallation: (given: OnInstallation & { repositories: readonly RepositoryLike[] }): void => {
      const [installation, by] = on(given);
      changeSelection(world, installation, {
        added: given.repositories.map((each) => repositoryOf(world, each)),
        removed: [],
        by,
      });
    },
    removeRepositoriesFromInstallation: (given: OnInstallation & { repositories: readonly RepositoryLike[] }): void => {
      const [installation, by] = on(given);
      changeSelection(world, installation, {
        added: [],
        removed: given.repositories.map((each) => repositoryOf(world, each)),
        by,
      });
    },
    /** All that the app asks for, unless less is named. */
    acceptNewPermissions: (given: OnInstallation & { permissions?: Permissions }): void => {
      const [installation, by] = on(given);
      acceptNewPermissions(world, installation, { by, permissions: given.permissions ?? world.state.app.permissions });
    },
    rerequestCheckRun: ({ run, by, runBecomes = "unchanged" }: RunAgain & { run: CheckRun }): void =>
      rerequestRun(world, run, { by: person(world, by), runBecomes }),
    rerequestCheckSuite: ({ suite, by, runBecomes = "unchanged" }: RunAgain & { suite: CheckSuite }): void =>
      rerequestSuite(world, suite, { by: person(world, by), runBecomes }),
    requestCheckAction: (given: { run: CheckRun; identifier: string; by: string }): void =>
      requestAction(world, given.run, { identifier: given.identifier, by: person(world, given.by) }),
    /** Anybody may report a check of the same name. */
    reportCheckAsAnotherApp: (given: {
      repository: RepositoryLike;
      sha: string;
      slug: string;
      run: CheckRunInput & { name: string };
    }): CheckRun =>
      createCheckRun(
        world,
        { repository: repositoryOf(world, given.repository), sha: given.sha, app: anotherApp(world, given.slug) },
        given.run,
      ),
  };
}

function anotherApp(world: World, slug: string): App {
  const known = world.state.repositories
    .flatMap((each) => [...each.suites.values()].flat())
    .find((each) => each.app.slug === slug);
  if (known !== undefined) return known.app;
  const bot = findAccount(world.state, slug) ?? person(world, `${slug}[bot]`);
  return {
    kind: "App",
    ...identify(world.state, "A"),
    slug,
    name: slug,
    owner: bot,
    bot,
    permissions: { checks: "write" },
    events: [],
  };
}
