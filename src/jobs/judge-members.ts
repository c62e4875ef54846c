import type { LoadedConfig } from "../config/load.ts";
import type { MergeGroup } from "../core/facts/merge-group.ts";
import { desirePullRequest } from "../core/plan/desire-pull-request.ts";
import type { Member } from "../core/report/merge-group.ts";
import { evaluate } from "../core/verdict/evaluate.ts";
import { requiresAnything } from "../core/verdict/policy.ts";
import { gatherPullRequest } from "../sources/gather.ts";
import type { MemberReading } from "../sources/ports.ts";
import { shareReads } from "../sources/share-reads.ts";
import type { GroupLook } from "./merge-group.ts";

type Ok = LoadedConfig & { kind: "ok" };

/** How many are judged at once: what they read besides is asked for together. */
const AT_ONCE = 10;

/** What the check of each open pull request of a group would say now. What is merged already can be stopped no more. */
export async function judgeMembers(
  look: GroupLook,
  loaded: Ok,
  readings: readonly MemberReading[],
): Promise<readonly Member[]> {
  const members: Member[] = [];
  for (let from = 0; from < readings.length; from += AT_ONCE) {
    const some = readings.slice(from, from + AT_ONCE);
    const reader = shareReads(look.github.reader);
    const judged = await Promise.all(some.map((one) => judge({ ...look.tools, reader }, loaded, one)));
    members.push(...judged.flatMap((one) => one ?? []));
  }
  return members;
}

type Around = Pick<GroupLook["tools"], "now" | "webUrl"> & { readonly reader: GroupLook["github"]["reader"] };

async function judge(around: Around, loaded: Ok, { number, reading }: MemberReading): Promise<Member | null> {
  if (reading === null) return unread(number, loaded);
  const { now, webUrl, reader: github } = around;
  const { config, sources, configuredAt } = loaded;
  const { facts } = await gatherPullRequest(reading, config, {
    github,
    known: { kind: "none" },
    now: now(),
    configuredAt,
    webUrl,
  });
  const settings = { ...config, sources };
  const { checkRun } = desirePullRequest(facts, evaluate(facts, settings), settings);
  return checkRun.kind === "set" ? { number, name: reading.title, content: checkRun.content } : null;
}

function unread(number: MergeGroup["newest"], { config }: Ok): Member {
  const conclusion = requiresAnything(config) ? "action_required" : "neutral";
  const title = "GitHub did not answer for this pull request";
  return { number, name: null, content: { conclusion, title, summary: `${title}.` } };
}
