import { sameReference } from "../../src/core/facts/reference.ts";
import type { Reference } from "../../src/core/facts/reference.ts";
import type {
  AnsweredOutcome,
  FollowUpFacts,
  GivenAnswer,
  Served,
  Snooze,
} from "../../src/core/follow-up/follow-up.ts";
import { answeredOutcomes } from "../../src/core/follow-up/follow-up.ts";
import { labelsSchema } from "../../src/core/follow-up/labels.ts";
import type {
  ObservedFollowUp,
  ObservedLabelEvent,
  ObservedWord,
} from "../../src/core/follow-up/observed-follow-up.ts";
import type { ThreadWrites } from "../../src/core/plan/plan-follow-up.ts";
import type { Write } from "../../src/core/plan/write.ts";
import { followUpKind } from "../../src/core/report/marker.ts";
import { followUpFacts } from "./follow-ups.ts";

export const labels = labelsSchema.parse({});

/** What stands on GitHub of one home: as little as a follow-up needs. Everything happens at a given time. */
export interface World {
  readonly home: FollowUpFacts["home"];
  readonly served: readonly Served[];
  readonly said: readonly GivenAnswer[];
  readonly snoozes: readonly Snooze[];
  readonly labels: readonly WorldLabel[];
  readonly events: readonly (ObservedLabelEvent & { readonly on: Reference })[];
  readonly comments: readonly ObservedWord[];
  /** Dates of our questions and reminders that people deleted. */
  readonly deleted: readonly (Pick<ObservedWord, "kind" | "createdAt"> & { readonly deletedAt: Date })[];
  readonly labelsInRepository: readonly string[];
  readonly nextId: number;
}

interface WorldLabel {
  readonly on: Reference;
  readonly name: string;
}

export const homeOf = { owner: "acme", name: "shop", number: 7 };

export const emptyWorld: World = {
  home: { kind: "problem", reference: homeOf, title: "The total is hidden", state: "closed" },
  served: [],
  said: [],
  snoozes: [],
  labels: [],
  events: [],
  comments: [],
  deleted: [],
  labelsInRepository: [],
  nextId: 100,
};

/** What a look finds there. */
export function look(world: World, now: Date): { readonly facts: FollowUpFacts; readonly observed: ObservedFollowUp } {
  const threads = threadsOf(world).map((reference) => ({
    reference,
    labels: world.labels.filter(({ on }) => sameReference(on, reference)).map(({ name }) => name),
    labelEvents: world.events.filter(({ on }) => sameReference(on, reference)),
  }));
  const deletions = world.deleted.map(({ deletedAt }) => deletedAt);
  const observed = { threads, comments: world.comments, deletions, labelsInRepository: world.labelsInRepository };
  return { facts: factsOf(world, now), observed };
}

function factsOf(world: World, now: Date): FollowUpFacts {
  const { home, served, said, snoozes, comments, deleted } = world;
  const datesOf = (kind: ObservedWord["kind"]) =>
    inOrder([...comments, ...deleted].filter((one) => one.kind === kind).map(({ createdAt }) => ({ at: createdAt })));
  const hidden = comments.filter(({ kind, minimised }) => kind === "question" && minimised);
  const gone = deleted.filter(({ kind }) => kind === "question");
  return followUpFacts({
    now,
    home,
    served: served.map((one) => ({ ...one, cancelledAt: cancelledOn(world, one.reference) })),
    asked: datesOf("question").map(({ at }) => at),
    withdrawn: [...hidden, ...gone].map(({ createdAt }) => createdAt),
    reminded: datesOf("reminder").map(({ at }) => at),
    answers: inOrder([...said, ...labelAnswers(world)]),
    snoozes,
    cancelled: [cancelledOn(world, home.reference) ?? []].flat(),
  });
}

function threadsOf({ home, served }: World): readonly Reference[] {
  return [home.reference, ...served.map(({ reference }) => reference)];
}

function cancelledOn({ events }: World, reference: Reference): Date | null {
  const states = new Set([labels.pending.name, labels.due.name]);
  const last = events.findLast(({ on, name, ours }) => !ours && states.has(name) && sameReference(on, reference));
  return last?.kind === "unlabelled" ? last.at : null;
}

function labelAnswers({ events }: World): readonly GivenAnswer[] {
  return events.flatMap((event, at) => {
    const outcome = answeredOutcomes.find((one) => labels[one].name === event.name);
    if (outcome === undefined || event.ours || event.kind === "unlabelled") return [];
    const isUndone = events
      .slice(at + 1)
      .some((later) => !later.ours && later.name === event.name && sameReference(later.on, event.on));
    return isUndone ? [] : [answerOf(outcome, { at: event.at, on: event.on, via: "label" })];
  });
}

export function answerOf(
  outcome: AnsweredOutcome,
  given: Pick<GivenAnswer, "at" | "on" | "via"> & { readonly note?: string },
): GivenAnswer {
  return { note: "", by: { login: "ada", kind: "user" }, outcome, ...given };
}

function inOrder<One extends { readonly at: Date }>(all: readonly One[]): readonly One[] {
  return all.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** What GitHub shows once these are written. */
export function applyAll(world: World, plan: readonly ThreadWrites[], at: Date): World {
  return plan.reduce(
    (before, { thread, writes }) => writes.reduce((then, write) => apply(then, write, { on: thread, at }), before),
    world,
  );
}

interface Where {
  readonly on: Reference;
  readonly at: Date;
}

export function putLabel(world: World, name: string, { on, at, ours }: Where & { readonly ours: boolean }): World {
  const event = { kind: "labelled", name, at, ours, on } as const;
  return { ...world, labels: [...world.labels, { on, name }], events: [...world.events, event] };
}

export function takeLabel(world: World, name: string, { on, at, ours }: Where & { readonly ours: boolean }): World {
  const left = world.labels.filter((one) => one.name !== name || !sameReference(one.on, on));
  if (left.length === world.labels.length) return world;
  return { ...world, labels: left, events: [...world.events, { kind: "unlabelled", name, at, ours, on }] };
}

function apply(world: World, write: Write, { on, at }: Where): World {
  const { comments, nextId } = world;
  switch (write.kind) {
    case "create-label":
      if (world.labelsInRepository.includes(write.label.name)) throw new Error("It is there already.");
      return { ...world, labelsInRepository: [...world.labelsInRepository, write.label.name] };
    case "add-label":
      if (!world.labelsInRepository.includes(write.name)) throw new Error("No such label.");
      return putLabel(world, write.name, { on, at, ours: true });
    case "remove-label":
      return takeLabel(world, write.name, { on, at, ours: true });
    case "create-comment":
      if (!sameReference(on, world.home.reference)) throw new Error("We speak on the home alone.");
      return { ...world, nextId: nextId + 1, comments: [...comments, wordOf(nextId, write.body, at)] };
    case "delete-comment":
      return { ...world, comments: comments.filter(({ id }) => id !== write.id) };
    case "update-comment":
      return change(world, write.id, { body: asGitHub(write.body) });
    case "minimise-comment":
      return change(world, write.id, { minimised: true, minimisedReason: "resolved" });
    case "restore-comment":
      return change(world, write.id, { minimised: false, minimisedReason: null });
    case "create-check-run":
    case "start-check-run":
    case "update-check-run":
    case "add-reaction":
    case "rename-label":
      throw new Error("No follow-up writes that.");
  }
}

export function change(world: World, id: number, to: Partial<ObservedWord>): World {
  return { ...world, comments: world.comments.map((one) => (one.id === id ? { ...one, ...to } : one)) };
}

function wordOf(id: number, body: string, createdAt: Date): ObservedWord {
  const kind = followUpKind(body);
  if (kind === null) throw new Error("That could not be known again.");
  return { kind, id, nodeId: `IC_${id}`, body: asGitHub(body), createdAt, minimised: false, minimisedReason: null };
}

/** GitHub hands texts back with its own line ends and without white space at the end. */
function asGitHub(text: string): string {
  return text.trimEnd().replaceAll("\n", "\r\n");
}
