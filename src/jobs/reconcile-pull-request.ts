import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/load.ts";
import { recordedNumbers } from "../core/follow-up/record.ts";
import { desireProposalAlone, desireRepair } from "../core/plan/desire-proposal.ts";
import { desireWithdrawn } from "../core/plan/desire-withdrawn.ts";
import type { Desired } from "../core/plan/desired.ts";
import { shareHead } from "../core/plan/share-head.ts";
import { strengthOf } from "../core/verdict/policy.ts";
import type { JobOfKind } from "../queue/job.ts";
import { observe } from "../sources/observe.ts";
import { followMerged, keepFollowed, leaveLabels, takeInsideOff } from "./follow-merged.ts";
import { hearAllFirst } from "./hear-all-first.ts";
import { judgeAlone } from "./judge-alone.ts";
import { knownThread, withoutRefused } from "./known-thread.ts";
import type { Look } from "./look.ts";
import { makeTrue } from "./make-true.ts";
import { noteBases } from "./note-bases.ts";
import { noteCommands } from "./note-commands.ts";
import { noteOptOut } from "./note-opt-out.ts";
import { notePolicy } from "./note-policy.ts";
import { readProposal } from "./read-proposal.ts";
import { afterCheckRun, findSiblings, judgeSiblings, leaveSiblings } from "./siblings.ts";
import { atHome, referenceOf, threadOf } from "./thread.ts";
import type { JobTools } from "./tools.ts";
import { assertReadable } from "./unreadable.ts";
import { waitLonger } from "./wait-longer.ts";
import { wakeMergeGroups } from "./wake-merge-groups.ts";

type Job = JobOfKind["reconcile-pull-request"];

/** Looks at one pull request once, and makes GitHub show what is true now. */
export async function reconcilePullRequest(asked: Job, tools: JobTools): Promise<void> {
  const began = tools.now();
  const github = await tools.connect(asked.installation);
  const thread = await knownThread(tools, threadOf(asked));
  const found = await github.reader.readPullRequest(referenceOf(asked), thread.asked, thread.commands);
  if (found === null) return tools.index.forgetThread(threadOf(asked));
  const reading = withoutRefused(found, thread);
  const job = atHome(asked, reading.repository);
  const loaded = loadConfig(reading.configuration);
  assertReadable(loaded);
  await notePolicy(tools.policies, job, loaded);
  // Where the index was lost. What builds on nothing any more is learnt when its configuration changes.
  if (reading.configuration.bases !== undefined) await noteBases(tools.index, job, reading.configuration);
  // It takes no writes.
  if (reading.repository.archived) return;
  await wakeMergeGroups(job, tools);
  const look: Look = { job, tools, github, thread, known: thread.known, reading };
  if (loaded.kind === "absent") return withdraw(look);
  if (await hearAllFirst(look)) return reconcilePullRequest(asked, tools);
  await noteCommands(look);
  const siblings = await findSiblings(look);
  const silentSince = await (loaded.kind === "ok"
    ? judge(look, loaded, siblings)
    : reportBroken(look, loaded, siblings));
  await leaveSiblings(look, siblings);
  // Nothing was recorded of what was merged: the first sweep after the configuration is repaired looks at it.
  if (loaded.kind === "invalid" && reading.state === "merged") return;
  await tools.looks.note(threadOf(job), { at: began, silentSince, isOpen: reading.state === "open" });
}

/**
 * Installed but not asked: silence, but for a pull request that brings a configuration. Where something was asked before,
 * it is taken back.
 */
async function withdraw(look: Look): Promise<void> {
  const { reading, known, github } = look;
  const proposal = await readProposal(github, reading);
  if (reading.checkRun === null && proposal === null) return;
  const desired = proposal === null ? desireWithdrawn(reading) : desireProposalAlone(reading, proposal);
  await makeTrue({ ...look, observed: observe(reading, known), desired });
}

type Ok = LoadedConfig & { kind: "ok" };

/** Answers since when GitHub has not answered for a part; null where it did. */
async function judge(look: Look, loaded: Ok, siblings: readonly number[]): Promise<Date | null> {
  const { job, tools, reading } = look;
  const {
    watched,
    observed,
    verdict,
    desired: alone,
  } = await judgeAlone(look, loaded, {
    ...look,
    openProblems: () => tools.problems.of(threadOf(job)),
  });
  // A change of the issue wakes open pull requests only: what is merged or closed no longer depends on it.
  const targets = reading.state === "open" ? watched : [];
  await tools.index.replaceLinks(threadOf(job), targets);
  const own = await keepFollowed(alone, look);
  const together = own.checkRun.kind === "as-it-is" ? own : await judgeTogether(look, loaded, { own, siblings });
  const { desired, silentSince } = await waitLonger(look, takeInsideOff(leaveLabels(together, reading), reading));
  await makeTrue({ ...look, observed, desired, written: afterCheckRun(look, siblings, desired.retryAt) });
  await followMerged(look, desired);
  await noteOptOut(look, verdict, desired);
  return silentSince;
}

interface Together {
  readonly own: Desired;
  readonly siblings: readonly number[];
}

async function judgeTogether(look: Look, loaded: Ok, { own, siblings }: Together): Promise<Desired> {
  const judged = await judgeSiblings(look, siblings, {
    policy: strengthOf(loaded.config),
    judge: async (reading) => (await judgeAlone(look, loaded, { reading, known: { kind: "none" } })).desired,
  });
  const recorded = recordedNumbers(look.reading.checkRun?.text ?? "");
  return shareHead({ number: look.job.number, desired: own }, judged, recorded);
}

type Broken = LoadedConfig & { kind: "invalid" };

async function reportBroken(look: Look, broken: Broken, siblings: readonly number[]): Promise<null> {
  const { known, reading, github } = look;
  const proposal = await readProposal(github, reading);
  // Its check would let others pass that have the same head and bring more to another branch.
  const shared = proposal?.kind === "valid" && siblings.length > 0 ? { ...proposal, changesMore: true } : proposal;
  const desired = desireRepair(reading, broken, shared);
  await makeTrue({ ...look, observed: observe(reading, known), desired });
  return null;
}
