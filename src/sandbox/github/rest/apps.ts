import { presentApp, presentInstallation } from "../present/app.ts";
import { presentRepository } from "../present/repository.ts";
import type { Installation } from "../state/installation.ts";
import type { Permissions, Repository } from "../state/model.ts";
import { findAccount, installationFor, type State } from "../state/state.ts";
import { coveredRepositories } from "../acts/installations.ts";
import { issueToken, reaches } from "../server/access.ts";
import { notFound, ok, type Operation, refuse, type RestAnswer, type RestRequest } from "./operation.ts";
import { page, paged } from "./pagination.ts";

type InstallationPath = RestRequest & { path: { installation_id: number } };
type TokenRequest = InstallationPath & {
  body: { repositories?: string[]; repository_ids?: number[]; permissions?: Permissions } | undefined;
};

export const appOperations: readonly Operation[] = [
  { id: "apps/get-authenticated", for: "app", run: ({ world }) => ok(presentApp(world.site, world.state.app)) },
  { id: "apps/list-installations", for: "app", run: listInstallations },
  { id: "apps/get-installation", for: "app", run: (request: InstallationPath) => answer(request, byId(request)) },
  { id: "apps/create-installation-access-token", for: "app", run: createToken },
  { id: "apps/get-repo-installation", for: "app", run: getRepositoryInstallation },
  {
    id: "apps/get-org-installation",
    for: "app",
    run: (request: RestRequest & { path: { org: string } }) =>
      answer(request, of(request.world.state, request.path.org)),
  },
  {
    id: "apps/get-user-installation",
    for: "app",
    run: (request: RestRequest & { path: { username: string } }) =>
      answer(request, of(request.world.state, request.path.username)),
  },
  { id: "apps/list-repos-accessible-to-installation", for: "installation", run: listRepositories },
];

function listInstallations(request: RestRequest): RestAnswer {
  const { state, site } = request.world;
  return paged(request, state.installations, (each) => presentInstallation(site, state.app, each));
}

function byId({ world, path }: InstallationPath): Installation | undefined {
  return world.state.installations.find((each) => each.id === path.installation_id);
}

function of(state: State, login: string): Installation | undefined {
  const account = findAccount(state, login);
  return state.installations.find((each) => each.account === account);
}

function getRepositoryInstallation(request: RestRequest & { path: { owner: string; repo: string } }): RestAnswer {
  const { world, path } = request;
  const name = `${path.owner}/${path.repo}`.toLowerCase();
  const repository = world.state.repositories.find((each) => `${each.owner.login}/${each.name}`.toLowerCase() === name);
  return answer(request, repository === undefined ? undefined : installationFor(world.state, repository));
}

function answer({ world }: RestRequest, installation: Installation | undefined): RestAnswer {
  if (installation === undefined) throw notFound();
  return ok(presentInstallation(world.site, world.state.app, installation));
}

function createToken(request: TokenRequest): RestAnswer {
  const installation = byId(request);
  if (installation === undefined) throw notFound();
  if (installation.suspendedAt !== null) throw refuse(403, "This installation has been suspended");
  const only = chosenRepositories(request, installation);
  const permissions = narrowed(installation, request.body?.permissions);
  const { token, expiresAt } = issueToken(request.access, installation, { permissions, only });
  const body = { token, expires_at: expiresAt, permissions, repository_selection: installation.repositorySelection };
  return { status: 201, body };
}

function chosenRepositories({ world, body }: TokenRequest, installation: Installation): ReadonlySet<Repository> | null {
  const { repositories: names = [], repository_ids: ids = [] } = body ?? {};
  if (names.length + ids.length === 0) return null;
  const covered = coveredRepositories(world, installation);
  const chosen = covered.filter((each) => names.includes(each.name) || ids.includes(each.id));
  if (chosen.length < names.length + ids.length)
    throw refuse(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  return new Set(chosen);
}

function narrowed(installation: Installation, asked: Permissions | undefined): Permissions {
  const wanted = asked ?? installation.permissions;
  const granted = Object.entries(wanted).every(([name, level]) => {
    const given = installation.permissions[name];
    return given !== undefined && (given !== "read" || level === "read");
  });
  if (!granted) throw refuse(422, "The permissions requested are not granted to this installation.");
  return wanted;
}

function listRepositories(request: RestRequest): RestAnswer {
  const { world, caller } = request;
  const all = world.state.repositories.filter((each) => reaches(caller, each));
  const { items, headers } = page(request, all);
  const repositories = items.map((each) => presentRepository(world.site, each));
  return { status: 200, headers, body: { total_count: all.length, repositories } };
}
