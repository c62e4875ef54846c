import { presentIssue, presentLabel } from "../present/issue.ts";
import { presentPullRequest } from "../present/pull-request.ts";
import type { JsonObject } from "../json.ts";
import type { Account, Issue, Label, PullRequest, Repository } from "../state/model.ts";
import { identify, remember } from "../state/state.ts";
import { emit, presenting, type World } from "../world.ts";
import { record } from "./timeline.ts";

/** The colour GitHub gives a label that is made by being added to an issue. */
const unasked = "ededed";

export type LabelInput = { name: string; color?: string; description?: string | null };

export function findLabel(repository: Repository, name: string): Label | undefined {
  const wanted = name.toLowerCase();
  return repository.labels.find((each) => each.name.toLowerCase() === wanted);
}

export function createLabel(world: World, repository: Repository, input: LabelInput & { by: Account }): Label {
  const label: Label = {
    kind: "Label",
    ...identify(world.state, "LA"),
    name: input.name,
    color: input.color ?? unasked,
    description: input.description ?? null,
  };
  repository.labels.push(remember(world.state, label));
  emitLabel(world, repository, { action: "created", label, by: input.by });
  return label;
}

export function updateLabel(
  world: World,
  repository: Repository,
  edit: { label: Label; to: Partial<LabelInput>; by: Account },
): void {
  const { label, to, by } = edit;
  const changes = to.name === undefined ? {} : { name: { from: label.name } };
  label.name = to.name ?? label.name;
  label.color = to.color ?? label.color;
  label.description = to.description === undefined ? label.description : to.description;
  emitLabel(world, repository, { action: "edited", label, by, changes });
}

type LabelEvent = { action: string; label: Label; by: Account; changes?: JsonObject };

function emitLabel(world: World, repository: Repository, event: LabelEvent): void {
  const { changes } = event;
  emit(world, {
    event: "label",
    action: event.action,
    repository,
    sender: event.by,
    payload: () => ({
      label: presentLabel(world.site, event.label, repository),
      ...(changes === undefined ? {} : { changes }),
    }),
  });
}

/** Adding a label that the repository lacks creates it. */
export function addLabels(
  world: World,
  item: Issue | PullRequest,
  given: { names: readonly string[]; by: Account },
): void {
  for (const name of given.names) {
    const label = findLabel(item.repository, name) ?? createLabel(world, item.repository, { name, by: given.by });
    if (item.labels.includes(label)) continue;
    item.labels.push(label);
    record(world, item, { kind: "LabeledEvent", actor: given.by, label: asNow(label) });
    emitOnItem(world, item, { action: "labeled", by: given.by, extra: labelled(world, item, label) });
  }
}

export function removeLabel(world: World, item: Issue | PullRequest, given: { label: Label; by: Account }): void {
  item.labels = item.labels.filter((each) => each !== given.label);
  record(world, item, { kind: "UnlabeledEvent", actor: given.by, label: asNow(given.label) });
  emitOnItem(world, item, { action: "unlabeled", by: given.by, extra: labelled(world, item, given.label) });
}

/** The timeline goes on telling the name that it had then (isaacs/github#298, tiangolo/issue-manager#9). */
function asNow(label: Label): Label {
  return { ...label };
}

function labelled(world: World, item: Issue | PullRequest, label: Label): JsonObject {
  return { label: presentLabel(world.site, label, item.repository) };
}

/** The `issues` or `pull_request` event of something that happened to either. */
export function emitOnItem(
  world: World,
  item: Issue | PullRequest,
  happened: { action: string; by: Account; extra?: JsonObject },
): void {
  const { repository } = item;
  emit(world, {
    event: item.kind === "Issue" ? "issues" : "pull_request",
    action: happened.action,
    repository,
    sender: happened.by,
    payload: () => ({
      ...(item.kind === "Issue"
        ? { issue: presentIssue(presenting(world), item) }
        : { number: item.number, pull_request: presentPullRequest(world.site, world.state, item) }),
      ...happened.extra,
    }),
  });
}
