import { addLabels, createLabel, findLabel, type LabelInput, removeLabel, updateLabel } from "../acts/labels.ts";
import { presentLabel } from "../present/issue.ts";
import type { Issue, Label, PullRequest } from "../state/model.ts";
import { discussed, type IssuePath, readsDiscussion, writesDiscussion } from "./issues.ts";
import { ok, type Operation, refuse, type RepositoryRequest, type RestAnswer, RestRefusal } from "./operation.ts";
import { paged } from "./pagination.ts";

type NamePath = { path: { name: string } };
type LabelList = readonly (string | { name: string })[];
type AddRequest = IssuePath & { body: LabelList | { labels?: LabelList } | undefined };

/** GitHub's limits; the description does not carry them (github/docs#32156). */
const longestName = 50;
const longestDescription = 100;

export const labelOperations: readonly Operation[] = [
  { id: "issues/list-labels-for-repo", for: "repository", needs: readsDiscussion, run: listForRepository },
  {
    id: "issues/get-label",
    for: "repository",
    needs: readsDiscussion,
    run: (request: RepositoryRequest & NamePath) => presented(request, found(request)),
  },
  { id: "issues/create-label", for: "repository", needs: writesDiscussion, run: create },
  { id: "issues/update-label", for: "repository", needs: writesDiscussion, run: update },
  { id: "issues/list-labels-on-issue", for: "repository", needs: readsDiscussion, run: listOnIssue },
  { id: "issues/add-labels", for: "repository", needs: writesDiscussion, run: add },
  { id: "issues/remove-label", for: "repository", needs: writesDiscussion, run: remove },
];

function found({ repository, path }: RepositoryRequest & NamePath): Label {
  const label = findLabel(repository, path.name);
  if (label === undefined) throw refuse(404, "Not Found");
  return label;
}

function presented({ world, repository }: RepositoryRequest, label: Label): RestAnswer {
  return ok(presentLabel(world.site, label, repository));
}

function listForRepository(request: RepositoryRequest): RestAnswer {
  const { repository, world } = request;
  return paged(request, repository.labels, (each) => presentLabel(world.site, each, repository));
}

function create(request: RepositoryRequest & { body: LabelInput }): RestAnswer {
  const { world, repository, body } = request;
  refuseLong(body);
  if (findLabel(repository, body.name) !== undefined) throw invalid("already_exists", "name");
  const label = createLabel(world, repository, { ...body, by: world.state.app.bot });
  return { status: 201, body: presentLabel(world.site, label, repository) };
}

function update(
  request: RepositoryRequest & NamePath & { body: { new_name?: string; color?: string; description?: string } },
): RestAnswer {
  const label = found(request);
  const { new_name: name, color, description } = request.body;
  const to = {
    ...(name === undefined ? {} : { name }),
    ...(color === undefined ? {} : { color }),
    ...(description === undefined ? {} : { description }),
  };
  refuseLong({ name: label.name, ...to });
  updateLabel(request.world, request.repository, { label, to, by: request.world.state.app.bot });
  return presented(request, label);
}

function refuseLong({ name, description, color }: LabelInput): void {
  if (name.length > longestName) throw invalid("invalid", "name");
  if ((description ?? "").length > longestDescription) throw invalid("invalid", "description");
  if (color !== undefined && !/^[0-9a-f]{6}$/i.test(color)) throw invalid("invalid", "color");
}

function invalid(code: string, field: string): RestRefusal {
  return new RestRefusal({ status: 422, message: "Validation Failed", errors: [{ resource: "Label", code, field }] });
}

function listOnIssue(request: IssuePath): RestAnswer {
  return labelsOf(request, discussed(request));
}

function labelsOf(request: RepositoryRequest, item: Issue | PullRequest): RestAnswer {
  return paged(request, item.labels, (each) => presentLabel(request.world.site, each, request.repository));
}

function add(request: AddRequest): RestAnswer {
  const { world, body } = request;
  const given = body === undefined ? [] : "labels" in body ? (body.labels ?? []) : Array.isArray(body) ? body : [];
  const names = given.map((each: string | { name: string }) => (typeof each === "string" ? each : each.name));
  for (const name of names) refuseLong({ name });
  const item = discussed(request);
  addLabels(world, item, { names, by: world.state.app.bot });
  return ok(item.labels.map((each) => presentLabel(world.site, each, request.repository)));
}

function remove(request: IssuePath & NamePath): RestAnswer {
  const item = discussed(request);
  const label = findLabel(request.repository, request.path.name);
  if (label === undefined || !item.labels.includes(label)) throw refuse(404, "Label does not exist");
  removeLabel(request.world, item, { label, by: request.world.state.app.bot });
  return ok(item.labels.map((each) => presentLabel(request.world.site, each, request.repository)));
}
