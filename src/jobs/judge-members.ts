import type { LoadedConfig } from "../config/load.ts";
import type { Desired } from "../core/plan/desired.ts";
import { desireRepair } from "../core/plan/desire-proposal.ts";
import type { Member } from "../core/report/merge-group.ts";
import { strengthOf } from "../core/verdict/policy.ts";
import type { MemberReading, PullRequestReading } from "../sources/ports.ts";
import { shareReads } from "../sources/share-reads.ts";
import { judgeAlone } from "./judge-alone.ts";
import type { GroupLook } from "./merge-group.ts";
import { readProposal } from "./read-proposal.ts";

/** How many are judged at once: what they read besides is asked for together. */
const AT_ONCE = 10;

/** What the check of each open pull request of a group would say now. What is merged already can be stopped no more. */
export async function judgeMembers(
  look: GroupLook,
  loaded: LoadedConfig & { kind: "ok" },
  readings: readonly MemberReading[],
): Promise<readonly Member[]> {
  return judgeEach(look, readings, {
    policy: strengthOf(loaded.config),
    judge: async (github, reading) =>
      (await judgeAlone({ ...look, github }, loaded, { reading, known: { kind: "none" } })).desired,
  });
}

/** The same while the configuration cannot be used: what repairs it is not held up by the break. */
export async function judgeRepairs(
  look: GroupLook,
  broken: LoadedConfig & { kind: "invalid" },
  readings: readonly MemberReading[],
): Promise<readonly Member[]> {
  return judgeEach(look, readings, {
    policy: broken.requires ? "requires" : "advises",
    judge: async (github, reading) => desireRepair(reading, broken, await readProposal(github, reading)),
  });
}

interface Judge {
  readonly policy: "requires" | "advises";
  readonly judge: (github: GroupLook["github"], reading: PullRequestReading) => Promise<Desired>;
}

async function judgeEach(look: GroupLook, readings: readonly MemberReading[], by: Judge): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let from = 0; from < readings.length; from += AT_ONCE) {
    const github = { ...look.github, reader: shareReads(look.github.reader) };
    const some = readings.slice(from, from + AT_ONCE).map((one) => judgeOne(github, one, by));
    members.push(...(await Promise.all(some)).flatMap((one) => one ?? []));
  }
  return members;
}

async function judgeOne(
  github: GroupLook["github"],
  { number, reading }: MemberReading,
  by: Judge,
): Promise<Member | null> {
  if (reading === null) return unread(number, by.policy);
  const { checkRun } = await by.judge(github, reading);
  return checkRun.kind === "set" ? { number, name: reading.title, content: checkRun.content } : null;
}

function unread(number: number, policy: Judge["policy"]): Member {
  const conclusion = policy === "requires" ? "action_required" : "neutral";
  const title = "GitHub did not answer for this pull request";
  return { number, name: null, content: { conclusion, title, summary: `${title}.` } };
}
