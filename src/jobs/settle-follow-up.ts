import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import type { FollowUpFacts } from "../core/follow-up/follow-up.ts";
import { foldRounds } from "../core/follow-up/fold-rounds.ts";
import { summarise } from "../core/follow-up/summarise.ts";
import { desireFollowUp } from "../core/plan/desire-follow-up.ts";
import { planFollowUp } from "../core/plan/plan-follow-up.ts";
import type { JobOfKind } from "../queue/job.ts";
import type { KnownServed, LastLook } from "../queue/known-follow-ups.ts";
import { gatherFollowUp } from "../sources/gather-follow-up.ts";
import { applyFollowUp } from "./apply-follow-up.ts";
import type { Said } from "./apply-follow-up.ts";
import { askAgainLater, isIncomplete } from "./ask-follow-up-again.ts";
import { boardChanged } from "./board-changed.ts";
import { lookNext } from "./look-next.ts";
import { leaveHome, moveToLatest, returnHome } from "./leave-home.ts";
import { showBegun } from "./show-begun.ts";
import { measureFollowUp } from "./measure-follow-up.ts";
import type { FoundHome } from "./read-home.ts";
import { readHome } from "./read-home.ts";
import { knownWords } from "./known-words.ts";
import { tellLearning } from "./tell-learning.ts";
import { atHome, repositoryOf } from "./thread.ts";
import type { Connection, JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";

type Settle = JobOfKind["settle-follow-up"];

type Tools = Pick<JobTools, "connect" | "followUps" | "logger" | "metrics" | "now" | "webUrl"> & {
  readonly queue: Pick<JobTools["queue"], "send" | "sendLater">;
};

/** In milliseconds. Nothing is asked there now, and no delivery tells when an archived repository takes writes again. */
const RESTS_MS = 24 * 3600 * 1000;

/**
 * Looks once at all that is followed up on one thread, and makes GitHub show how far that is. Nothing else decides
 * anything about merged work: whatever may have changed it, and each of its dates, sends this job.
 */
export async function settleFollowUp(asked: Settle, tools: Tools): Promise<void> {
  const { followUps } = tools;
  const served = await followUps.servedBy(asked);
  if (served.length === 0) return followUps.forgetHome(asked);
  const github = await tools.connect(asked.installation);
  const found = await readHome(asked, github.reader);
  if (found === null) return leaveHome(asked, { ...tools, reader: github.reader });
  if (await returnHome(asked, served, { ...tools, reader: github.reader })) return;
  const job = atHome(asked, found.home.repository);
  const loaded = loadConfig(found.configuration);
  assertReadable(loaded);
  if (loaded.kind !== "ok" || found.home.repository.archived) {
    return followUps.noteSilence(job, { nextAt: new Date(tools.now().getTime() + RESTS_MS), silentSince: null });
  }
  await settle({ job, tools, github }, found, { loaded, known: served, last: await followUps.lastLook(job) });
}

interface Means {
  readonly job: Settle;
  readonly tools: Tools;
  readonly github: Connection;
}

type Ok = LoadedConfig & { readonly kind: "ok" };

interface Index {
  readonly loaded: Ok;
  readonly known: readonly KnownServed[];
  readonly last: LastLook | null;
}

async function settle(means: Means, found: FoundHome, index: Index): Promise<void> {
  const { job, tools } = means;
  const { known, last } = index;
  const { config: settings } = index.loaded;
  const read = await gather(means, found, index);
  if (read === null) return askAgainLater(job, tools, last);
  const { facts: gathered, observed } = read;
  if (isIncomplete(gathered, { known, last, now: tools.now() })) return askAgainLater(job, tools, last);
  const rounds = foldRounds(gathered, settings.follow_up);
  // Nothing tells any more what was believed: what was found out while something did stays, in words, labels and index.
  if (rounds.length === 0) return tools.followUps.noteSilence(job, { nextAt: null, silentSince: null });
  if (await moveToLatest(job, { facts: gathered, latest: rounds.at(-1) }, tools)) return;
  if (rounds.at(-1)?.state.kind === "due" && (await isUnlisted(means))) return;
  const around = { installation: job.installation, metrics: tools.metrics, summary: last?.summary ?? null };
  const facts = { ...gathered, measured: await measureFollowUp(gathered, rounds, around) };
  const planned = planFollowUp(observed, desireFollowUp(facts, rounds, settings));
  const silentSince = facts.served.length < known.length ? (last?.silentSince ?? null) : null;
  await makeTrue(means, { facts, planned }, { found, settings, silentSince });
}

async function gather({ job, tools, github }: Means, found: FoundHome, { loaded, known, last }: Index) {
  const now = tools.now();
  const home = await showBegun(found.home, { ...tools, ...github, job, begun: last?.begun ?? null, now });
  if (home === null) return null;
  const { config: settings, configuredAt } = loaded;
  const around = { github: github.reader, settings, now, configuredAt, webUrl: tools.webUrl };
  const gathered = await gatherFollowUp({ ...home, words: knownWords(last?.summary ?? null) }, known, around);
  await tools.followUps.noteRecords(
    repositoryOf(job),
    gathered.facts.served.map(({ reference: { number }, record }) => ({ number, record })),
  );
  return gathered;
}

interface Plan {
  readonly facts: FollowUpFacts;
  readonly planned: ReturnType<typeof planFollowUp>;
}

/** Writes the difference, and notes what is true after each word that people were told. */
async function makeTrue(means: Means, { facts, planned }: Plan, noted: Omit<Noted, "postponedTo">): Promise<void> {
  const { job, tools } = means;
  let latest = facts;
  const observer = {
    onSaying: (kind: Said | null) => tools.followUps.noteBegun(job, kind === null ? null : { kind, at: tools.now() }),
    async onSaid(said: Said) {
      latest = withSaid(latest, said, tools.now());
      // Should what follows fail, GitHub may not show it yet when all this is looked at again, which is at once.
      await note(means, latest, { ...noted, postponedTo: tools.now() });
    },
  };
  const { postponedTo } = await applyAndTell({ ...means, ...observer }, planned, noted.settings);
  if (postponedTo !== null) await tools.queue.sendLater(job, postponedTo);
  await note(means, latest, { ...noted, postponedTo });
}

/** Also where a later write fails: the next try finds the label there, and nothing to tell of. */
async function applyAndTell(
  means: Parameters<typeof applyFollowUp>[0] & Means,
  planned: Plan["planned"],
  { labels }: Ok["config"],
) {
  try {
    return await applyFollowUp(means, planned);
  } finally {
    await tellLearning(means.job, { planned, labels }, means.tools);
  }
}

/** In milliseconds. */
const LISTED_IN_MS = 60_000;

/**
 * After a loss of the store a part of what was merged for a home may be known before the rest: nobody is asked before all
 * of it is, which may be due later.
 */
async function isUnlisted({ job, tools }: Means): Promise<boolean> {
  if ((await tools.followUps.listedAt(repositoryOf(job))) !== null) return false;
  const { installation, repository } = job;
  await tools.queue.send([{ kind: "list-follow-ups", installation, repository }]);
  const nextAt = new Date(tools.now().getTime() + LISTED_IN_MS);
  await tools.followUps.noteSilence(job, { nextAt, silentSince: null });
  return true;
}

function withSaid(facts: FollowUpFacts, said: Said, at: Date): FollowUpFacts {
  switch (said) {
    case "question":
      return { ...facts, asked: [...facts.asked, at] };
    case "reminder":
      return { ...facts, reminded: [...facts.reminded, at] };
    case "quote":
      return facts;
  }
}

interface Noted {
  readonly found: FoundHome;
  readonly settings: Ok["config"];
  readonly postponedTo: Date | null;
  readonly silentSince: Date | null;
}

/** As it is after what was just written: else each question would be looked at twice. */
async function note({ job, tools }: Means, facts: FollowUpFacts, noted: Noted): Promise<void> {
  const { found, settings, postponedTo, silentSince } = noted;
  const rounds = foldRounds(facts, settings.follow_up);
  const { changed } = await tools.followUps.note(job, {
    ...lookNext({ rounds, at: facts.now, postponedTo }, settings.follow_up),
    summary: summarise(facts, rounds, found.themeBy(settings)),
    silentSince,
  });
  if (changed) await boardChanged(job, tools.queue);
}
