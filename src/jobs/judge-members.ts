import type { LoadedConfig } from "../config/load.ts";
import type { Member } from "../core/report/merge-group.ts";
import { requiresAnything } from "../core/verdict/policy.ts";
import type { MemberReading } from "../sources/ports.ts";
import { shareReads } from "../sources/share-reads.ts";
import { judgeAlone } from "./judge-alone.ts";
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
    const github = { ...look.github, reader: shareReads(look.github.reader) };
    const judged = await Promise.all(some.map((one) => judge({ ...look, github }, loaded, one)));
    members.push(...judged.flatMap((one) => one ?? []));
  }
  return members;
}

async function judge(
  { tools, github }: Pick<GroupLook, "tools" | "github">,
  loaded: Ok,
  { number, reading }: MemberReading,
): Promise<Member | null> {
  if (reading === null) return unread(number, loaded);
  const { desired } = await judgeAlone({ tools, github }, loaded, { reading, known: { kind: "none" } });
  const { checkRun } = desired;
  return checkRun.kind === "set" ? { number, name: reading.title, content: checkRun.content } : null;
}

function unread(number: number, { config }: Ok): Member {
  const conclusion = requiresAnything(config) ? "action_required" : "neutral";
  const title = "GitHub did not answer for this pull request";
  return { number, name: null, content: { conclusion, title, summary: `${title}.` } };
}
