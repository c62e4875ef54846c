import type { Desired } from "../core/plan/desired.ts";
import type { OneOfHead, Siblings } from "../core/plan/share-head.ts";
import type { Write } from "../core/plan/write.ts";
import type { PullRequestReading } from "../sources/ports.ts";
import { knownCommands, withoutRefused } from "./known-thread.ts";
import type { Look } from "./look.ts";
import { referenceOf, threadOf } from "./thread.ts";

/**
 * Siblings are the other open pull requests with the same head. GitHub's check belongs to that commit, so that whoever
 * comes, goes or changes concerns them all. Each of their jobs reads for itself: waking one that is right costs its look
 * and no write, and only a write wakes again, so it ends.
 */

/** How many siblings are read for one check. More are so rare that nobody should wait for them. */
const MOST_READ = 5;

/** A look that began before ours and ends after it may write over the record of a merge: by then it has ended. */
const SECOND_LOOK_MS = 60_000;

/** Notes where this pull request's head is, wakes those whose commit it left, and says who else is at the new one. */
export async function findSiblings(look: Look): Promise<readonly number[]> {
  const { index } = look.tools;
  const { headSha, sameHead, state } = look.reading;
  const thread = threadOf(look.job);
  const noted = await index.head(thread);
  if (noted !== null && noted !== headSha) {
    // Sent before it is forgotten: after a crash in between they are sent twice, and not never.
    await wake(look, await index.othersWithHead(thread, noted));
    await index.forgetHead(thread, noted);
  }
  // Noted before others are asked for: of two that come at once, one at least sees the other.
  if (state === "open" && noted !== headSha) await index.noteHead(thread, headSha);
  const others = await index.othersWithHead(thread, headSha);
  return [...new Set([...others, ...sameHead])].toSorted((a, b) => a - b);
}

interface Judge {
  readonly policy: "advises" | "requires";
  readonly judge: (reading: PullRequestReading) => Promise<Desired>;
}

/** One read for each. Those that turn out to be elsewhere by now have no say. */
export async function judgeSiblings(look: Look, numbers: readonly number[], by: Judge): Promise<Siblings> {
  if (numbers.length > MOST_READ) return { kind: "too-many", numbers, policy: by.policy };
  const siblings: OneOfHead[] = [];
  for (const number of numbers) {
    const reading = await readSibling(look, number);
    if (reading !== null) siblings.push({ number, desired: await by.judge(reading) });
  }
  return { kind: "judged", siblings };
}

async function readSibling({ job, tools, github, reading }: Look, number: number): Promise<PullRequestReading | null> {
  const sibling = { ...job, number };
  // Our comment there is its own job's affair, but what people command counts here too.
  const thread = await knownCommands(tools, threadOf(sibling));
  const found = await github.reader.readPullRequest(referenceOf(sibling), thread.asked, thread.commands);
  if (found?.state === "open" && found.headSha === reading.headSha) return withoutRefused(found, thread);
  await tools.index.forgetHead(threadOf(sibling), reading.headSha);
  return null;
}

/** What one look wrote into the common check, looks that begin later must find right. */
export function afterCheckRun(look: Look, siblings: readonly number[], retryAt: Date | null) {
  return async ({ kind }: Write): Promise<void> => {
    const isCheckRun = kind === "create-check-run" || kind === "update-check-run";
    if (!isCheckRun || siblings.length === 0) return;
    await wake(look, siblings, retryAt);
    const { job, reading, tools } = look;
    if (reading.state === "open") return;
    await tools.queue.sendLater(job, new Date(tools.now().getTime() + SECOND_LOOK_MS), "fresh");
  };
}

/** To be called at the end of a look at a pull request that is not open: its answer no longer counts for the others. */
export async function leaveSiblings(look: Look, siblings: readonly number[]): Promise<void> {
  if (look.reading.state === "open") return;
  await wake(look, siblings);
  await look.tools.index.forgetHead(threadOf(look.job), look.reading.headSha);
}

/** `later`: where GitHub did not answer for a part, two looks may see it differently, and must not chase each other. */
async function wake({ job, tools }: Look, numbers: readonly number[], later: Date | null = null): Promise<void> {
  const jobs = numbers.map((number) => ({ ...job, number }));
  if (later === null) return tools.queue.send(jobs, "fresh");
  for (const one of jobs) await tools.queue.sendLater(one, later, "fresh");
}
