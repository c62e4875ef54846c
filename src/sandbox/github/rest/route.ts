import { checkRequest, assertResponse, type Endpoint, endpoints } from "../description.ts";
import type { JsonObject } from "../json.ts";
import { type Access, canSee, may, reaches } from "../server/access.ts";
import type { Answer, Asked, Planned } from "../server/answer.ts";
import type { Repository } from "../state/model.ts";
import { findRepository, fullName, type State } from "../state/state.ts";
import { notFound, type Operation, refuse, type RestAnswer, RestRefusal, type RestRequest } from "./operation.ts";
import { operations } from "./operations.ts";

type Route = { endpoint: Endpoint; operation: Operation; pattern: RegExp };
export type Violation = { operation: string; problem: string };
export type RestSetting = { access: Access; violations: Violation[] };

const routes: readonly Route[] = operations.map((operation) => {
  const endpoint = endpoints.find((each) => each.id === operation.id);
  if (endpoint === undefined) throw new Error(`Add ${operation.id} to scripts/simulated-parts.ts`);
  return { endpoint, operation, pattern: patternOf(endpoint.path) };
});

function patternOf(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === "path" ? ".*" : "[^/]+"})`);
  return new RegExp(`^${source}$`);
}

/** Works out which operation is asked for; carrying it out waits for `run`. */
export function planRest(setting: RestSetting, asked: Asked): Planned {
  const pathname = currentPath(setting.access.world.state, asked.url.pathname);
  const match = routes
    .filter((each) => each.endpoint.method.toUpperCase() === asked.method)
    .map((route) => ({ route, groups: route.pattern.exec(pathname)?.groups, matches: route.pattern.test(pathname) }))
    .find((each) => each.matches);
  if (match === undefined) return unknownOperation(setting, asked);
  const { operation } = match.route;
  const kind = operation.for === "app" ? "token" : asked.method === "GET" ? "read" : "write";
  const path = Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]);
  return {
    operation: operation.id,
    kind,
    run: () => run(setting, operation, { asked, path: Object.fromEntries(path) }),
  };
}

/** GitHub's redirects lead to `/repositories/:id`, whatever the repository is called by then. */
function currentPath(state: State, pathname: string): string {
  const path = pathname.replace(/^\/api\/v3(?=\/)/, "");
  const [, id, rest] = /^\/repositories\/(\d+)(.*)$/.exec(path) ?? [];
  const repository = state.repositories.find((each) => each.id === Number(id));
  return repository === undefined ? path : `/repos/${fullName(repository)}${rest ?? ""}`;
}

function unknownOperation({ violations }: RestSetting, asked: Asked): Planned {
  const operation = `${asked.method} ${asked.url.pathname}`;
  const answer = (): Answer => {
    violations.push({ operation, problem: "not simulated" });
    return { status: 404, body: { message: `Not simulated: ${operation}` } };
  };
  return { operation, kind: asked.method === "GET" ? "read" : "write", run: answer };
}

type Matched = { asked: Asked; path: Readonly<Record<string, string>> };

function run(setting: RestSetting, operation: Operation, matched: Matched): Answer {
  try {
    const answer = perform(setting, operation, matched);
    assertResponse(operation.id, answer.status, answer.body);
    return answer;
  } catch (error) {
    // A refusal is GitHub's answer; anything else is a bug of the simulation and goes on up.
    if (!(error instanceof RestRefusal)) throw error;
    const { status, message, errors, headers = {} } = error.refused;
    const body = {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: "https://docs.github.com/rest",
    };
    return { status, body, headers };
  }
}

function perform(setting: RestSetting, operation: Operation, { asked, path }: Matched): RestAnswer {
  const { access } = setting;
  admit(operation, asked);
  // Ajv turns the numbers in them from text into numbers, in place.
  const request = { path: { ...path }, query: Object.fromEntries(asked.url.searchParams), body: parsed(asked.body) };
  validate(setting, operation.id, request);
  const common: RestRequest = { ...request, world: access.world, access, caller: asked.caller, url: asked.url };
  if (operation.for !== "repository") return operation.run(common);
  const repository = repositoryOf(common, asked);
  if (!canSee(asked.caller, repository)) throw notFound();
  if (!may(asked.caller, repository, operation.needs)) throw refuse(403, "Resource not accessible by integration");
  if (repository.archived && asked.method !== "GET") throw refuse(403, "Repository was archived so is read-only.");
  // Who may read a stranger's role is more than who may read the repository.
  if (operation.id === "repos/get-collaborator-permission-level" && !reaches(asked.caller, repository)) {
    throw refuse(403, "Resource not accessible by integration");
  }
  return operation.run({ ...common, repository });
}

function admit(operation: Operation, { caller }: Asked): void {
  if (caller.kind === "refused") throw refuse(401, caller.message);
  if (operation.for === "app" && caller.kind !== "app") throw refuse(401, "A JSON web token could not be decoded");
  if (operation.for === "installation" && caller.kind !== "installation")
    throw refuse(403, "Resource not accessible by integration");
}

function parsed(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    // GitHub's answer to a body that is no JSON.
    throw refuse(400, "Problems parsing JSON");
  }
}

function validate(
  { violations }: RestSetting,
  id: string,
  request: { path: JsonObject; query: JsonObject; body: unknown },
): void {
  const refusals = checkRequest(id, request);
  if (refusals.length === 0) return;
  for (const each of refusals) violations.push({ operation: id, problem: `${each.where}: ${each.message}` });
  const errors = refusals.map((each) => ({ resource: id, field: each.field, code: "invalid", message: each.message }));
  throw new RestRefusal({ status: 422, message: "Invalid request.", errors });
}

function repositoryOf({ world, path, caller }: RestRequest, asked: Asked): Repository {
  const name = `${String(path["owner"])}/${String(path["repo"])}`;
  const found = isById(asked) ? byId(world.state, asked) : findRepository(world.state, name);
  if (found !== undefined) return found;
  const moved = world.state.formerNames.get(name.toLowerCase());
  if (moved === undefined || !canSee(caller, moved)) throw notFound();
  const rest = asked.url.pathname.split("/").slice(4).join("/");
  const location = `${world.site.api}/repositories/${moved.id}${rest === "" ? "" : `/${rest}`}${asked.url.search}`;
  // A write must not turn into a read on its way, as it would after a 301.
  const status = asked.method === "GET" ? 301 : 307;
  throw new RestRefusal({ status, message: "Moved Permanently", headers: { Location: location } });
}

const idPath = /^(?:\/api\/v3)?\/repositories\/(\d+)/;

function isById(asked: Asked): boolean {
  return idPath.test(asked.url.pathname);
}

function byId(state: State, asked: Asked): Repository | undefined {
  const [, id] = idPath.exec(asked.url.pathname) ?? [];
  return state.repositories.find((each) => each.id === Number(id) && !each.deleted);
}
