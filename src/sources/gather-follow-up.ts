import type { Actor } from "../core/facts/actor.ts";
import type { FollowUpFacts, GivenAnswer, Served } from "../core/follow-up/follow-up.ts";
import type { FollowUpSettings } from "../core/follow-up/follow-up-settings.ts";
import { formerNames } from "../core/follow-up/labels.ts";
import type { LabelSettings } from "../core/follow-up/labels.ts";
import type { ObservedFollowUp } from "../core/follow-up/observed-follow-up.ts";
import { findRecord, readKept } from "../core/follow-up/record.ts";
import { sameReference } from "../core/facts/reference.ts";
import { findAskedDates } from "./follow-up/asked-dates.ts";
import { findStarts } from "./follow-up/find-starts.ts";
import type { HomeReading, KnownHome } from "./follow-up/home-reading.ts";
import { byNameOfNow, findCancelled, findOurs } from "./follow-up/label-history.ts";
import { hasLeft, withLeft } from "./follow-up/left-words.ts";
import type { AnswerSettings } from "./follow-up/read-given-answers.ts";
import { readGivenAnswers } from "./follow-up/read-given-answers.ts";
import { readReportersReactions } from "./follow-up/read-reactions.ts";
import type { GitHubReader, ServedReading } from "./ports.ts";
import { rememberRoles } from "./remember-roles.ts";

/** Which merged pull request takes another back, null where it stands again; and since when that is so. */
interface KnownStanding {
  readonly revertedBy: number | null;
  readonly since: Date;
}

/** What the index knows of what was merged for a home. */
interface KnownServed {
  readonly number: number;
  /** "unknown": no revert of it was ever seen, which after a loss of the store need not mean that there is none. */
  readonly standing: KnownStanding | "unknown";
  /** Its record as it was read first; null where it never was. */
  readonly record: unknown;
}

interface FollowUpMeans {
  readonly github: GitHubReader;
  readonly settings: AnswerSettings & { readonly labels: LabelSettings; readonly follow_up: FollowUpSettings };
  readonly now: Date;
  readonly configuredAt: Date | null;
  readonly webUrl: string;
}

interface FollowUpSnapshot {
  readonly facts: FollowUpFacts;
  readonly observed: ObservedFollowUp;
}

/**
 * Everything that is followed up on one thread: a GraphQL query for each ten that were merged, one for the reactions to a
 * question, and a request for the role of each who answered and did not write what was merged.
 */
export async function gatherFollowUp(
  found: KnownHome,
  known: readonly KnownServed[],
  given: FollowUpMeans,
): Promise<FollowUpSnapshot> {
  const means = { ...given, github: rememberRoles(given.github) };
  const former = formerNames(means.settings.labels, found.repository.outcomeLabels);
  const home = { ...found, thread: byNameOfNow(found.thread, former) };
  const numbers = known.map(({ number }) => number);
  const read = await means.github.readServed(home.repository, numbers);
  const served = read.flatMap((one) => (one === null ? [] : [byNameOfNow(one, former)])).toSorted(byMerge);
  const asked = findAskedDates(home.thread, means.settings.labels, home.words);
  const said = await gatherAnswers(home, served, means);
  const kept = await gatherServed({ home, served, known, askedAt: asked.asked.at(-1) ?? null }, means);
  const cancelled = findCancelled(home.thread.labelEvents, means.settings.labels);
  const here = { ...asked, answers: said.answers, cancelled };
  const facts: FollowUpFacts = {
    now: means.now,
    repository: repositoryFacts(home, means),
    home: { kind: home.kind, reference: home.reference, title: home.title, state: home.state },
    served: kept,
    ...said,
    ...(hasLeft(home, kept) ? withLeft(here, { home, served }, means.settings.labels) : here),
    reactions: await readReportersReactions(home, means.github),
  };
  return { facts, observed: observe(home, served) };
}

function byMerge(a: ServedReading, b: ServedReading): number {
  return a.mergedAt.getTime() - b.mergedAt.getTime() || a.reference.number - b.reference.number;
}

function repositoryFacts({ repository }: HomeReading, { configuredAt }: FollowUpMeans): FollowUpFacts["repository"] {
  const { owner, name, visibility, defaultBranch } = repository;
  return { owner, name, visibility, defaultBranch, configuredAt };
}

interface Merged {
  readonly home: HomeReading;
  readonly served: readonly ServedReading[];
  readonly known: readonly KnownServed[];
  readonly askedAt: Date | null;
}

/**
 * GitHub deletes checks after about 400 days, and a check that is made anew may tell of a text of after the fact: the record
 * that was read first counts. With neither nothing tells any more what was believed, and how long it was to be waited.
 */
async function gatherServed(
  { home, served, known, askedAt }: Merged,
  means: FollowUpMeans,
): Promise<readonly Served[]> {
  const { github, settings } = means;
  const knownOf = ({ reference }: ServedReading) => known.find(({ number }) => number === reference.number);
  const standing = served.map((one) => ({
    ...one,
    ...fateOf(one, knownOf(one)?.standing ?? "unknown", settings.labels),
  }));
  const starts = await findStarts(home.repository, standing, { github, settings: settings.follow_up, askedAt });
  return standing.flatMap((one): readonly Served[] => {
    const { number } = one.reference;
    const record = readKept(knownOf(one)?.record ?? null) ?? findRecord(one.recordText ?? "", number);
    if (record === null) return [];
    const { reference, title, author, mergedAt, editedAt, revertedAt, revertedBy, restoredAt } = one;
    return [
      {
        reference,
        title,
        author,
        record,
        mergedAt,
        editedAt,
        startsAt: starts.get(number) ?? null,
        revertedAt,
        revertedBy,
        restoredAt,
        // What is taken off the home puts an end to all of it.
        cancelledAt: isHome(one, home) ? null : (findCancelled(one.labelEvents, settings.labels).at(-1) ?? null),
      },
    ];
  });
}

type Fate = Pick<Served, "revertedAt" | "revertedBy" | "restoredAt">;

/** Our own label says it where the index has lost what took it back: put on then, and taken off when that was undone. */
function fateOf(
  { labels: onThread, labelEvents }: ServedReading,
  standing: KnownServed["standing"],
  labels: LabelSettings,
): Fate {
  if (standing !== "unknown") {
    const { revertedBy, since } = standing;
    return revertedBy === null
      ? { revertedAt: null, revertedBy, restoredAt: since }
      : { revertedAt: since, revertedBy, restoredAt: null };
  }
  const name = labels.reverted.name.toLowerCase();
  const isOn = onThread.some((label) => label.toLowerCase() === name);
  const { put, taken } = findOurs(labelEvents, labels, "reverted");
  return {
    revertedAt: isOn ? (put.at(-1) ?? null) : null,
    revertedBy: null,
    restoredAt: isOn ? null : (taken.at(-1) ?? null),
  };
}

function isHome({ reference }: ServedReading, home: HomeReading): boolean {
  return sameReference(reference, home.reference);
}

/** On the home, and on everything that was merged for it. */
async function gatherAnswers(home: HomeReading, served: readonly ServedReading[], means: FollowUpMeans) {
  const servers = served.flatMap(({ author }): readonly Actor[] => (author === null ? [] : [author]));
  const others = served.filter((one) => !isHome(one, home)).map((one) => ({ ...one, kind: "pull_request" as const }));
  const threads = [{ ...home, ...home.thread }, ...others];
  const given = await Promise.all(
    threads.map(async (thread) => {
      const { answers, snoozes, undetermined } = await readGivenAnswers(thread, { ...means, servers });
      // Whoever answered on one before it was merged was told that it is not followed up.
      const isMerged = ({ at }: { readonly at: Date }) => at >= (thread.mergedAt ?? at);
      return { answers: answers.filter(isMerged), snoozes: snoozes.filter(isMerged), undetermined };
    }),
  );
  return {
    answers: inOrder(given.flatMap(({ answers }): readonly GivenAnswer[] => answers)),
    snoozes: inOrder(given.flatMap(({ snoozes }) => snoozes)),
    undetermined: given.some(({ undetermined }) => undetermined),
  };
}

function inOrder<Said extends { readonly at: Date }>(said: readonly Said[]): readonly Said[] {
  return said.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function observe(home: HomeReading, served: readonly ServedReading[]): ObservedFollowUp {
  const { repository, reference, thread } = home;
  const others = served.filter((one) => !isHome(one, home));
  return {
    threads: [{ ...thread, reference }, ...others].map(({ reference: of, labels, labelEvents }) => {
      return { reference: of, labels, labelEvents };
    }),
    comments: thread.followUpComments,
    deletions: thread.ownCommentDeletions,
    labelsInRepository: repository.outcomeLabels,
  };
}
